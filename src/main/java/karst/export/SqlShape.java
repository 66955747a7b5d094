package karst.export;

import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The kinds of columns and values in SQL. SPL decides value by value what a number is; a column of
 * SQL has one kind, so what may be a number or not is text, as between SPL's commands.
 */
public enum SqlShape {
  /** A text, of which SPL may take some for numbers. */
  TEXT,
  /** A 64-bit float. */
  NUMBER,
  /** A number without a fraction, such as a count. */
  INTEGER,
  /** A truth value. */
  TRUTH,
  /** An array of texts, never empty and without nulls. */
  LIST;

  /** Returns the shape of a type of SQL. */
  public static SqlShape of(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case BOOLEAN -> TRUTH;
      case ARRAY -> LIST;
      case BIGINT, INTEGER -> INTEGER;
      case DOUBLE, DECIMAL -> NUMBER;
      default -> TEXT;
    };
  }

  /** Returns the shape that holds values of several shapes. */
  static SqlShape common(List<SqlShape> shapes) {
    if (shapes.stream().distinct().count() == 1) {
      return shapes.get(0);
    }
    if (shapes.contains(LIST)) {
      return LIST;
    }
    return shapes.stream().allMatch(SqlShape::isNumeric) ? NUMBER : TEXT;
  }

  /** Returns whether every value is a number. */
  public boolean isNumeric() {
    return this == NUMBER || this == INTEGER;
  }

  /** Returns the nullable type of the shape. */
  RelDataType type(RelDataTypeFactory types) {
    RelDataType plain =
        switch (this) {
          case TEXT -> types.createSqlType(SqlTypeName.VARCHAR);
          case NUMBER -> types.createSqlType(SqlTypeName.DOUBLE);
          case INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
          case TRUTH -> types.createSqlType(SqlTypeName.BOOLEAN);
          case LIST -> types.createArrayType(TEXT.type(types), -1);
        };
    return types.createTypeWithNullability(plain, true);
  }
}
