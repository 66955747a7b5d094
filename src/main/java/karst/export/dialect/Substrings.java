package karst.export.dialect;

import karst.export.ExportRefusal;
import karst.export.ScalarArguments;
import karst.export.ScalarRendering;
import karst.export.SqlShape;
import org.apache.calcite.rex.RexNode;

/** Parts of texts by constant places, which databases agree upon as long as they count from 1. */
final class Substrings {
  private Substrings() {}

  /**
   * Returns the rendering of {@code substr}.
   *
   * @param from the template of what is behind a place
   * @param part the template of so many characters from a place on
   * @param last the template of the last characters
   */
  static ScalarRendering rendering(String from, String part, String last) {
    return arguments -> render(arguments, from, part, last);
  }

  private static RexNode render(ScalarArguments arguments, String from, String part, String last) {
    int start = arguments.constantInteger(1);
    boolean toEnd = arguments.size() < 3;
    int length = toEnd ? 0 : arguments.constantInteger(2);
    String template;
    if (start < 0 && toEnd) {
      template = last.formatted(-start);
    } else if (start < 1 || length < 0) {
      throw new ExportRefusal("`substr` starts at " + start + " and takes " + length);
    } else {
      template = toEnd ? from.formatted(start) : part.formatted(start, length);
    }
    return arguments.sql().call(SqlShape.TEXT, template, arguments.text(0));
  }
}
