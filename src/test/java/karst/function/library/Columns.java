package karst.function.library;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import karst.function.ListBuilder;
import karst.function.Row;
import karst.function.ValueBuilder;
import karst.vector.ConstantVector;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.Kind;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Columns of plain values: null, a Double, a String, a Boolean or a List of them. */
final class Columns {
  private Columns() {}

  /** Returns the simplest vector of values without lists, else a list vector. */
  static Vector of(List<? extends @Nullable Object> values) {
    boolean lists = values.stream().anyMatch(value -> value instanceof List);
    return lists ? lists(values) : flat(values);
  }

  static Vector flat(List<? extends @Nullable Object> values) {
    ValueBuilder out = new ValueBuilder(values.size());
    for (Object value : values) {
      if (value == null) {
        out.appendNull();
      } else if (value instanceof Double number) {
        out.append(number.doubleValue());
      } else if (value instanceof Boolean truth) {
        out.append(truth.booleanValue());
      } else {
        out.append((String) value);
      }
    }
    return out.build();
  }

  /** Returns a list vector, also of single values. */
  static Vector lists(List<? extends @Nullable Object> values) {
    ListBuilder out = new ListBuilder(values.size());
    for (Object value : values) {
      if (value != null) {
        Vector elements = flat(value instanceof List<?> list ? list : List.of(value));
        for (int i = 0; i < elements.size(); i++) {
          out.add(elements, i);
        }
      }
      out.endRow();
    }
    return out.build();
  }

  /** Returns texts as codes of a dictionary. */
  static Vector coded(List<? extends @Nullable Object> values, Dictionary dictionary) {
    int[] codes = new int[values.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = DictionaryVector.NULL;
      if (values.get(i) instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        codes[i] = dictionary.intern(bytes, 0, bytes.length);
      }
    }
    return new DictionaryVector(codes, dictionary, codes.length);
  }

  static Vector constant(@Nullable Object value, int rows) {
    List<@Nullable Object> one = new ArrayList<>();
    one.add(value);
    return new ConstantVector(of(one), rows);
  }

  /** Returns a row as examples write it. */
  static String show(Vector vector, int row) {
    if (vector.kindAt(row) == Kind.NULL) {
      return "null";
    }
    if (vector.kindAt(row) != Kind.LIST) {
      String text = Row.textOf(vector, row);
      return text.isEmpty() ? "\"\"" : text;
    }
    Vector list = vector.listAt(row);
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      String text = show(list, i);
      shown.add(text.contains(",") ? '"' + text + '"' : text);
    }
    return shown.toString();
  }

  static List<String> show(Vector vector) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < vector.size(); row++) {
      rows.add(show(vector, row));
    }
    return rows;
  }
}
