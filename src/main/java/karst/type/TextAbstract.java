package karst.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The lines of a text that have most of some words, as they stand in it. */
public final class TextAbstract {
  /** Before a line that does not follow the one before. */
  private static final String GAP = "...";

  /** How much a word in the line itself counts, where one in a line beside it counts 1. */
  private static final int OWN_WEIGHT = 3;

  private TextAbstract() {}

  /**
   * Returns the lines with most words, at most some of them; the first lines where no word is
   * found. Upper and lower case are the same.
   */
  public static String of(String text, List<String> words, int maxLines) {
    List<String> lines = text.lines().toList();
    if (lines.size() <= 1) {
      return text;
    }
    List<String> lower = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    int[] found = new int[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).toLowerCase(Locale.ROOT);
      found[i] = (int) lower.stream().filter(line::contains).count();
    }
    boolean any = Arrays.stream(found).anyMatch(count -> count > 0);
    List<Integer> chosen = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!any || weight(found, i) > 0) {
        chosen.add(i);
      }
    }
    chosen.sort(Comparator.<Integer>comparingInt(i -> -weight(found, i)).thenComparing(i -> i));
    List<Integer> kept =
        chosen.subList(0, Math.min(maxLines, chosen.size())).stream().sorted().toList();
    return joined(lines, kept);
  }

  private static int weight(int[] found, int line) {
    int before = line > 0 ? found[line - 1] : 0;
    int after = line + 1 < found.length ? found[line + 1] : 0;
    return OWN_WEIGHT * found[line] + before + after;
  }

  private static String joined(List<String> lines, List<Integer> kept) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < kept.size(); i++) {
      boolean gap = i > 0 && kept.get(i) > kept.get(i - 1) + 1;
      out.append(i == 0 ? "" : "\n").append(gap ? GAP : "").append(lines.get(kept.get(i)));
    }
    return out.toString();
  }
}
