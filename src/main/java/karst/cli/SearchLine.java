package karst.cli;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * A line of the shell as completion sees it: the word that is being written, and what stands before
 * it.
 *
 * @param line the whole text
 * @param cursor where it is written on
 * @param start where the word at the cursor begins
 */
record SearchLine(String line, int cursor, int start) implements CompletingParsedLine {
  private static final String ENDS = " \t\r\n|,()[]=<>!+*/%\"'`";

  /** Reads lines; one that is not finished is asked to go on. */
  static final class Reader implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      if (context != ParseContext.COMPLETE && !isFinished(line)) {
        throw new EOFError(-1, -1, "the search goes on", UnfinishedSearch.needs(line));
      }
      return of(line, cursor);
    }
  }

  /** Returns whether a text is a whole search, or a command of the shell. */
  static boolean isFinished(String text) {
    String line = text.strip();
    boolean command = line.startsWith(".") && !line.startsWith(ShellCommand.EXPLAIN);
    return command || UnfinishedSearch.needs(line).isEmpty();
  }

  static SearchLine of(String line, int cursor) {
    int start = cursor;
    while (start > 0 && ENDS.indexOf(line.charAt(start - 1)) < 0) {
      start--;
    }
    return new SearchLine(line, cursor, start);
  }

  /** Returns what stands before the word. */
  String before() {
    return line.substring(0, start);
  }

  @Override
  public String word() {
    return line.substring(start, cursor);
  }

  @Override
  public int wordCursor() {
    return cursor - start;
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    // What is offered is written as it stands.
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return wordCursor();
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }
}
