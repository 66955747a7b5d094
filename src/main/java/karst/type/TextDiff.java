package karst.type;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The differences of two texts as {@code diff} writes them, three lines around each change. */
public final class TextDiff {
  private static final int AROUND = 3;
  private static final String STARS = "***************";

  private final List<String> before;
  private final List<String> after;
  private final List<List<LineDiff.Run>> hunks;

  private TextDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
    this.hunks = hunks(LineDiff.of(before, after));
  }

  /** Returns the differences of two texts. */
  public static TextDiff of(String before, String after) {
    return new TextDiff(before.lines().toList(), after.lines().toList());
  }

  /** Returns whether there are none. */
  public boolean isEmpty() {
    return hunks.isEmpty();
  }

  /** Cuts long runs that stay, so that changes far apart stand in hunks of their own. */
  private static List<List<LineDiff.Run>> hunks(List<LineDiff.Run> runs) {
    List<List<LineDiff.Run>> hunks = new ArrayList<>();
    List<LineDiff.Run> hunk = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      LineDiff.Run run = runs.get(i);
      boolean last = i == runs.size() - 1;
      if (run.change() != LineDiff.Change.STAY) {
        hunk.add(run);
      } else if (hunk.isEmpty()) {
        hunk.add(end(run));
      } else if (last) {
        hunk.add(start(run));
      } else if (run.length() > 2 * AROUND) {
        hunk.add(start(run));
        hunks.add(hunk);
        hunk = new ArrayList<>(List.of(end(run)));
      } else {
        hunk.add(run);
      }
    }
    if (hunk.stream().anyMatch(run -> run.change() != LineDiff.Change.STAY)) {
      hunks.add(hunk);
    }
    return hunks;
  }

  private static LineDiff.Run start(LineDiff.Run run) {
    return new LineDiff.Run(run.change(), run.from(), run.into(), Math.min(AROUND, run.length()));
  }

  private static LineDiff.Run end(LineDiff.Run run) {
    int skipped = Math.max(0, run.length() - AROUND);
    return new LineDiff.Run(
        run.change(), run.from() + skipped, run.into() + skipped, run.length() - skipped);
  }

  /** Returns the unified form, under the names of the texts if they have some. */
  public String unified(@Nullable String beforeName, @Nullable String afterName) {
    List<String> out = new ArrayList<>();
    if (beforeName != null && afterName != null) {
      out.add("--- " + beforeName);
      out.add("+++ " + afterName);
    }
    for (List<LineDiff.Run> hunk : hunks) {
      int goes = length(hunk, LineDiff.Change.COME);
      int comes = length(hunk, LineDiff.Change.GO);
      out.add(
          "@@ -"
              + unifiedRange(hunk.get(0).from(), goes)
              + " +"
              + unifiedRange(hunk.get(0).into(), comes)
              + " @@");
      for (LineDiff.Run run : hunk) {
        switch (run.change()) {
          case STAY -> lines(before, run.from(), run.length(), " ", out);
          case GO -> lines(before, run.from(), run.length(), "-", out);
          case COME -> lines(after, run.into(), run.length(), "+", out);
        }
      }
    }
    return String.join("\n", out);
  }

  /** Returns the form of two parts for each change, under the names of the texts. */
  public String context(@Nullable String beforeName, @Nullable String afterName) {
    List<String> out = new ArrayList<>();
    if (beforeName != null && afterName != null) {
      out.add("*** " + beforeName);
      out.add("--- " + afterName);
    }
    for (List<LineDiff.Run> hunk : hunks) {
      out.add(STARS);
      int goes = length(hunk, LineDiff.Change.COME);
      int comes = length(hunk, LineDiff.Change.GO);
      out.add("*** " + contextRange(hunk.get(0).from(), goes) + " ****");
      part(hunk, LineDiff.Change.GO, out);
      out.add("--- " + contextRange(hunk.get(0).into(), comes) + " ----");
      part(hunk, LineDiff.Change.COME, out);
    }
    return String.join("\n", out);
  }

  /** The lines of one of the texts; none where nothing in it changes. */
  private void part(List<LineDiff.Run> hunk, LineDiff.Change change, List<String> out) {
    if (hunk.stream().noneMatch(run -> run.change() == change)) {
      return;
    }
    boolean old = change == LineDiff.Change.GO;
    for (int i = 0; i < hunk.size(); i++) {
      LineDiff.Run run = hunk.get(i);
      boolean replaced = isChange(hunk, i - 1) || isChange(hunk, i + 1);
      String mark =
          run.change() == LineDiff.Change.STAY ? "  " : replaced ? "! " : old ? "- " : "+ ";
      if (run.change() == LineDiff.Change.STAY || run.change() == change) {
        lines(old ? before : after, old ? run.from() : run.into(), run.length(), mark, out);
      }
    }
  }

  private static boolean isChange(List<LineDiff.Run> hunk, int at) {
    return at >= 0 && at < hunk.size() && hunk.get(at).change() != LineDiff.Change.STAY;
  }

  private static void lines(
      List<String> text, int from, int length, String mark, List<String> out) {
    text.subList(from, from + length).forEach(line -> out.add(mark + line));
  }

  /** Returns the number of lines of a hunk without those of a change. */
  private static int length(List<LineDiff.Run> hunk, LineDiff.Change without) {
    return hunk.stream()
        .filter(run -> run.change() != without)
        .mapToInt(LineDiff.Run::length)
        .sum();
  }

  /** Lines are counted from 1; no lines stand behind the line before. */
  private static String unifiedRange(int from, int length) {
    return length == 1 ? String.valueOf(from + 1) : (length == 0 ? from : from + 1) + "," + length;
  }

  private static String contextRange(int from, int length) {
    return length <= 1 ? String.valueOf(from + length) : (from + 1) + "," + (from + length);
  }
}
