package karst.table.parquet;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * Finds the columns of a file's schema, which is a tree in the order of a walk from its root.
 *
 * <p>A group makes columns named with a point, a list of single values one with several values.
 * What is nested deeper has a column, too, which cannot be read.
 */
final class SchemaLeaves {
  private final List<SchemaElement> elements;
  private final List<ParquetColumn> columns = new ArrayList<>();
  private int next = 1;
  private int leaf;

  private SchemaLeaves(List<SchemaElement> elements) {
    this.elements = elements;
  }

  /**
   * Returns the columns of a schema.
   *
   * @throws IndexOutOfBoundsException if the tree is cut off
   */
  static List<ParquetColumn> of(List<SchemaElement> elements) {
    SchemaLeaves leaves = new SchemaLeaves(elements);
    for (int i = 0; i < elements.get(0).getNum_children(); i++) {
      leaves.field("", 0);
    }
    return leaves.columns;
  }

  private void field(String prefix, int definition) {
    SchemaElement element = elements.get(next++);
    String name = prefix + element.getName();
    boolean repeated = element.getRepetition_type() == FieldRepetitionType.REPEATED;
    int level = definition + (element.getRepetition_type() == FieldRepetitionType.REQUIRED ? 0 : 1);
    if (!isGroup(element)) {
      add(name, level, repeated, element);
    } else if (isList(element) && !repeated) {
      list(name, level, element);
    } else if (repeated || isMap(element)) {
      skip(name, element, isMap(element) ? "map" : "list of groups");
    } else {
      for (int i = 0; i < element.getNum_children(); i++) {
        field(name + ".", level);
      }
    }
  }

  private void list(String name, int definition, SchemaElement list) {
    SchemaElement entry = elements.get(next);
    if (list.getNum_children() != 1 || entry.getRepetition_type() != FieldRepetitionType.REPEATED) {
      skip(name, list, "list of an unknown form");
      return;
    }
    if (!isGroup(entry)) {
      next++;
      add(name, definition + 1, true, entry);
      return;
    }
    SchemaElement value = elements.get(next + 1);
    boolean single =
        entry.getNum_children() == 1
            && !isGroup(value)
            && value.getRepetition_type() != FieldRepetitionType.REPEATED;
    if (!single) {
      skip(name, list, "list of lists or groups");
      return;
    }
    next += 2;
    boolean optional = value.getRepetition_type() == FieldRepetitionType.OPTIONAL;
    add(name, definition + (optional ? 2 : 1), true, value);
  }

  private void add(String name, int definition, boolean repeated, SchemaElement element) {
    columns.add(new ParquetColumn(name, leaf++, definition, repeated, LeafType.of(element)));
  }

  /** Passes over the leaves of a group, for which one column stands. */
  private void skip(String name, SchemaElement group, String what) {
    columns.add(new ParquetColumn(name, leaf, 0, false, LeafType.unsupported(what)));
    for (int open = group.getNum_children(); open > 0; open--) {
      SchemaElement element = elements.get(next++);
      open += isGroup(element) ? element.getNum_children() : 0;
      leaf += isGroup(element) ? 0 : 1;
    }
  }

  private static boolean isGroup(SchemaElement element) {
    return !element.isSetType();
  }

  private static boolean isList(SchemaElement group) {
    return group.isSetLogicalType() && group.getLogicalType().isSetLIST()
        || group.getConverted_type() == ConvertedType.LIST;
  }

  private static boolean isMap(SchemaElement group) {
    return group.isSetLogicalType() && group.getLogicalType().isSetMAP()
        || group.getConverted_type() == ConvertedType.MAP
        || group.getConverted_type() == ConvertedType.MAP_KEY_VALUE;
  }
}
