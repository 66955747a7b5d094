package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import karst.Engine;
import karst.Stage;
import karst.command.CommandSyntax;
import karst.source.DiagnosticCode;
import karst.source.Severity;
import karst.source.SplException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Laws of every command, from its declared syntax alone: a new command is under them as soon as it
 * is in the table.
 */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class SyntaxLaws {
  private static final Engine ENGINE = Engine.builder().build();
  private static final int TEXTS = 100;

  @Property
  void theEngineAnswersAsTheReferenceDoes(@ForAll("pipelines") Sample sample) {
    Answer answer = unlessRefused(() -> Trial.engine(sample.table(), sample.spl()));
    if (answer == null) {
      return;
    }
    Answer expected = unlessRefused(() -> Trial.reference(sample.table(), sample.spl()));
    if (expected != null) {
      answer.mustEqual(expected, sample);
    }
  }

  @Property
  void neitherTheOptimizerNorBatchesNorThreadsChangeARow(@ForAll("pipelines") Sample sample) {
    Answer expected = unlessRefused(() -> Trial.unoptimized(sample.table(), sample.spl()));
    if (expected != null) {
      Trial.engine(sample.table(), sample.spl()).mustEqual(expected, sample);
      Trial.engine(sample.table(), sample.spl(), 1, 1).mustEqual(expected, sample);
      Trial.engine(sample.table(), sample.spl(), 3, 2).mustEqual(expected, sample);
    }
  }

  /** A synopsis from which hardly a text binds would leave its command without a law. */
  @Example
  void everySynopsisGivesTextsThatBind() {
    for (CommandSyntax<?> syntax : commands()) {
      List<String> texts = AnySyntax.of(syntax).sampleStream().limit(TEXTS).toList();
      long bound = texts.stream().filter(text -> binds("| from t | " + text)).count();
      assertTrue(bound > TEXTS / 10, () -> syntax.name() + ": " + bound + " of " + texts);
    }
  }

  /** Returns what a search answers, or null if it is wrong or has no clause in the reference. */
  private static @Nullable Answer unlessRefused(Supplier<Answer> search) {
    try {
      return search.get();
    } catch (SplException | UnsupportedOperationException refused) {
      return null;
    }
  }

  private static boolean binds(String spl) {
    try {
      return !ENGINE.prepare(spl).explain(Stage.BOUND).isEmpty();
    } catch (SplException wrong) {
      return wrong.diagnostics().stream()
          .filter(found -> found.severity() == Severity.ERROR)
          .allMatch(found -> found.code() == DiagnosticCode.UNKNOWN_TABLE);
    }
  }

  private static List<CommandSyntax<?>> commands() {
    return ENGINE.commands().syntaxes().stream().filter(syntax -> !syntax.generating()).toList();
  }

  @Provide
  static Arbitrary<Sample> pipelines() {
    List<Arbitrary<String>> all = new ArrayList<>();
    commands().forEach(syntax -> all.add(AnySyntax.of(syntax)));
    Arbitrary<String> one = Arbitraries.oneOf(all).filter(text -> binds("| from t | " + text));
    return Combinators.combine(AnyTable.general(), one.list().ofMinSize(1).ofMaxSize(3))
        .as((table, list) -> new Sample(table, "from t", list));
  }
}
