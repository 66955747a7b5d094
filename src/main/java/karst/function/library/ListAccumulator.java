package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.vector.ListVector;
import karst.vector.Selection;
import karst.vector.StringVector;

/** The texts of each group in row order, the first {@value #MAX_VALUES} of them. */
final class ListAccumulator extends TextAccumulator {
  /** SPL keeps no more values (spl-semantics §4.2). */
  static final int MAX_VALUES = 100;

  private static final int END = -1;

  private int[] heads = new int[0];
  private int[] tails = new int[0];
  private int[] counts = new int[0];

  private int[] texts = new int[8];
  private int[] nexts = new int[8];
  private int size;

  @Override
  void reserve(int groupCount) {
    if (counts.length < groupCount) {
      int room = GroupArrays.room(counts.length, groupCount);
      heads = GroupArrays.grown(heads, room, END);
      tails = GroupArrays.grown(tails, room, END);
      counts = Arrays.copyOf(counts, room);
    }
  }

  @Override
  void addText(int group, int text) {
    if (counts[group] == MAX_VALUES) {
      return;
    }
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, size * 2);
      nexts = Arrays.copyOf(nexts, size * 2);
    }
    texts[size] = text;
    nexts[size] = END;
    if (counts[group]++ == 0) {
      heads[group] = size;
    } else {
      nexts[tails[group]] = size;
    }
    tails[group] = size++;
  }

  @Override
  void mergeTexts(Accumulator other, int[] mapped, int[] groups) {
    ListAccumulator from = (ListAccumulator) other;
    for (int group = 0; group < Math.min(groups.length, from.counts.length); group++) {
      for (int entry = from.heads[group]; entry != END; entry = from.nexts[entry]) {
        addText(groups[group], mapped[from.texts[entry]]);
      }
    }
  }

  @Override
  public ListVector result(int groupCount) {
    reserve(groupCount);
    int[] offsets = new int[groupCount + 1];
    int[] elements = new int[size];
    int next = 0;
    for (int group = 0; group < groupCount; group++) {
      for (int entry = heads[group]; entry != END; entry = nexts[entry]) {
        elements[next++] = texts[entry];
      }
      offsets[group + 1] = next;
    }
    StringVector values = input.texts().gather(Selection.of(elements, next));
    return new ListVector(offsets, values, groupCount);
  }

  @Override
  public long bytes() {
    return input.bytes() + 12L * counts.length + 8L * texts.length;
  }
}
