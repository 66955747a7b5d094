package karst.table;

import java.util.List;

/**
 * Texts of which a row that passes a filter holds at least one within a cell, in any case of its
 * letters (spl-semantics §2.2).
 *
 * @param alternatives the texts, at least one
 */
public record RequiredText(List<String> alternatives) {
  public RequiredText {
    alternatives = List.copyOf(alternatives);
  }
}
