package karst.lint;

import karst.ast.RawCommand;
import karst.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A command at its place in a search.
 *
 * @param raw the command as written
 * @param command the command as bound; null where that failed
 * @param effect what it does with fields
 * @param before the fields that rows may have before it
 */
record Step(RawCommand raw, @Nullable Command command, FieldEffect effect, FieldSet before) {
  /** Returns the fields that rows may have behind the command. */
  FieldSet after() {
    return effect.then().apply(before);
  }
}
