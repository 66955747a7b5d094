package karst.function.library;

import java.nio.charset.StandardCharsets;
import karst.function.Accumulator;
import karst.function.AggregateContext;
import karst.type.Numbers;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.Kind;
import karst.vector.LongVector;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The smallest or the largest value: numbers by value before texts by UTF-8 bytes. The result is
 * the text of the value that won, {@code 7.70} say, and the first of several that are equal
 * (spl-semantics §4.2).
 */
final class MinMaxAccumulator implements Accumulator {
  private final int sign;
  private final GroupValues best;
  private final DictionaryNumbers dictionary = new DictionaryNumbers();

  private MinMaxAccumulator(AggregateContext context, int sign) {
    this.sign = sign;
    this.best = new GroupValues(context.argumentType());
  }

  static MinMaxAccumulator min(AggregateContext context) {
    return new MinMaxAccumulator(context, -1);
  }

  static MinMaxAccumulator max(AggregateContext context) {
    return new MinMaxAccumulator(context, 1);
  }

  @Override
  public void add(
      int[] groups, int groupCount, @Nullable Vector argument, @Nullable Vector time, int rows) {
    best.reserve(groupCount);
    if (argument == null) {
      return;
    }
    FlatArgument flat = FlatArgument.of(argument, groups, rows);
    int size = flat.size();
    if (flat.vector() instanceof DoubleVector numbers && best.isNumeric()) {
      best.offer(numbers, flat.groups(), size, sign);
    } else if (flat.vector() instanceof DoubleVector numbers) {
      for (int i = 0; i < size; i++) {
        if (flat.groups()[i] >= 0 && !numbers.isNull(i)) {
          offer(flat.groups()[i], numbers.values()[i]);
        }
      }
    } else if (flat.vector() instanceof LongVector numbers) {
      for (int i = 0; i < size; i++) {
        if (flat.groups()[i] >= 0 && !numbers.isNull(i)) {
          offer(flat.groups()[i], numbers.values()[i]);
        }
      }
    } else if (flat.vector() instanceof DictionaryVector coded) {
      addCodes(coded, flat.groups(), size);
    } else if (flat.vector() instanceof StringVector texts) {
      for (int i = 0; i < size; i++) {
        if (flat.groups()[i] >= 0 && !texts.isNull(i)) {
          double number = Numbers.parseOrNaN(texts.heap(), texts.start(i), texts.end(i));
          offer(flat.groups()[i], number, texts, i);
        }
      }
    } else {
      addOthers(flat);
    }
  }

  private void addCodes(DictionaryVector coded, int[] groups, int size) {
    dictionary.use(coded.dictionary());
    StringVector texts = dictionary.texts();
    int[] codes = coded.codes();
    for (int i = 0; i < size; i++) {
      if (groups[i] >= 0 && codes[i] >= 0) {
        offer(groups[i], dictionary.number(codes[i]), texts, codes[i]);
      }
    }
  }

  private void addOthers(FlatArgument flat) {
    Vector vector = flat.vector();
    for (int i = 0; i < flat.size(); i++) {
      int group = flat.groups()[i];
      Kind kind = group < 0 ? Kind.NULL : vector.kindAt(i);
      if (kind == Kind.NUMBER) {
        offer(group, vector.numberAt(i));
      } else if (kind == Kind.TEXT) {
        byte[] bytes = vector.textAt(i).getBytes(StandardCharsets.UTF_8);
        offer(group, Numbers.parseOrNaN(bytes, 0, bytes.length), bytes, 0, bytes.length);
      }
    }
  }

  private void offer(int group, double number) {
    // NaN is no number that could win.
    if (!Double.isNaN(number)
        && (best.isEmpty(group) || best.compareNumber(number, group) * sign > 0)) {
      best.set(group, number);
    }
  }

  private void offer(int group, double number, StringVector texts, int row) {
    offer(group, number, texts.heap(), texts.start(row), texts.end(row));
  }

  private void offer(int group, double number, byte[] bytes, int start, int end) {
    if (!best.isEmpty(group)) {
      int order =
          Double.isNaN(number)
              ? best.compareText(bytes, start, end, group)
              : best.compareNumber(number, group);
      if (order * sign <= 0) {
        return;
      }
    }
    best.set(group, number, bytes, start, end);
  }

  @Override
  public void merge(Accumulator other, int[] groups, int groupCount) {
    best.reserve(groupCount);
    GroupValues from = ((MinMaxAccumulator) other).best;
    from.reserve(groups.length);
    for (int group = 0; group < groups.length; group++) {
      int to = groups[group];
      if (!from.isEmpty(group) && (best.isEmpty(to) || best.compare(from, group, to) * sign > 0)) {
        best.set(to, from, group);
      }
    }
  }

  @Override
  public Vector result(int groupCount) {
    return best.build(groupCount);
  }

  @Override
  public long bytes() {
    return best.bytes() + dictionary.bytes();
  }
}
