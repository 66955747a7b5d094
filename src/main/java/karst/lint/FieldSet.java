package karst.lint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The fields that rows may have at a place in a search.
 *
 * @param names those that a command makes, in order
 * @param open whether there may be others, as in raw events
 */
record FieldSet(Set<String> names, boolean open) {
  /** Whatever events bring along. */
  static final FieldSet UNKNOWN = new FieldSet(Set.of(), true);

  FieldSet {
    names = new LinkedHashSet<>(names);
  }

  /** Returns the set of some fields and no others. */
  static FieldSet closed(Collection<String> names) {
    return new FieldSet(new LinkedHashSet<>(names), false);
  }

  /** Returns whether rows may have a field. */
  boolean mayHave(String name) {
    return open || names.contains(name);
  }

  /** Returns this set and some fields. */
  FieldSet with(Collection<String> more) {
    Set<String> all = new LinkedHashSet<>(names);
    all.addAll(more);
    return new FieldSet(all, open);
  }

  /** Returns this set without the fields that satisfy a pattern. */
  FieldSet without(StarName pattern) {
    Set<String> left = new LinkedHashSet<>(names);
    left.removeIf(pattern::matches);
    return new FieldSet(left, open);
  }

  /** Returns this set when there may be any other field besides. */
  FieldSet opened() {
    return new FieldSet(names, true);
  }

  /** Returns the names that a pattern matches. */
  List<String> matching(StarName pattern) {
    return names.stream().filter(pattern::matches).toList();
  }

  /** Returns this set with other names. */
  FieldSet renamed(UnaryOperator<String> names) {
    List<String> renamed = new ArrayList<>();
    this.names.forEach(name -> renamed.add(names.apply(name)));
    return new FieldSet(new LinkedHashSet<>(renamed), open);
  }
}
