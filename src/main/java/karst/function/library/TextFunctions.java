package karst.function.library;

import static karst.function.Kernels.ofText;
import static karst.function.Kernels.text;
import static karst.function.MultivaluePolicy.EACH;
import static karst.function.MultivaluePolicy.NULL;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;
import static karst.type.SplType.multivalue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.Row;
import karst.function.ScalarFunction;

/**
 * Functions on text (spl-semantics §3.8). Positions and lengths count code points. Only {@code
 * lower} and {@code upper} take lists; SPL supports no list in the others.
 */
final class TextFunctions {
  private static final String BLANKS = " \t";

  static final List<ScalarFunction> ALL =
      List.of(
          named("len", "Number of characters")
              .alias("length")
              .param("text", STRING)
              .returns(NUMBER)
              .multivalue(NULL)
              .example("len(\"karst\")", "5")
              .example("len(1000)", "4")
              .kernel(Kernels.number(row -> length(row.text(0)))),
          named("lower", "Text in lower case")
              .param("text", STRING)
              .returns(STRING)
              .multivalue(EACH)
              .example("lower(\"CMD.exe\")", "cmd.exe")
              .kernel(ofText(text -> text.toLowerCase(Locale.ROOT))),
          named("ltrim", "Text without the characters of a set at its start")
              .param("text", STRING)
              .optional("characters", STRING)
              .returns(STRING)
              .multivalue(NULL)
              .example("ltrim(\"..a..\", \".\")", "a..")
              .kernel(text(row -> trimmed(row, true, false))),
          named("rtrim", "Text without the characters of a set at its end")
              .param("text", STRING)
              .optional("characters", STRING)
              .returns(STRING)
              .multivalue(NULL)
              .example("rtrim(\"..a..\", \".\")", "..a")
              .kernel(text(row -> trimmed(row, false, true))),
          named("split", "Parts of a text between delimiters")
              .param("text", STRING)
              .param("delimiter", STRING)
              .returns(multivalue(STRING))
              .multivalue(NULL)
              .example("split(\"a;b;;c\", \";\")", "[a, b, \"\", c]")
              .example("split(\"abc\", \"\")", "[a, b, c]")
              .example("split(\"abc\", \";\")", "abc")
              .kernel(Kernels.values((row, out) -> split(row.text(0), row.text(1), out))),
          named("substr", "Part of a text, counted from 1, or from the end if negative")
              .param("text", STRING)
              .param("start", NUMBER)
              .optional("length", NUMBER)
              .returns(STRING)
              .multivalue(NULL)
              .example("substr(\"pipeline\", 1, 4)", "pipe")
              .example("substr(\"string\", -3)", "ing")
              .kernel(
                  text(
                      row -> substr(row.text(0), row.number(1), row.number(2, Integer.MAX_VALUE)))),
          named("trim", "Text without the characters of a set at both ends")
              .param("text", STRING)
              .optional("characters", STRING)
              .returns(STRING)
              .multivalue(NULL)
              .example("trim(\"  a b \")", "a b")
              .example("trim(\"xyaxy\", \"xy\")", "a")
              .kernel(text(row -> trimmed(row, true, true))),
          named("upper", "Text in upper case")
              .param("text", STRING)
              .returns(STRING)
              .multivalue(EACH)
              .example("upper(\"cmd.exe\")", "CMD.EXE")
              .kernel(ofText(text -> text.toUpperCase(Locale.ROOT))),
          named("urldecode", "Text with every %XX decoded")
              .param("text", STRING)
              .returns(STRING)
              .multivalue(NULL)
              .example("urldecode(\"a%20b%2Fc+d\")", "a b/c+d")
              .kernel(ofText(TextFunctions::urlDecoded)));

  private TextFunctions() {}

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String trimmed(Row row, boolean left, boolean right) {
    String text = row.text(0);
    String set = row.text(1, BLANKS);
    int start = 0;
    int end = text.length();
    while (left && start < end && set.indexOf(text.codePointAt(start)) >= 0) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && start < end && set.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static void split(String text, String delimiter, ListBuilder out) {
    if (delimiter.isEmpty() && !text.isEmpty()) {
      for (int at = 0; at < text.length(); ) {
        int next = at + Character.charCount(text.codePointAt(at));
        out.add(text.substring(at, next));
        at = next;
      }
      return;
    }
    int from = 0;
    int at = delimiter.isEmpty() ? -1 : text.indexOf(delimiter);
    while (at >= 0) {
      out.add(text.substring(from, at));
      from = at + delimiter.length();
      at = text.indexOf(delimiter, from);
    }
    out.add(text.substring(from));
  }

  /**
   * Takes a part as SQLite does: a start of 0 is a place before the first character and so shortens
   * the part by one, a negative length takes the characters before the start.
   */
  private static String substr(String text, double start, double length) {
    long size = length(text);
    long from = (long) start;
    long count = (long) length;
    from = from < 0 ? Math.max(from, -size - Integer.MAX_VALUE) + size : from - 1;
    long to = count < 0 ? from : from + Math.min(count, Integer.MAX_VALUE);
    from = count < 0 ? from + Math.max(count, -Integer.MAX_VALUE) : from;
    from = Math.max(0, Math.min(from, size));
    to = Math.max(from, Math.min(to, size));
    int first = text.offsetByCodePoints(0, (int) from);
    return text.substring(first, text.offsetByCodePoints(first, (int) (to - from)));
  }

  private static String urlDecoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        // No code: the percent sign stands for itself.
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
