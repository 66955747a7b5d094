package karst.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import karst.Engine;
import karst.EngineBuilder;
import karst.Result;
import karst.Stage;
import karst.macro.MacroLibrary;
import karst.model.DataModels;
import karst.source.SplException;
import karst.table.Tables;
import karst.type.InvalidSyntaxException;
import karst.type.RegexLimitException;

/** Tries what may be refused, if it is refused with a diagnostic that can be shown. */
final class Attempts {
  private Attempts() {}

  /** Returns an engine with a few tables. */
  static EngineBuilder engine() {
    EngineBuilder builder = Engine.builder();
    for (String name : List.of("t", "v", "one", "web", "mix", "f", "Endpoint.Processes")) {
      builder.table(
          Tables.memory(
              name,
              List.of(
                  Map.of("_time", 1_700_000_000, "host", "a", "n", 1, "s", "x", "id", "1"),
                  Map.of("_raw", "x=1 error", "dest", "b", "mv", List.of("a", "b"), "v", "10"))));
    }
    return builder;
  }

  /** Explains a search and runs it. */
  static void search(Engine engine, String spl) {
    refusable(
        () -> {
          engine.prepare(spl).explain(Stage.PHYSICAL);
          try (Result result = engine.prepare(spl).run()) {
            result.forEach(row -> {});
          }
        });
  }

  static void callMacros(Path file) {
    Engine engine = engine().macros(MacroLibrary.load(file)).build();
    search(engine, "| from t | eval a=`a`, b=`a(1)`");
    search(engine, "| from t | eval c=`a(n, \"x, y\")`");
  }

  static void readModels(Path file) {
    DataModels.standard().withUserModels(Objects.requireNonNull(file.getParent()));
  }

  static void readTable(Path file) {
    search(Engine.builder().table(Tables.csv("t", file)).build(), "| from t | search a=* | head 9");
  }

  /** Writes a file of its own folder and reads it. */
  static void withFile(String name, byte[] content, Consumer<Path> reader) throws IOException {
    Path folder = Files.createTempDirectory("fuzz");
    Path file = folder.resolve(name);
    try {
      Files.write(file, content);
      refusable(() -> reader.accept(file));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** Tries what the types refuse without knowing where it stands. */
  static void syntax(Supplier<?> attempt) {
    try {
      var unused = attempt.get();
    } catch (InvalidSyntaxException | RegexLimitException refused) {
      assertFalse(String.valueOf(refused.getMessage()).isEmpty());
    }
  }

  private static void refusable(Runnable attempt) {
    try {
      attempt.run();
    } catch (SplException refused) {
      assertFalse(refused.diagnostics().isEmpty());
      assertFalse(refused.render().isEmpty());
    }
  }
}
