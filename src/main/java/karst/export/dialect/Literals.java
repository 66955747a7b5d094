package karst.export.dialect;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** How texts and types are written by several dialects. */
final class Literals {
  private Literals() {}

  /** Returns a text in which only a quote is special, as standard SQL has it. */
  static String standard(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** Returns a text in which a backslash escapes. */
  static String escaped(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Returns a type by a name that Calcite does not know. */
  static SqlNode type(String name, RelDataType type) {
    return new SqlDataTypeSpec(
        new SqlAlienSystemTypeNameSpec(name, type.getSqlTypeName(), SqlParserPos.ZERO),
        SqlParserPos.ZERO);
  }
}
