package karst.command;

import java.util.List;
import karst.ast.FieldName;

/**
 * What a row of column totals is made of (spl-semantics §6.1 addtotals).
 *
 * @param fields fields or patterns; empty for all
 * @param labelField the field that tells the row from others; empty for none
 * @param label what stands in it
 */
public record TotalsFields(List<FieldName> fields, String labelField, String label) {
  public TotalsFields {
    fields = List.copyOf(fields);
  }
}
