package karst.exec.operator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import karst.plan.rel.Clusters;
import org.jspecify.annotations.Nullable;

/**
 * How similar texts are: twice what two have in common, over what both have. Terms are numbers
 * here, the same for the same text.
 */
final class TextSimilarity {
  private static final int GRAM = 3;

  private final Clusters.Terms match;
  private final @Nullable String delimiters;
  private final Map<String, Integer> numbers = new HashMap<>();

  TextSimilarity(Clusters.Terms match, @Nullable String delimiters) {
    this.match = match;
    this.delimiters = delimiters;
  }

  /**
   * A text that is compared.
   *
   * @param terms its terms, in order; of a set each once
   * @param sorted the same, sorted
   */
  record Terms(int[] terms, int[] sorted) {}

  /** Returns the terms of a text. */
  Terms terms(String text) {
    List<String> terms = match == Clusters.Terms.GRAMS ? grams(text) : words(text);
    int[] coded =
        (match == Clusters.Terms.LIST ? terms.stream() : terms.stream().distinct())
            .mapToInt(term -> numbers.computeIfAbsent(term, unseen -> numbers.size()))
            .toArray();
    int[] sorted = coded.clone();
    Arrays.sort(sorted);
    return new Terms(coded, sorted);
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isDelimiter(text.charAt(i))) {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private boolean isDelimiter(char c) {
    return delimiters == null
        ? !(Character.isLetterOrDigit(c) || c == '_')
        : delimiters.indexOf(c) >= 0;
  }

  /** A text of fewer than three characters is one gram. */
  private static List<String> grams(String text) {
    List<String> grams = new ArrayList<>();
    for (int i = 0; i + GRAM <= text.length(); i++) {
      grams.add(text.substring(i, i + GRAM));
    }
    return grams.isEmpty() ? List.of(text) : grams;
  }

  /** Returns whether two texts are similar enough. */
  boolean similar(Terms one, Terms other, double threshold) {
    int size = one.terms.length + other.terms.length;
    if (size == 0) {
      return true;
    }
    double least = threshold * size / 2;
    // What is in order in both is in both: most pairs need no more than this.
    int common = common(one.sorted, other.sorted);
    if (common < least || match != Clusters.Terms.LIST) {
      return common >= least;
    }
    return inOrder(one.terms, other.terms) >= least;
  }

  private static int common(int[] one, int[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      if (one[i] == other[j]) {
        common++;
        i++;
        j++;
      } else if (one[i] < other[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }

  /** The length of the longest common subsequence. */
  private static int inOrder(int[] one, int[] other) {
    int[] before = new int[other.length + 1];
    for (int term : one) {
      int[] now = new int[other.length + 1];
      for (int j = 0; j < other.length; j++) {
        now[j + 1] = term == other[j] ? before[j] + 1 : Math.max(now[j], before[j + 1]);
      }
      before = now;
    }
    return before[other.length];
  }
}
