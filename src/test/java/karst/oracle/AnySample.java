package karst.oracle;

import java.util.List;
import karst.source.SplException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates searches with the tables that they run over. */
final class AnySample {
  private static final List<String> PROCESS_FIELDS =
      List.of(
          "Processes.dest",
          "Processes.user",
          "Processes.process_name",
          "Processes.process",
          "Processes.process_id",
          "Processes.process_hash",
          "Processes.vendor_product",
          "Processes.process_integrity_level",
          "Processes.parent_process_name",
          "Processes.extra",
          "Processes.none",
          "host");

  private static final List<String> TSTATS_FUNCTIONS =
      AnyAggregation.FUNCTIONS.stream().filter(function -> !function.equals("list")).toList();

  private AnySample() {}

  /** Returns searches of up to four commands over a general table. */
  static Arbitrary<Sample> pipelines() {
    return over(AnyTable.general(), AnyCommand.any().list().ofMinSize(1).ofMaxSize(4));
  }

  /** Returns searches of up to so many commands over a general table. */
  static Arbitrary<Sample> of(Arbitrary<String> commands, int most) {
    return over(AnyTable.general(), commands.list().ofMinSize(1).ofMaxSize(most));
  }

  /** Returns searches of one command over a general table. */
  static Arbitrary<Sample> of(Arbitrary<String> command) {
    return over(AnyTable.general(), command.map(List::of));
  }

  /** Returns searches for words that are long enough to be looked for in the bytes of a file. */
  static Arbitrary<Sample> wordy() {
    Arbitrary<String> fields = Arbitraries.of("s", "x", "t");
    Arbitrary<String> words = Arbitraries.of(AnyTable.WORDS).map(AnySearch::quoted);
    Arbitrary<String> patterns =
        Arbitraries.of(
            "\"*.exe\"",
            "\"*shell*\"",
            "\"*key*dll*\"",
            "\"*\\\\Temp\\\\*\"",
            "\"*ing stra*\"",
            "x*");
    Arbitrary<String> one =
        Combinators.combine(
                fields, Arbitraries.of("=", "=", "!="), Arbitraries.oneOf(words, patterns))
            .as((field, operator, value) -> field + operator + value);
    Arbitrary<String> conditions =
        Combinators.combine(one, Arbitraries.of(" ", " OR ", " NOT "), one)
            .as((left, operator, right) -> left + operator + right);
    return Combinators.combine(AnyTable.wordy(), Arbitraries.oneOf(one, conditions), one)
        .as(
            (table, first, second) ->
                new Sample(table, "from t", List.of("search " + first, "search NOT " + second)));
  }

  private static Arbitrary<Sample> over(
      Arbitrary<TestTable> tables, Arbitrary<List<String>> commands) {
    return Combinators.combine(tables, commands)
        .as((table, list) -> new Sample(table, "from t", list))
        .filter(AnySample::isAnswered);
  }

  /** Some commands need a field, such as {@code _time}, that one before them may have dropped. */
  private static boolean isAnswered(Sample sample) {
    try {
      Trial.engine(sample.table(), sample.spl());
      return true;
    } catch (SplException lacking) {
      return false;
    }
  }

  /** Returns searches that read a part of a table as a lookup. */
  static Arbitrary<Sample> lookups() {
    return Combinators.combine(
            AnyTable.general(),
            Arbitraries.of(
                "", "start=1 ", "start=3 ", "max=2 ", "start=1 max=1 ", "start=2 max=3 "),
            new AnySearch(AnyCommand.FIELDS).terms(1))
        .as(
            (table, options, term) ->
                new Sample(table, "inputlookup " + options + "t where " + term, List.of()));
  }

  /** Returns searches that put two searches over a table together. */
  static Arbitrary<Sample> combinations() {
    return Combinators.combine(
            AnyTable.general(),
            Arbitraries.of("set union ", "set diff ", "set intersect ", "multisearch ", "union "),
            AnyCommand.bracketed(),
            AnyCommand.bracketed())
        .filter(
            (table, command, first, second) ->
                !command.startsWith("multi") || isStreaming(first) && isStreaming(second))
        .as(
            (table, command, first, second) ->
                new Sample(table, command + first + " " + second, List.of()));
  }

  private static boolean isStreaming(String search) {
    return !search.matches(".*\\b(head|stats|dedup|table)\\b.*");
  }

  /** Returns searches over a data model: tstats, and the rows themselves. */
  static Arbitrary<Sample> dataModels() {
    return Combinators.combine(
            AnyTable.processes(), Arbitraries.oneOf(tstats(), tstats(), tstats(), rows()))
        .as((table, source) -> new Sample(table, source, List.of()));
  }

  private static Arbitrary<String> rows() {
    return Arbitraries.just("from datamodel:Endpoint.Processes");
  }

  private static Arbitrary<String> tstats() {
    Arbitrary<String> options =
        Arbitraries.of(
            "", "`security_content_summariesonly` ", "fillnull_value=\"\" ", "prestats=t ");
    Arbitrary<String> where =
        Arbitraries.oneOf(
            Arbitraries.just(""),
            new AnySearch(PROCESS_FIELDS).terms(1).map(term -> " where " + term),
            Arbitraries.of(
                " where earliest=-24h@h",
                " where latest=1700000060 earliest=1700000000",
                " where nodename=Processes"));
    Arbitrary<String> by =
        Arbitraries.of(PROCESS_FIELDS)
            .list()
            .uniqueElements()
            .ofMaxSize(2)
            .flatMap(
                keys ->
                    Arbitraries.of("", "_time", "_time span=1m", "_time span=1d")
                        .map(time -> by(keys, time)));
    return Combinators.combine(
            options, AnyAggregation.several(TSTATS_FUNCTIONS, PROCESS_FIELDS), where, by)
        .as(
            (option, calls, condition, keys) ->
                "tstats "
                    + option
                    + calls
                    + " from datamodel=Endpoint.Processes"
                    + condition
                    + keys);
  }

  private static String by(List<String> keys, String time) {
    String all = String.join(" ", keys) + (time.isEmpty() ? "" : " " + time);
    return all.isBlank() ? "" : " by " + all.strip();
  }
}
