package karst.type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which of many literals many texts hold, in any case of their letters: one pass over the
 * texts, however many literals there are (Aho and Corasick 1975).
 *
 * <p>Literals are ASCII. A text with a character beyond counts as holding all of them: such a
 * character may be another case of an ASCII letter.
 */
public final class TextAutomaton {
  private static final int BYTES = 256;

  /** The class of each byte; bytes of no literal are of class 0. */
  private final byte[] classes = new byte[BYTES];

  private final int classCount;

  /** The next state for a state and a class; its complement where a literal ends. */
  private final int[] next;

  /** The literals that end in a state. */
  private final int[][] ends;

  private final int literals;

  private TextAutomaton(List<byte[]> literals) {
    this.literals = literals.size();
    int count = 1;
    for (byte[] literal : literals) {
      for (byte letter : literal) {
        if (classes[letter] == 0) {
          classes[letter] = (byte) count;
          classes[Character.toUpperCase(letter)] = (byte) count++;
        }
      }
    }
    classCount = count;
    List<int[]> states = new ArrayList<>();
    List<List<Integer>> found = new ArrayList<>();
    addState(states, found);
    for (int i = 0; i < literals.size(); i++) {
      int state = 0;
      for (byte letter : literals.get(i)) {
        int[] edges = states.get(state);
        if (edges[classes[letter]] == 0) {
          edges[classes[letter]] = states.size();
          addState(states, found);
        }
        state = edges[classes[letter]];
      }
      found.get(state).add(i);
    }
    complete(states, found);
    ends = new int[states.size()][];
    for (int state = 0; state < ends.length; state++) {
      ends[state] = found.get(state).stream().mapToInt(Integer::intValue).toArray();
    }
    next = new int[states.size() * classCount];
    for (int state = 0; state < ends.length; state++) {
      for (int letter = 0; letter < classCount; letter++) {
        int target = states.get(state)[letter];
        next[state * classCount + letter] = ends[target].length == 0 ? target : ~target;
      }
    }
  }

  private void addState(List<int[]> states, List<List<Integer>> found) {
    states.add(new int[classCount]);
    found.add(new ArrayList<>());
  }

  /** Gives each state without an edge for a class the edge of its longest proper suffix. */
  private void complete(List<int[]> states, List<List<Integer>> found) {
    int[] suffix = new int[states.size()];
    Deque<Integer> queue = new ArrayDeque<>();
    for (int target : states.get(0)) {
      if (target != 0) {
        queue.add(target);
      }
    }
    while (!queue.isEmpty()) {
      int state = queue.remove();
      found.get(state).addAll(found.get(suffix[state]));
      int[] edges = states.get(state);
      int[] fallback = states.get(suffix[state]);
      for (int letter = 0; letter < classCount; letter++) {
        if (edges[letter] == 0) {
          edges[letter] = fallback[letter];
        } else {
          suffix[edges[letter]] = fallback[letter];
          queue.add(edges[letter]);
        }
      }
    }
  }

  /** Returns whether a text may be a literal: it is ASCII and not empty. */
  public static boolean isLiteral(String text) {
    return !text.isEmpty() && text.chars().allMatch(letter -> letter < 0x80);
  }

  /** Returns the automaton of some literals. */
  public static TextAutomaton of(List<String> literals) {
    Map<String, byte[]> folded = new HashMap<>();
    List<byte[]> all = new ArrayList<>();
    for (String literal : literals) {
      all.add(
          folded.computeIfAbsent(
              literal, text -> CaseFolding.fold(text).getBytes(StandardCharsets.US_ASCII)));
    }
    return new TextAutomaton(all);
  }

  /**
   * Returns the texts that hold one of the literals.
   *
   * @param offsets text {@code i} is {@code bytes[offsets[i] .. offsets[i + 1])}
   * @param size the number of texts
   */
  BitSet findAny(byte[] bytes, int[] offsets, int size) {
    BitSet found = new BitSet(size);
    for (int text = 0; text < size; text++) {
      int state = 0;
      int end = offsets[text + 1];
      for (int at = offsets[text]; at < end && state >= 0; at++) {
        int letter = bytes[at];
        state = letter < 0 ? -1 : next[state * classCount + classes[letter]];
      }
      if (state < 0) {
        found.set(text);
      }
    }
    return found;
  }

  /**
   * Returns for each literal the texts that hold it.
   *
   * @param offsets text {@code i} is {@code bytes[offsets[i] .. offsets[i + 1])}
   * @param size the number of texts
   */
  public List<BitSet> find(byte[] bytes, int[] offsets, int size) {
    List<BitSet> found = new ArrayList<>();
    for (int i = 0; i < literals; i++) {
      found.add(new BitSet(size));
    }
    int[] last = new int[ends.length];
    Arrays.fill(last, -1);
    for (int text = 0; text < size; text++) {
      int state = 0;
      int end = offsets[text + 1];
      for (int at = offsets[text]; at < end; at++) {
        int letter = bytes[at];
        if (letter < 0) {
          for (BitSet each : found) {
            each.set(text);
          }
          break;
        }
        state = next[state * classCount + classes[letter]];
        if (state < 0) {
          state = ~state;
          // A text that has the literals of a state need not be told so again.
          if (last[state] != text) {
            last[state] = text;
            for (int literal : ends[state]) {
              found.get(literal).set(text);
            }
          }
        }
      }
    }
    return found;
  }
}
