package karst.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import karst.plan.TypeMapping;
import karst.plan.rel.SplTableScan;
import karst.type.SplType;
import org.apache.calcite.plan.RelOptSchema;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.RelOptTableImpl;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalTableScan;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexNode;

/**
 * Turns scans into those of a database's table: its columns are texts, but for times, which are
 * seconds since the epoch, and fields of several values, which are arrays of texts.
 */
final class ScanTranslator {
  private ScanTranslator() {}

  static Rows translate(Sql sql, SplTableScan scan, List<String> table, Optional<String> ordinal) {
    if (scan.predicate() != null) {
      throw new IllegalArgumentException("the plan is optimised");
    }
    RelDataTypeFactory types = scan.getCluster().getTypeFactory();
    RelDataTypeFactory.Builder columns = types.builder();
    for (RelDataTypeField field : scan.getRowType().getFieldList()) {
      boolean several = TypeMapping.fromRel(field.getType()) instanceof SplType.Multivalue;
      columns.add(field.getName(), sql.type(several ? SqlShape.LIST : SqlShape.TEXT));
    }
    ordinal.ifPresent(name -> columns.add(name, sql.type(SqlShape.INTEGER)));
    RelNode node =
        LogicalTableScan.create(scan.getCluster(), table(table, columns.build()), List.of());
    int width = scan.getRowType().getFieldCount();
    List<RexNode> values = new ArrayList<>();
    for (RelDataTypeField field : scan.getRowType().getFieldList()) {
      values.add(column(sql, field, Rows.references(node, width).get(field.getIndex())));
    }
    List<Rows.RowKey> order =
        ordinal.isPresent()
            ? List.of(new Rows.RowKey(Rows.references(node, width + 1).get(width), false))
            : List.of();
    return new Rows(node, values, order, ordinal.isPresent(), List.of(), null);
  }

  private static RexNode column(Sql sql, RelDataTypeField field, RexNode column) {
    if (TypeMapping.fromRel(field.getType()).isNumeric()) {
      return sql.call(SqlShape.NUMBER, sql.dialect().numberColumn(), column);
    }
    return column;
  }

  private static RelOptTable table(List<String> name, RelDataType rowType) {
    RelOptSchema none = null;
    return RelOptTableImpl.create(none, rowType, name, null);
  }
}
