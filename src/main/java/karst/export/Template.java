package karst.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;

/**
 * SQL text with places for operands: {@code regexp_matches({0}, {1})}. An operand that does not
 * stand between parentheses or commas gets parentheses of its own where it needs them.
 */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})}");
  private static final Pattern CALL = Pattern.compile("\\w+\\(.*\\)");

  /** Binds closer than any operator, so that an operand of it is put into parentheses. */
  private static final int TIGHT = 1000;

  private final String text;
  private final List<String> pieces = new ArrayList<>();
  private final List<Integer> operands = new ArrayList<>();

  Template(String text) {
    this.text = text;
    Matcher place = PLACE.matcher(text);
    int from = 0;
    while (place.find()) {
      pieces.add(text.substring(from, place.start()));
      operands.add(Integer.parseInt(place.group(1)));
      from = place.end();
    }
    pieces.add(text.substring(from));
  }

  /** Returns whether the text needs no parentheses wherever it stands: a call or a CASE. */
  boolean isClosed() {
    return isCall() || (text.startsWith("CASE ") && text.endsWith(" END"));
  }

  private boolean isCall() {
    if (!CALL.matcher(text).matches()) {
      return false;
    }
    int depth = 0;
    for (int i = text.indexOf('('); i < text.length() - 1; i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return false;
      }
    }
    return true;
  }

  /** Writes the text with operands in their places. */
  void write(SqlWriter writer, List<SqlNode> nodes) {
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).isEmpty()) {
        if (i > 0) {
          writer.setNeedWhitespace(false);
        }
        writer.print(pieces.get(i));
      }
      if (i < operands.size()) {
        int strength = isEnclosed(i) ? 0 : TIGHT;
        if (!pieces.get(i).isEmpty()) {
          writer.setNeedWhitespace(false);
        }
        nodes.get(operands.get(i)).unparse(writer, strength, strength);
      }
    }
    writer.setNeedWhitespace(true);
  }

  private boolean isEnclosed(int place) {
    String before = pieces.get(place).stripTrailing();
    String after = pieces.get(place + 1).stripLeading();
    return (before.endsWith("(") || before.endsWith(","))
        && (after.startsWith(")") || after.startsWith(",") || after.startsWith("AS "));
  }

  @Override
  public String toString() {
    return text;
  }
}
