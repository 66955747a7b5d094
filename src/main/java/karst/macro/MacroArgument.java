package karst.macro;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.source.SourceMap;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a macro call.
 *
 * @param text the whole argument
 * @param name the name before a first {@code =}; null where the argument cannot be a named one
 * @param value the text after that {@code =}; null where {@code name} is
 */
record MacroArgument(SourceMap text, @Nullable String name, @Nullable SourceMap value) {
  private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_-]++)\\s*+=(?!=)");

  /** Reads the argument that stands between two commas. */
  static MacroArgument read(SourceMap list, Span between) {
    Span span = Whitespace.trim(list.expanded(), between);
    SourceMap text = withoutQuotes(list, span);
    Matcher named = NAMED.matcher(list.expanded()).region(span.start(), span.end());
    if (!named.lookingAt()) {
      return new MacroArgument(text, null, null);
    }
    Span value = Whitespace.trim(list.expanded(), new Span(named.end(), span.end()));
    return new MacroArgument(text, named.group(1), withoutQuotes(list, value));
  }

  /** Takes quotes off that enclose all of a span, and the backslashes off quotes inside them. */
  private static SourceMap withoutQuotes(SourceMap list, Span span) {
    String text = list.expanded();
    SourceMap.Builder inner = new SourceMap.Builder();
    boolean quoted =
        span.length() > 1
            && text.charAt(span.start()) == '"'
            && QuotedText.closing(text, span.start()) == span.end() - 1;
    if (!quoted) {
      inner.copy(list, span);
      return inner.build();
    }
    int end = span.end() - 1;
    int from = span.start() + 1;
    int at = from;
    while (at < end) {
      int next = QuotedText.skip(text, at);
      if (text.startsWith("\\\"", at)) {
        inner.copy(list, new Span(from, at));
        from = at + 1;
      }
      at = next;
    }
    inner.copy(list, new Span(from, end));
    return inner.build();
  }
}
