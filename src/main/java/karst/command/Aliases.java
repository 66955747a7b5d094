package karst.command;

import karst.ast.FieldName;
import org.jspecify.annotations.Nullable;

/** Binds {@code AS name}. */
final class Aliases {
  private Aliases() {}

  /** Returns the name after {@code AS}; null when there is no {@code AS}, or (an error) no name. */
  static @Nullable FieldName take(Arguments arguments) {
    if (!arguments.takeKeyword("as")) {
      return null;
    }
    if (arguments.atKeyword("by", "groupby", "as")) {
      arguments.missing("a name after `AS`");
      return null;
    }
    return arguments.takeField("a name after `AS`");
  }
}
