package karst.lint;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a command does with fields.
 *
 * @param uses the fields that it reads
 * @param makes the fields that it sets; all of them are gone where its rows are new ones
 * @param narrows whether only what it makes is left
 * @param known whether {@code uses} and {@code makes} are complete
 * @param then from the fields before it to those behind it
 */
record FieldEffect(
    List<FieldUse> uses,
    Set<String> makes,
    boolean narrows,
    boolean known,
    UnaryOperator<FieldSet> then) {
  FieldEffect {
    uses = List.copyOf(uses);
    makes = Set.copyOf(makes);
  }

  /** Returns the effect of a command of which nothing is known. */
  static FieldEffect unknown() {
    return new FieldEffect(List.of(), Set.of(), false, false, FieldSet::opened);
  }

  /** Returns the effect of a command that only reads. */
  static FieldEffect reads(List<FieldUse> uses) {
    return new FieldEffect(uses, Set.of(), false, true, UnaryOperator.identity());
  }

  /** Returns the effect of a command that sets fields. */
  static FieldEffect makes(List<FieldUse> uses, Collection<String> names) {
    return new FieldEffect(uses, Set.copyOf(names), false, true, before -> before.with(names));
  }

  /** Returns the effect of a command whose rows have some fields and no others. */
  static FieldEffect replaces(List<FieldUse> uses, FieldSet after) {
    return new FieldEffect(uses, after.names(), true, !after.open(), before -> after);
  }

  /** Returns this effect, of which more is not known. */
  FieldEffect incomplete() {
    return new FieldEffect(uses, makes, narrows, false, then);
  }

  /** Returns this effect with another outcome. */
  FieldEffect then(UnaryOperator<FieldSet> outcome) {
    return new FieldEffect(uses, makes, narrows, known, outcome);
  }
}
