package karst.export.dialect;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlAlienSystemTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** How DuckDB's SQL is written. */
final class DuckDbSyntax extends DuckDBSqlDialect {
  DuckDbSyntax() {
    super(DuckDBSqlDialect.DEFAULT_CONTEXT);
  }

  /** Texts stand in single quotes whatever characters they have. */
  @Override
  public void quoteStringLiteral(StringBuilder out, @Nullable String charset, String value) {
    out.append('\'').append(value.replace("'", "''")).append('\'');
  }

  @Override
  public boolean supportsCharSet() {
    return false;
  }

  @Override
  public boolean supportsNestedAggregations() {
    return false;
  }

  @Override
  public @Nullable SqlNode getCastSpec(RelDataType type) {
    if (type.getSqlTypeName() != SqlTypeName.ARRAY) {
      return super.getCastSpec(type);
    }
    return new SqlDataTypeSpec(
        new SqlAlienSystemTypeNameSpec("VARCHAR[]", SqlTypeName.ARRAY, SqlParserPos.ZERO),
        SqlParserPos.ZERO);
  }

  @Override
  public void unparseOffsetFetch(
      SqlWriter writer, @Nullable SqlNode offset, @Nullable SqlNode fetch) {
    unparseFetchUsingLimit(writer, offset, fetch);
  }
}
