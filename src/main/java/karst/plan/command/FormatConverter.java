package karst.plan.command;

import java.util.List;
import karst.command.Format;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.SubsearchText;
import karst.plan.rel.FormatRows;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;

/** Plans {@code format}: one row of one field. */
public final class FormatConverter implements CommandConverter<Format> {
  private static final Schema TEXT = new Schema(List.of(new Column("search", SplType.STRING)));

  @Override
  public void convert(Format command, PlanBuilder plan) {
    List<String> words = command.words();
    plan.transform(
        new FormatRows(
            new SubsearchText.Words(
                words.get(0),
                words.get(1),
                words.get(2),
                words.get(3),
                words.get(4),
                words.get(5),
                command.multivalueSeparator(),
                command.emptyText()),
            command.maxResults() == 0 ? Long.MAX_VALUE : command.maxResults()),
        TEXT);
  }
}
