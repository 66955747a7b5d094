package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.vector.ListVector;
import karst.vector.Selection;
import karst.vector.StringVector;

/** The distinct texts of each group in the order of their UTF-8 bytes. */
final class ValuesAccumulator extends TextAccumulator {
  private final GroupTexts pairs = new GroupTexts();

  @Override
  void reserve(int groupCount) {}

  @Override
  void addText(int group, int text) {
    pairs.pair(group, text);
  }

  @Override
  void mergeTexts(Accumulator other, int[] texts, int[] groups) {
    GroupTexts from = ((ValuesAccumulator) other).pairs;
    for (int pair = 0; pair < from.size(); pair++) {
      pairs.pair(groups[from.group(pair)], texts[from.text(pair)]);
    }
  }

  @Override
  public ListVector result(int groupCount) {
    StringVector texts = input.texts();
    int[] sorted = TextRanks.sorted(texts, used(texts.size()));
    int[] ranks = new int[texts.size()];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
    }
    int[] offsets = new int[groupCount + 1];
    for (int pair = 0; pair < pairs.size(); pair++) {
      offsets[pairs.group(pair) + 1]++;
    }
    for (int group = 0; group < groupCount; group++) {
      offsets[group + 1] += offsets[group];
    }
    int[] next = offsets.clone();
    int[] elements = new int[pairs.size()];
    for (int pair = 0; pair < pairs.size(); pair++) {
      elements[next[pairs.group(pair)]++] = ranks[pairs.text(pair)];
    }
    for (int group = 0; group < groupCount; group++) {
      Arrays.sort(elements, offsets[group], offsets[group + 1]);
    }
    for (int i = 0; i < elements.length; i++) {
      elements[i] = sorted[elements[i]];
    }
    StringVector values = texts.gather(Selection.of(elements, elements.length));
    return new ListVector(offsets, values, groupCount);
  }

  /** The dictionary may be a table's, with many texts that no group has. */
  private int[] used(int texts) {
    boolean[] has = new boolean[texts];
    int count = 0;
    for (int pair = 0; pair < pairs.size(); pair++) {
      count += has[pairs.text(pair)] ? 0 : 1;
      has[pairs.text(pair)] = true;
    }
    int[] used = new int[count];
    int next = 0;
    for (int text = 0; text < texts; text++) {
      if (has[text]) {
        used[next++] = text;
      }
    }
    return used;
  }

  @Override
  public long bytes() {
    return input.bytes() + pairs.bytes();
  }
}
