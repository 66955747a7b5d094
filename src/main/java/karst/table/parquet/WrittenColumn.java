package karst.table.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;

/**
 * A column of a file that is written; each value may be null.
 *
 * @param name the field's name
 * @param kind what its values are
 */
public record WrittenColumn(String name, Kind kind) {
  /** How values are stored. */
  public enum Kind {
    /** Text in UTF-8; a number is written as it is printed. */
    TEXT,
    /** A 64-bit float. */
    NUMBER,
    /** Seconds since the epoch, as a timestamp in microseconds. */
    TIME,
    /** A list of texts. */
    TEXTS
  }

  /** Returns how the values are stored. */
  Type stored() {
    return switch (kind) {
      case TEXT, TEXTS -> Type.BYTE_ARRAY;
      case NUMBER -> Type.DOUBLE;
      case TIME -> Type.INT64;
    };
  }

  /** Returns the definition level of a value. */
  int definition() {
    return kind == Kind.TEXTS ? 3 : 1;
  }

  /** Returns the path from the schema's root to the leaf. */
  List<String> path() {
    return kind == Kind.TEXTS ? List.of(name, "list", "element") : List.of(name);
  }

  /** Returns the part of the schema that is the column. */
  List<SchemaElement> schema() {
    List<SchemaElement> elements = new ArrayList<>();
    if (kind == Kind.TEXTS) {
      SchemaElement list = element(name, FieldRepetitionType.OPTIONAL).setNum_children(1);
      list.setConverted_type(ConvertedType.LIST).setLogicalType(LogicalType.LIST(new ListType()));
      elements.add(list);
      elements.add(element("list", FieldRepetitionType.REPEATED).setNum_children(1));
    }
    SchemaElement leaf =
        element(kind == Kind.TEXTS ? "element" : name, FieldRepetitionType.OPTIONAL)
            .setType(stored());
    switch (kind) {
      case TEXT, TEXTS ->
          leaf.setConverted_type(ConvertedType.UTF8)
              .setLogicalType(LogicalType.STRING(new StringType()));
      case TIME ->
          leaf.setConverted_type(ConvertedType.TIMESTAMP_MICROS)
              .setLogicalType(
                  LogicalType.TIMESTAMP(
                      new TimestampType(true, TimeUnit.MICROS(new MicroSeconds()))));
      case NUMBER -> {}
    }
    elements.add(leaf);
    return elements;
  }

  private static SchemaElement element(String name, FieldRepetitionType repetition) {
    return new SchemaElement(name).setRepetition_type(repetition);
  }
}
