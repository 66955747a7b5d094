package karst.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pattern in the language of java.util.regex, made from one in Perl's.
 *
 * @param text the pattern
 * @param groups the number of each named group, in order of appearance
 * @param origins for each char of the text, where in the user's pattern it comes from
 */
record JavaPattern(String text, Map<String, Integer> groups, int[] origins) {
  /** Returns where in the user's pattern a place of the Java pattern comes from, or -1. */
  int origin(int index) {
    return origins.length == 0 || index < 0 ? -1 : origins[Math.min(index, origins.length - 1)];
  }

  /** A Java pattern that is being written. */
  static final class Builder {
    private final StringBuilder out = new StringBuilder();
    private int[] origins = new int[64];
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private int groupCount;

    private record Reference(int group, int place) {}

    /** Returns how many capturing groups have begun. */
    int groupCount() {
      return groupCount;
    }

    /** Writes text that comes from a place of the user's pattern. */
    void emit(String text, int place) {
      int from = out.length();
      out.append(text);
      if (out.length() > origins.length) {
        origins = Arrays.copyOf(origins, Math.max(out.length(), 2 * origins.length));
      }
      Arrays.fill(origins, from, out.length(), place);
    }

    /** Begins a capturing group. */
    void beginCapture(int place) {
      groupCount++;
      emit("(", place);
    }

    /** Begins a capturing group with a name, which Java gets to see as its number only. */
    void beginCapture(String name, int nameAt, int place) {
      if (names.putIfAbsent(name, groupCount + 1) != null) {
        throw new InvalidSyntaxException("there is a group `" + name + "` already", nameAt);
      }
      beginCapture(place);
    }

    /** Writes a reference to a group by number; the group may come later. */
    void refer(int group, int place) {
      references.add(new Reference(group, place));
      // A group of its own, so that a digit that follows stays a digit.
      emit("(?:\\" + group + ")", place);
    }

    /** Writes a reference to a group by name. */
    void refer(String name, int place) {
      Integer group = names.get(name);
      if (group == null) {
        throw new InvalidSyntaxException("there is no group `" + name + "` before this", place);
      }
      refer(group, place);
    }

    JavaPattern build() {
      for (Reference reference : references) {
        if (reference.group() > groupCount) {
          throw new InvalidSyntaxException(
              "there is no group " + reference.group(), reference.place());
        }
      }
      return new JavaPattern(
          out.toString(), Collections.unmodifiableMap(names), Arrays.copyOf(origins, out.length()));
    }
  }
}
