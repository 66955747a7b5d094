package karst.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.ast.RawCommand;
import karst.source.Span;

/** The word {@code search} stands twice, so that it may be looked for in the raw event. */
final class SearchSearchRule implements LintRule {
  private static final Pattern SECOND = Pattern.compile("\\s+(search)\\s+(?![=!<>])");

  @Override
  public void check(List<Step> steps, Findings findings) {
    String text = findings.text().expanded();
    for (Step step : steps) {
      RawCommand raw = step.raw();
      if (raw.name().equals("search") && raw.nameSpan().length() > 0) {
        Matcher second = SECOND.matcher(text).region(raw.nameSpan().end(), raw.span().end());
        if (second.lookingAt()) {
          findings.add(
              Lint.SEARCH_SEARCH,
              new Span(second.start(1), second.end(1)),
              "the word `search` stands twice",
              "leave one out; a macro may bring its own");
        }
      }
    }
  }
}
