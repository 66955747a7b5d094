package karst.command;

import karst.ast.FieldName;

/** The field of a command that works on exactly one. */
final class OneField {
  private OneField() {}

  /** Takes the field; a missing one or a pattern is reported. */
  static FieldName take(Arguments arguments, String command) {
    arguments.rejectOptions();
    FieldName field = arguments.atEnd() ? null : arguments.takeField("a field");
    if (field == null) {
      arguments.missingUnlessFaulty("a field");
      return new FieldName("", arguments.span());
    }
    if (field.hasWildcard()) {
      arguments.error(
          field.span(), "`" + command + "` takes one field, without wildcards", "name the field");
    }
    return field;
  }
}
