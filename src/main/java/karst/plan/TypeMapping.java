package karst.plan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** SPL's types as Calcite's and back; every one of them may be null. */
public final class TypeMapping {
  private TypeMapping() {}

  /** Returns a factory whose texts are Unicode. */
  public static RelDataTypeFactory newFactory() {
    return new SqlTypeFactoryImpl(RelDataTypeSystem.DEFAULT) {
      @Override
      public Charset getDefaultCharset() {
        return StandardCharsets.UTF_8;
      }
    };
  }

  /** Returns the nullable Calcite type of an SPL type; a time is a number there. */
  public static RelDataType toRel(RelDataTypeFactory factory, SplType type) {
    RelDataType plain =
        type instanceof SplType.Multivalue list
            ? factory.createArrayType(toRel(factory, list.of()), -1)
            : factory.createSqlType(typeName(type));
    return factory.createTypeWithNullability(plain, true);
  }

  private static SqlTypeName typeName(SplType type) {
    if (type.isNumeric()) {
      return SqlTypeName.DOUBLE;
    }
    if (type instanceof SplType.Text) {
      return SqlTypeName.VARCHAR;
    }
    return type instanceof SplType.Bool ? SqlTypeName.BOOLEAN : SqlTypeName.ANY;
  }

  /** Returns the row type of a schema. */
  public static RelDataType toRel(RelDataTypeFactory factory, Schema schema) {
    RelDataTypeFactory.Builder builder = factory.builder();
    for (Column column : schema.columns()) {
      builder.add(column.name(), toRel(factory, column.type()));
    }
    return builder.build();
  }

  /** Returns the SPL type of a Calcite type. */
  public static SplType fromRel(RelDataType type) {
    return switch (type.getSqlTypeName()) {
      case CHAR, VARCHAR -> SplType.STRING;
      case BOOLEAN -> SplType.BOOLEAN;
      case DOUBLE, DECIMAL, INTEGER, BIGINT -> SplType.NUMBER;
      case ARRAY -> {
        RelDataType component = type.getComponentType();
        yield SplType.multivalue(component == null ? SplType.DYNAMIC : fromRel(component));
      }
      default -> SplType.DYNAMIC;
    };
  }

  /** Returns the schema of a row type. */
  public static Schema schemaOf(RelDataType rowType) {
    return new Schema(rowType.getFieldList().stream().map(TypeMapping::column).toList());
  }

  private static Column column(RelDataTypeField field) {
    return new Column(field.getName(), fromRel(field.getType()));
  }
}
