package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.FieldName;

/** Binds {@code index=NAME}, which may be given several times. */
final class IndexNames {
  private IndexNames() {}

  /** Takes the rest of the arguments; anything else is reported. */
  static List<FieldName> take(Arguments arguments) {
    List<FieldName> names = new ArrayList<>();
    while (!arguments.atEnd()) {
      if (arguments.peek() instanceof Argument.Option option
          && option.name().equalsIgnoreCase("index")
          && option.value() instanceof Argument.Word word) {
        arguments.take();
        names.add(new FieldName(word.text(), word.span()));
      } else {
        arguments.reject();
      }
    }
    return names;
  }
}
