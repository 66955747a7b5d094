package karst.lint;

import java.util.List;
import karst.ast.FieldName;

/**
 * A place where a command reads a field.
 *
 * @param field the field
 * @param parts where dots may also join values, the names between the dots; else none
 * @param lenient whether the command asks whether the field is there at all
 */
record FieldUse(FieldName field, List<String> parts, boolean lenient) {
  FieldUse {
    parts = List.copyOf(parts);
  }

  static FieldUse of(FieldName field) {
    return new FieldUse(field, List.of(), false);
  }

  /** Returns whether rows that may have some fields may have this one. */
  boolean isIn(FieldSet fields) {
    return fields.mayHave(field.name())
        || (!parts.isEmpty() && parts.stream().allMatch(fields::mayHave));
  }
}
