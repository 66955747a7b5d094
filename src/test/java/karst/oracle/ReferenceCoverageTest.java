package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import karst.Engine;
import karst.command.CommandSyntax;
import karst.function.ScalarFunction;
import karst.source.SplException;
import net.jqwik.api.Example;

/**
 * Every command and function has a clause in the reference, or is listed here with the reason why
 * not: a new one that has neither fails.
 */
class ReferenceCoverageTest {
  private static final Engine ENGINE = Engine.builder().build();
  private static final int TEXTS = 30;

  /** Commands whose answers only examples can tell. */
  private static final Map<String, String> COMMANDS =
      Map.of(
          "abstract", "chooses lines by their words, whose cases are in its script",
          "outputcsv", "writes a file, which its script reads again",
          "outputlookup", "writes a file, which its script reads again",
          "predict", "looks for the likeliest variances: PredictionTest holds it to what it knows",
          "tstats", "has no clause without FROM, which asks the indexes of raw events");

  /** Functions whose answers only examples can tell: the reason, and the functions. */
  private static final Map<String, String> FUNCTIONS =
      Map.of(
          "gives another answer each time", "random time",
          "has many formats, each with examples in semantics/eval.test and a test of its type",
              "printf strptime tonumber tostring sigfig",
          "reads addresses, which IpAddressTest holds to what is known", "cidrmatch ipmask",
          "splits a command line by rules that are its examples", "commands",
          "goes down a path into JSON or XML, of which semantics/eval.test has the cases",
              "json_append json_array_to_mv json_delete json_entries json_extend json_extract"
                  + " json_extract_exact json_set json_set_exact mv_to_json_array spath toarray",
          "tells the kind of a value, of which semantics/functions.test has the cases",
              "isbool isdouble isint isstr json_array json_object typeof",
          "makes numbers or conditions of words, whose cases are its examples", "mvrange tobool");

  @Example
  void everyCommandHasAClauseOrAReason() {
    TestTable table = AnyTable.general().sample();
    TreeSet<String> without = new TreeSet<>();
    for (CommandSyntax<?> syntax : ENGINE.commands().syntaxes()) {
      String before = syntax.generating() ? "| " : "| from t | ";
      List<String> texts = AnySyntax.of(syntax).sampleStream().limit(TEXTS).toList();
      if (texts.stream()
          .anyMatch(text -> unknown(table, before + text).startsWith(syntax.name()))) {
        without.add(syntax.name());
      }
    }
    assertEquals(new TreeSet<>(COMMANDS.keySet()), without);
  }

  @Example
  void everyFunctionHasAClauseOrAReason() {
    TreeSet<String> reasoned = new TreeSet<>();
    FUNCTIONS.values().forEach(names -> reasoned.addAll(List.of(names.split(" "))));
    TestTable table = AnyTable.general().sample();
    TreeSet<String> without = new TreeSet<>();
    for (ScalarFunction function : ENGINE.functions().functions()) {
      boolean known =
          function.examples().stream()
              .map(example -> "| from t | head 1 | eval y=" + example.expression())
              .allMatch(spl -> unknown(table, spl).isEmpty());
      if (!known) {
        without.add(function.name());
      }
    }
    assertEquals(reasoned, without);
  }

  @Example
  void theReferenceAnswersTheExamplesOfFunctionsAsTheyAreDeclared() {
    TestTable table = AnyTable.general().sample();
    List<String> wrong = new ArrayList<>();
    for (ScalarFunction function : ENGINE.functions().functions()) {
      for (karst.function.Example example : function.examples()) {
        String spl = "| from t | head 1 | eval y=" + example.expression() + " | table y";
        try {
          String answer = Trial.reference(table, spl).toString().strip();
          String engine = Trial.engine(table, spl).toString().strip();
          if (!answer.equals(engine)) {
            wrong.add(example.expression() + ": " + answer + " for " + engine);
          }
        } catch (SplException | UnsupportedOperationException refused) {
          // A condition is no value of a field, and some functions have no clause.
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  /** Returns what the reference does not know of a search; empty if it knows all of it. */
  private static String unknown(TestTable table, String spl) {
    try {
      Trial.reference(table, spl);
      return "";
    } catch (UnsupportedOperationException unknown) {
      return String.valueOf(unknown.getMessage());
    } catch (RuntimeException refused) {
      // A wrong argument, which binding or the engine refuses.
      return "";
    }
  }
}
