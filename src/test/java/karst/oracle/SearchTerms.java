package karst.oracle;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import karst.ast.Pipeline;
import karst.ast.SearchOperator;
import karst.ast.SearchTerm;
import karst.ast.SearchValue;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.type.IpAddress;
import karst.type.Numbers;
import karst.type.TimeModifier;

/**
 * Search expressions over one row (spl-semantics §2). The logic is two-valued: a comparison on a
 * missing field is false, and NOT makes it true (§2.9).
 */
final class SearchTerms {
  private final double now;
  private final ZoneId zone;
  private final Function<Pipeline, String> subsearches;

  SearchTerms(double now, ZoneId zone, Function<Pipeline, String> subsearches) {
    this.subsearches = subsearches;
    this.now = now;
    this.zone = zone;
  }

  boolean holds(SearchTerm term, Map<String, Object> row) {
    if (term instanceof SearchTerm.And and) {
      return and.terms().stream().allMatch(each -> holds(each, row));
    }
    if (term instanceof SearchTerm.Or or) {
      return or.terms().stream().anyMatch(each -> holds(each, row));
    }
    if (term instanceof SearchTerm.Not not) {
      return !holds(not.term(), row);
    }
    if (term instanceof SearchTerm.Everything) {
      return true;
    }
    if (term instanceof SearchTerm.Comparison comparison) {
      // Any value of a multivalue may satisfy the comparison, also that with != (§2.3).
      return Values.texts(row.get(comparison.field().name())).stream()
          .anyMatch(text -> compares(text, comparison.operator(), comparison.value()));
    }
    if (term instanceof SearchTerm.In in) {
      return Values.texts(row.get(in.field().name())).stream()
          .anyMatch(text -> in.values().stream().anyMatch(value -> equal(text, value)));
    }
    if (term instanceof SearchTerm.Keyword keyword) {
      return keyword(keyword.value(), row);
    }
    if (term instanceof SearchTerm.TimeRange range) {
      return inRange(range, row);
    }
    if (term instanceof SearchTerm.Subsearch subsearch) {
      String text = subsearches.apply(subsearch.pipeline());
      return holds(Parser.parseSearch(source(text)), row);
    }
    if (term instanceof SearchTerm.Template template) {
      StringBuilder text = new StringBuilder(template.texts().get(0));
      for (int i = 0; i < template.subsearches().size(); i++) {
        text.append(subsearches.apply(template.subsearches().get(i)));
        text.append(template.texts().get(i + 1));
      }
      return holds(Parser.parseSearch(source(text.toString())), row);
    }
    throw new UnsupportedOperationException(term.toString());
  }

  private static SourceMap source(String text) {
    return SourceMap.identity(SourceText.of("<subsearch>", text));
  }

  private static boolean compares(String text, SearchOperator operator, SearchValue value) {
    return switch (operator) {
      case EQUAL -> equal(text, value);
      case NOT_EQUAL -> !equal(text, value);
      case LESS -> order(text, value.text()) < 0;
      case LESS_OR_EQUAL -> order(text, value.text()) <= 0;
      case GREATER -> order(text, value.text()) > 0;
      case GREATER_OR_EQUAL -> order(text, value.text()) >= 0;
    };
  }

  /** Both numeric: as numbers; else by bytes (§2.2). */
  private static int order(String text, String value) {
    return Numbers.isNumber(text) && Numbers.isNumber(value)
        ? Comparisons.numbers(Numbers.parse(text), Numbers.parse(value))
        : Comparisons.TEXT.compare(text, value);
  }

  /** As texts in any case, with wildcards, or as an address in a subnet (§2.2). */
  private static boolean equal(String text, SearchValue value) {
    boolean caseCounts = value.form() == SearchValue.Form.CASE;
    return wildcard(text, value.text(), caseCounts) || inSubnet(text, value.text());
  }

  private static boolean wildcard(String text, String pattern, boolean caseCounts) {
    return caseCounts ? matches(text, pattern) : matches(fold(text), fold(pattern));
  }

  /** The star stands for any run of characters; nothing escapes it (§1.3). */
  static boolean matches(String text, String pattern) {
    if (pattern.isEmpty()) {
      return text.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return matches(text, pattern.substring(1))
          || (!text.isEmpty() && matches(text.substring(1), pattern));
    }
    return !text.isEmpty()
        && text.charAt(0) == pattern.charAt(0)
        && matches(text.substring(1), pattern.substring(1));
  }

  /** Unicode simple case folding, in which the Turkish letters are apart (§2.2). */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints()
        .map(c -> c == 'İ' || c == 'ı' ? c : Character.toLowerCase(Character.toUpperCase(c)))
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  static boolean inSubnet(String text, String block) {
    int slash = block.indexOf('/');
    IpAddress address = IpAddress.parse(text);
    IpAddress network = slash < 0 ? null : IpAddress.parse(block.substring(0, slash));
    if (address == null || network == null || !block.substring(slash + 1).matches("\\d{1,3}")) {
      return false;
    }
    int bits = Integer.parseInt(block.substring(slash + 1));
    int width = network.version() == 4 ? 32 : 128;
    if (address.version() != network.version() || bits > width) {
      return false;
    }
    return bits(address, width).startsWith(bits(network, width).substring(0, bits));
  }

  private static String bits(IpAddress address, int width) {
    String low = "0".repeat(64) + Long.toBinaryString(address.low());
    String high = "0".repeat(64) + Long.toBinaryString(address.high());
    String all = high.substring(high.length() - 64) + low.substring(low.length() - 64);
    return all.substring(128 - width);
  }

  /** A keyword is looked for in the raw event; without one it finds nothing (§2.5, Q19). */
  private static boolean keyword(SearchValue word, Map<String, Object> row) {
    if (word.text().matches("\\*+")) {
      return true;
    }
    return Values.texts(row.get("_raw")).stream().anyMatch(raw -> Keywords.occurs(word, raw));
  }

  /** The start is included; the end is not, save that of {@code endtime} (§1.7). */
  private boolean inRange(SearchTerm.TimeRange range, Map<String, Object> row) {
    double bound = TimeModifier.parse(range.value().text()).apply(now, zone);
    Double time = Values.number(row.get("_time"));
    return time != null
        && switch (range.name().toLowerCase(Locale.ROOT)) {
          case "earliest", "starttime" -> time >= bound;
          case "latest" -> time < bound;
          case "endtime" -> time <= bound;
          default -> throw new UnsupportedOperationException(range.name());
        };
  }
}
