package karst.function.library;

import java.util.Arrays;
import karst.function.Accumulator;
import karst.vector.StringVector;

/**
 * The most frequent text. Of several the one with the smallest bytes wins, so that the order of
 * rows does not matter (spl-semantics §4.2 leaves it open).
 */
final class ModeAccumulator extends TextAccumulator {
  private final GroupTexts pairs = new GroupTexts();
  private long[] counts = new long[8];

  @Override
  void reserve(int groupCount) {}

  @Override
  void addText(int group, int text) {
    addTexts(group, text, 1);
  }

  private void addTexts(int group, int text, long times) {
    int pair = pairs.pair(group, text);
    if (pair == counts.length) {
      counts = Arrays.copyOf(counts, pair * 2);
    }
    counts[pair] += times;
  }

  @Override
  void mergeTexts(Accumulator other, int[] texts, int[] groups) {
    ModeAccumulator from = (ModeAccumulator) other;
    for (int pair = 0; pair < from.pairs.size(); pair++) {
      addTexts(groups[from.pairs.group(pair)], texts[from.pairs.text(pair)], from.counts[pair]);
    }
  }

  @Override
  public StringVector result(int groupCount) {
    StringVector texts = input.texts();
    int[] best = new int[groupCount];
    Arrays.fill(best, -1);
    for (int pair = 0; pair < pairs.size(); pair++) {
      int sofar = best[pairs.group(pair)];
      if (sofar < 0 || isBetter(texts, pair, sofar)) {
        best[pairs.group(pair)] = pair;
      }
    }
    StringVector.Builder out = new StringVector.Builder(groupCount);
    for (int group = 0; group < groupCount; group++) {
      if (best[group] < 0) {
        out.appendNull();
      } else {
        out.append(texts, pairs.text(best[group]));
      }
    }
    return out.build();
  }

  private boolean isBetter(StringVector texts, int pair, int sofar) {
    return counts[pair] != counts[sofar]
        ? counts[pair] > counts[sofar]
        : TextRanks.compare(texts, pairs.text(pair), pairs.text(sofar)) < 0;
  }

  @Override
  public long bytes() {
    return input.bytes() + pairs.bytes() + 8L * counts.length;
  }
}
