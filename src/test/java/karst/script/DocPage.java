package karst.script;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation; its blocks that are fenced with {@code spl-test} are scripts.
 *
 * @param file where it is
 * @param text the whole page
 */
record DocPage(Path file, String text) {
  private static final Pattern SCRIPT = Pattern.compile("(?ms)^(```spl-test\\n)(.*?)^(```)$");

  static DocPage read(Path file) {
    return new DocPage(file, Acceptance.read(file));
  }

  /** Returns the texts of the scripts on the page. */
  List<String> scripts() {
    List<String> scripts = new ArrayList<>();
    Matcher fence = SCRIPT.matcher(text);
    while (fence.find()) {
      scripts.add(fence.group(2));
    }
    return scripts;
  }

  /** Returns the text of the page with changed scripts. */
  String withScripts(UnaryOperator<String> change) {
    return SCRIPT
        .matcher(text)
        .replaceAll(
            fence ->
                Matcher.quoteReplacement(
                    fence.group(1) + change.apply(fence.group(2)) + fence.group(3)));
  }
}
