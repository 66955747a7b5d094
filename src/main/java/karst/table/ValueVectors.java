package karst.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import karst.type.SplType;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.ListVector;
import karst.vector.MixedVector;
import karst.vector.StringVector;
import karst.vector.Validity;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Makes vectors of {@link FieldValue}s, with one dictionary for a column. */
final class ValueVectors {
  private @Nullable Dictionary dictionary = new Dictionary();
  private long values;

  /** Returns the narrowest type that holds all values of a column. */
  static SplType typeOf(Iterable<? extends @Nullable Object> column) {
    SplType single = null;
    boolean lists = false;
    for (Object value : column) {
      SplType type;
      if (value instanceof List<?> list) {
        lists = true;
        type = typeOf(list);
      } else if (value == null) {
        continue;
      } else {
        type = value instanceof Double ? SplType.NUMBER : SplType.STRING;
      }
      single = single == null || single.equals(type) ? type : SplType.DYNAMIC;
    }
    if (single == null) {
      return SplType.STRING;
    }
    return lists && !single.equals(SplType.DYNAMIC) ? SplType.multivalue(single) : single;
  }

  /** Returns the next rows of a column of a type that holds them. */
  Vector vector(SplType type, List<? extends @Nullable Object> rows) {
    if (type instanceof SplType.Multivalue multivalue) {
      return lists(multivalue.of(), rows);
    }
    if (type instanceof SplType.Dynamic) {
      return mixed(rows);
    }
    return type.isNumeric() ? numbers(rows) : texts(rows);
  }

  private static DoubleVector numbers(List<? extends @Nullable Object> rows) {
    double[] numbers = new double[rows.size()];
    long[] validity = Validity.none(numbers.length);
    for (int row = 0; row < numbers.length; row++) {
      if (rows.get(row) instanceof Double number) {
        numbers[row] = number;
        Validity.set(validity, row);
      }
    }
    return new DoubleVector(numbers, validity, numbers.length);
  }

  private Vector texts(List<? extends @Nullable Object> rows) {
    Dictionary into = dictionary;
    if (into == null) {
      StringVector.Builder builder = new StringVector.Builder(rows.size());
      rows.forEach(value -> builder.append((String) value));
      return builder.build();
    }
    int[] codes = new int[rows.size()];
    for (int row = 0; row < codes.length; row++) {
      if (rows.get(row) instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        codes[row] = into.intern(bytes, 0, bytes.length);
        values++;
      } else {
        codes[row] = DictionaryVector.NULL;
      }
    }
    if (DictionaryLimits.exceeded(into, values)) {
      dictionary = null;
    }
    return new DictionaryVector(codes, into, codes.length);
  }

  private ListVector lists(SplType of, List<? extends @Nullable Object> rows) {
    int[] offsets = new int[rows.size() + 1];
    List<Object> elements = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Object value = rows.get(row);
      if (value instanceof List<?> list) {
        elements.addAll(list);
      } else if (value != null) {
        elements.add(value);
      }
      offsets[row + 1] = elements.size();
    }
    return new ListVector(offsets, vector(of, elements), rows.size());
  }

  private Vector mixed(List<? extends @Nullable Object> rows) {
    byte[] tags = new byte[rows.size()];
    int[] positions = new int[rows.size()];
    List<@Nullable Object> texts = new ArrayList<>();
    List<Object> numbers = new ArrayList<>();
    List<Object> lists = new ArrayList<>();
    for (int row = 0; row < tags.length; row++) {
      Object value = rows.get(row);
      if (value instanceof List<?>) {
        tags[row] = 2;
        positions[row] = lists.size();
        lists.add(value);
      } else if (value instanceof Double) {
        tags[row] = 1;
        positions[row] = numbers.size();
        numbers.add(value);
      } else {
        positions[row] = texts.size();
        texts.add(value);
      }
    }
    List<Vector> parts = new ArrayList<>(List.of(texts(texts), numbers(numbers)));
    if (!lists.isEmpty()) {
      parts.add(lists(SplType.DYNAMIC, lists));
    }
    return new MixedVector(tags, positions, parts);
  }
}
