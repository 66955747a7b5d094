package karst.function.library;

import karst.function.Accumulator;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * What the aggregations over texts share. Values are told apart by their exact text: {@code 1} and
 * {@code 1.0} are two (spl-semantics §4.1).
 */
abstract class TextAccumulator implements Accumulator {
  /** The texts met so far. */
  final TextInput input = new TextInput();

  /** Makes room for a number of groups. */
  abstract void reserve(int groupCount);

  /** Prepares for a number of values. */
  void expect(int values) {
    // Most states have nothing to prepare.
  }

  /** Adds the text of a code to a group. */
  abstract void addText(int group, int text);

  /** Adds another state. {@code texts} holds for each of its codes the code here. */
  abstract void mergeTexts(Accumulator other, int[] texts, int[] groups);

  @Override
  public final void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {
    reserve(groupCount);
    if (argument == null) {
      return;
    }
    FlatArgument flat = FlatArgument.of(argument, groups, rows);
    input.read(flat);
    expect(flat.size());
    int[] ids = input.ids();
    for (int i = 0; i < flat.size(); i++) {
      if (ids[i] >= 0 && flat.groups()[i] >= 0) {
        addText(flat.groups()[i], ids[i]);
      }
    }
  }

  @Override
  public final void merge(Accumulator other, int[] groups, int groupCount) {
    reserve(groupCount);
    mergeTexts(other, input.adopt(((TextAccumulator) other).input), groups);
  }
}
