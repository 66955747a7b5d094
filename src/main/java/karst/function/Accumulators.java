package karst.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import karst.vector.Kind;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Makes accumulators of plain functions, so that a declaration stays a line. */
public final class Accumulators {
  private Accumulators() {}

  /**
   * Returns a maker of accumulators that keep all values of a group as texts, in the order of the
   * rows, and apply a function to them in the end. A group without values has no result.
   *
   * @param function answers null for no result
   */
  public static Function<AggregateContext, Accumulator> ofTexts(
      Function<List<String>, @Nullable String> function) {
    return context -> new Texts(function);
  }

  private static final class Texts implements Accumulator {
    /** What a text and its place in a list take beside its characters. */
    private static final int BYTES_OF_TEXT = 64;

    private final Function<List<String>, @Nullable String> function;
    private final List<List<String>> values = new ArrayList<>();
    private long bytes;

    Texts(Function<List<String>, @Nullable String> function) {
      this.function = function;
    }

    @Override
    public void add(
        int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {
      grow(groupCount);
      for (int row = 0; argument != null && row < rows; row++) {
        if (groups[row] < 0 || argument.isNull(row)) {
          continue;
        }
        if (argument.kindAt(row) == Kind.LIST) {
          Vector list = argument.listAt(row);
          for (int i = 0; i < list.size(); i++) {
            add(groups[row], Row.textOf(list, i));
          }
        } else {
          add(groups[row], Row.textOf(argument, row));
        }
      }
    }

    private void add(int group, String text) {
      values.get(group).add(text);
      bytes += BYTES_OF_TEXT + text.length();
    }

    private void grow(int groupCount) {
      while (values.size() < groupCount) {
        values.add(new ArrayList<>());
      }
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
      grow(groupCount);
      List<List<String>> more = ((Texts) other).values;
      for (int group = 0; group < more.size(); group++) {
        for (String text : more.get(group)) {
          add(groups[group], text);
        }
      }
    }

    @Override
    public Vector result(int groupCount) {
      grow(groupCount);
      StringVector.Builder results = new StringVector.Builder(groupCount);
      for (int group = 0; group < groupCount; group++) {
        List<String> texts = values.get(group);
        results.append(texts.isEmpty() ? null : function.apply(List.copyOf(texts)));
      }
      return results.build();
    }

    @Override
    public long bytes() {
      return bytes;
    }
  }
}
