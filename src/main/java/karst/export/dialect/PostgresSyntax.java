package karst.export.dialect;

import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.jspecify.annotations.Nullable;

/** How PostgreSQL's SQL is written. */
final class PostgresSyntax extends PostgresqlSqlDialect {
  PostgresSyntax() {
    super(PostgresqlSqlDialect.DEFAULT_CONTEXT);
  }

  @Override
  public void quoteStringLiteral(StringBuilder out, @Nullable String charset, String value) {
    out.append(Literals.standard(value));
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
    return switch (type.getSqlTypeName()) {
      case VARCHAR, CHAR -> Literals.type("TEXT", type);
      case ARRAY -> Literals.type("TEXT[]", type);
      default -> super.getCastSpec(type);
    };
  }
}
