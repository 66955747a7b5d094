package karst.command;

import karst.ast.FieldName;
import karst.source.Span;

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

  /** Takes the field that stands by itself or as an option, whose default holds without either. */
  static FieldName takeOr(Arguments arguments, String option, String command) {
    Options options = arguments.options();
    arguments.rejectOptions();
    if (!arguments.atEnd()) {
      FieldName field = take(arguments, command);
      if (options.has(option)) {
        arguments.error(field.span(), "the field stands twice, here and in `" + option + "`");
      }
      arguments.expectEnd();
      return field;
    }
    Span place = options.has(option) ? options.span(option) : arguments.span();
    return new FieldName(options.text(option), place);
  }
}
