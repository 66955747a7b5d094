package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import karst.CustomCommand;
import karst.Engine;
import karst.Extensions;
import karst.source.SplException;
import karst.table.MemoryTable;
import karst.table.Table;
import karst.table.event.EventInput;
import karst.type.SplType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The law of raw events: that only the fields are read of them which a search can see changes no
 * row. What is compared with is the search after a command that takes all fields.
 */
class DemandLaws {
  /** Fields that no search names are {@code p} and {@code q}. */
  private static final String EVENTS =
      """
      {"time":"2024-01-01T00:00:05Z","s":"a","t":"b c","n":3,"m":["a","b"],"x":1.5,"p":1,"q":"u"}
      {"time":"2024-01-01T00:00:04Z","s":"a","t":"b c","n":3,"m":"a","x":1.5,"p":2,"q":"u"}
      {"time":"2024-01-01T00:00:03Z","s":"b","n":1,"m":"a","x":"2","p":2,"q":"v"}
      {"time":"2024-01-01T00:00:02Z","s":"b","t":"d","n":1,"q":"v"}
      {"time":"2024-01-01T00:00:02Z","s":"c","t":"d","n":2,"p":3,"q":"w=1 y=2"}
      """;

  private static final CustomCommand TAKES_ALL =
      CustomCommand.named("whole", "Lets all rows pass")
          .eachRow(call -> List.of(), (call, row) -> Map.of());

  private static final Table TABLE =
      MemoryTable.builder("t")
          .column("s", SplType.STRING)
          .column("t", SplType.STRING)
          .column("n", SplType.NUMBER)
          .row("a", "x", 1)
          .row("b", null, 2)
          .build();

  private static final Engine ENGINE = engine();

  private static Engine engine() {
    try {
      Path folder = Files.createTempDirectory("karst-demand");
      Path file = Files.writeString(folder.resolve("events.jsonl"), EVENTS);
      folder.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
      return Trial.builder(TABLE)
          .events(EventInput.of(file.toString()))
          .extensions(Extensions.none().command(TAKES_ALL))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Property(tries = 250, edgeCases = EdgeCasesMode.NONE)
  void aSearchOfRawEventsAnswersAsIfAllFieldsWereRead(
      @ForAll("commands") String command, @ForAll("ends") String end) {
    String spl = " | " + command + " | " + end;
    assertEquals(answer("search s=* | whole" + spl), answer("search s=*" + spl), () -> spl);
  }

  private static String answer(String spl) {
    try {
      return Answer.of(ENGINE.prepare(spl).run()).toString();
    } catch (SplException refused) {
      return refused.diagnostics().get(0).message();
    }
  }

  @Provide
  static Arbitrary<String> commands() {
    Arbitrary<String> one = AnyCommand.any();
    return Arbitraries.oneOf(
        one,
        one,
        Combinators.combine(one, one).as((first, second) -> first + " | " + second),
        Arbitraries.of(
            "uniq",
            "mvcombine s",
            "transpose 3",
            "untable s y z",
            "tojson",
            "addtotals",
            "foreach n [eval y=<<FIELD>>+1]",
            "map maxsearches=2 search=\"from t | eval y=\\\"$q$\\\"\"",
            "where searchmatch(\"q=u\")",
            "return 2 $q",
            "format",
            "appendpipe [transpose]",
            "join [| from t | head 1]",
            "xyseries s t n",
            "fillnull",
            "filldown"));
  }

  @Provide
  static Arbitrary<String> ends() {
    return Arbitraries.of(
        "stats count",
        "table y s",
        "fields _raw search",
        "table column \"row 1\" Total",
        "stats list(s)");
  }
}
