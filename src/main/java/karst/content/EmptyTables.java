package karst.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import karst.model.DataModel;
import karst.model.DataModels;
import karst.model.Dataset;
import karst.model.ModelField;
import karst.table.MemoryTable;
import karst.table.MemoryTableBuilder;
import karst.table.Table;
import karst.type.SplType;

/** Tables without rows for the datasets of data models, so that searches over them compile. */
public final class EmptyTables {
  private EmptyTables() {}

  /** Returns a table for each root dataset, with the fields of all datasets below it. */
  public static List<Table> of(DataModels models) {
    List<Table> tables = new ArrayList<>();
    for (String name : models.names()) {
      DataModel model = models.model(name);
      if (model != null) {
        model.roots().forEach(root -> tables.add(table(model, root)));
      }
    }
    return tables;
  }

  private static Table table(DataModel model, Dataset root) {
    Set<String> names = new LinkedHashSet<>();
    model.fieldsWithin(root).stream().map(ModelField::name).forEach(names::add);
    MemoryTableBuilder builder = MemoryTable.builder(root.tableName());
    for (String name : names) {
      // What a field holds only data tells; a time alone is always one.
      builder.column(name, name.equals(Table.TIME_FIELD) ? SplType.TIME : SplType.DYNAMIC);
    }
    return builder.build();
  }
}
