package karst.table.parquet;

import karst.table.Table;
import karst.table.parquet.LeafType.Meaning;
import karst.type.SplType;

/**
 * A column of a file: a leaf of its schema.
 *
 * @param name the field's name, that of its group before it with a point
 * @param leaf the index among the leaves, which is that of its chunk in a row group
 * @param definition the definition level of a value, greater than those of nulls
 * @param repeated whether a row may hold several values
 * @param type what the values are
 */
record ParquetColumn(String name, int leaf, int definition, boolean repeated, LeafType type) {
  private static final String TEXT_TIME = "text in place of a time";

  ParquetColumn {
    if (name.equals(Table.TIME_FIELD)) {
      // Text would be compared with the bounds of a search as text.
      type = repeated || !type.isNumeric() ? untimely(type) : type;
    }
  }

  private static LeafType untimely(LeafType type) {
    return LeafType.unsupported(type.meaning() == Meaning.TEXT ? TEXT_TIME : type.name());
  }

  /** Returns what the compiler may know of a row's value. */
  SplType splType() {
    if (type.meaning() == Meaning.UNSUPPORTED) {
      return SplType.DYNAMIC;
    }
    SplType single = name.equals(Table.TIME_FIELD) ? SplType.TIME : type.type();
    return repeated ? SplType.multivalue(single) : single;
  }

  /** Returns this column under another name. */
  ParquetColumn named(String other) {
    return new ParquetColumn(other, leaf, definition, repeated, type);
  }
}
