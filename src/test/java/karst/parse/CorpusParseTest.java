package karst.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Parses every published detection, its macros substituted as plain text. */
class CorpusParseTest {
  private static final Path CORPUS = Path.of("../shared/escu");

  /** A quoted text, in which nothing is expanded, or a call. */
  private static final Pattern CALL =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\]++)*+\"|`([\\w.-]+)(?:\\((.*?)\\))?`", Pattern.DOTALL);

  private static final Pattern COMMENT = Pattern.compile("```.*?```", Pattern.DOTALL);
  private static final int DEEPEST_CALL = 8;

  private record Macro(List<String> arguments, String definition) {}

  @Test
  void parsesEveryDetection() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
    Map<String, Macro> macros = macros();
    List<String> failures = new ArrayList<>();
    int count = 0;
    for (Path file : yaml(CORPUS.resolve("detections"))) {
      Object search = load(file).get("search");
      if (search == null) {
        continue;
      }
      count++;
      String text = expand(COMMENT.matcher(search.toString()).replaceAll(" "), macros, 0);
      try {
        TestCommands.canonical(text);
      } catch (SplException | AssertionError e) {
        String message = e instanceof SplException spl ? spl.render() : e.toString();
        failures.add(file.getFileName() + ": " + message);
      }
    }
    assertTrue(count > 1000, "only " + count + " detections");
    assertEquals("", String.join("\n", failures));
  }

  private static Map<String, Macro> macros() throws IOException {
    Map<String, Macro> macros = new HashMap<>();
    for (Path file : yaml(CORPUS.resolve("macros"))) {
      Map<?, ?> macro = load(file);
      List<String> arguments = new ArrayList<>();
      if (macro.get("arguments") instanceof List<?> names) {
        names.forEach(name -> arguments.add(name.toString()));
      }
      String definition = String.valueOf(macro.get("definition"));
      macros.put(String.valueOf(macro.get("name")), new Macro(arguments, definition));
    }
    macros.put("drop_dm_object_name", new Macro(List.of("model"), "rename \"$model$.*\" as \"*\""));
    return macros;
  }

  private static String expand(String text, Map<String, Macro> macros, int depth) {
    if (depth == DEEPEST_CALL) {
      return text;
    }
    String expanded =
        CALL.matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1) == null
                            ? found.group()
                            : body(found.group(1), found.group(2), macros)));
    return expanded.equals(text) ? text : expand(expanded, macros, depth + 1);
  }

  private static String body(String name, @Nullable String arguments, Map<String, Macro> macros) {
    Macro macro = macros.get(name);
    if (macro == null) {
      return name.endsWith("_filter") ? "search *" : "";
    }
    String body = macro.definition();
    String[] values = arguments == null ? new String[0] : arguments.split(",");
    for (int i = 0; i < macro.arguments().size() && i < values.length; i++) {
      String value = values[i].strip();
      boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
      body =
          body.replace(
              "$" + macro.arguments().get(i) + "$",
              quoted ? value.substring(1, value.length() - 1) : value);
    }
    return body;
  }

  private static List<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
    }
  }

  private static Map<?, ?> load(Path file) throws IOException {
    Load load = new Load(LoadSettings.builder().build());
    return (Map<?, ?>) load.loadFromString(Files.readString(file));
  }
}
