package karst.source;

import java.util.Arrays;

/** A named text with its line starts: a query, or the body of a macro. */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  private SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * Creates a source text.
   *
   * @param name what a diagnostic calls it: a path, or a word in angle brackets such as {@code
   *     <query>}
   */
  public static SourceText of(String name, String text) {
    return new SourceText(name, text);
  }

  /** Returns the name for diagnostics. */
  public String name() {
    return name;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns the line, counted from 1, of an offset. */
  public int line(int offset) {
    int index = Arrays.binarySearch(lineStarts, offset);
    return index >= 0 ? index + 1 : -index - 1;
  }

  /** Returns the column, counted from 1 in code points, of an offset. */
  public int column(int offset) {
    int start = lineStarts[line(offset) - 1];
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }

  /** Returns the number of lines; an empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** Returns the offset at which a line, counted from 1, starts. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** Returns a line, counted from 1, without its terminator. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}
