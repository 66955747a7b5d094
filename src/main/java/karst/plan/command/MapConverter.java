package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.command.Map;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.RowSets;
import karst.plan.StageRows;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.vector.Batch;
import karst.vector.Schema;
import karst.vector.TextOf;
import org.apache.calcite.rel.logical.LogicalValues;
import org.jspecify.annotations.Nullable;

/** Plans {@code map}: the rows are a stage; each makes a search, whose rows are put together. */
public final class MapConverter implements CommandConverter<Map> {
  private static final Pattern PLACE = Pattern.compile("\\$([^$\\s]*)\\$");

  @Override
  public void convert(Map command, PlanBuilder plan) {
    warnOfUnknownFields(command, plan);
    if (command.maxSearches() < Integer.MAX_VALUE) {
      plan.limit(command.maxSearches() + 1);
    }
    StageRows rows = plan.run();
    if (rows == null) {
      plan.resumeUnknown(new Schema(List.of()));
      return;
    }
    List<PlanBuilder> searches = searches(command, rows, plan);
    if (searches.isEmpty()) {
      plan.set(
          LogicalValues.createEmpty(
              plan.context().cluster(),
              plan.context().cluster().getTypeFactory().builder().build()));
      return;
    }
    plan.set(searches.get(0).node());
    RowSets.append(plan, searches.subList(1, searches.size()));
  }

  private static List<PlanBuilder> searches(Map command, StageRows rows, PlanBuilder plan) {
    List<PlanBuilder> searches = new ArrayList<>();
    int seen = 0;
    for (Batch batch : rows.batches()) {
      for (int i = 0; i < batch.rowCount(); i++) {
        if (seen++ == command.maxSearches()) {
          warn(
              plan,
              command,
              DiagnosticCode.ROW_LIMIT,
              "`map` runs for the first " + command.maxSearches() + " rows only");
          return searches;
        }
        String search = filled(command.search(), batch, batch.selection().row(i));
        if (search == null) {
          warn(
              plan,
              command,
              DiagnosticCode.UNKNOWN_FIELD,
              "`map` passes over rows that lack a field which its search names");
        } else {
          SourceText text = SourceText.of("<search of map>", search);
          searches.add(plan.context().stages().plan(text, plan.context()));
        }
      }
    }
    return searches;
  }

  /**
   * Puts a row's values into the search; null when one is missing. A value stands there as it is,
   * save that a quote in a quoted text stays one.
   */
  private static @Nullable String filled(String search, Batch batch, int row) {
    Matcher place = PLACE.matcher(search);
    StringBuilder out = new StringBuilder();
    while (place.find()) {
      String value = "$";
      if (!place.group(1).isEmpty()) {
        int column = batch.schema().indexOf(place.group(1));
        value = column < 0 ? null : TextOf.row(batch.vector(column), row);
        if (value == null) {
          return null;
        }
        if (isQuoted(search, place.start())) {
          value = value.replace("\\", "\\\\").replace("\"", "\\\"");
        }
      }
      place.appendReplacement(out, Matcher.quoteReplacement(value));
    }
    return place.appendTail(out).toString();
  }

  private static boolean isQuoted(String search, int at) {
    boolean quoted = false;
    for (int i = 0; i < at; i++) {
      if (search.charAt(i) == '\\') {
        i++;
      } else if (search.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return quoted;
  }

  private static void warnOfUnknownFields(Map command, PlanBuilder plan) {
    Matcher place = PLACE.matcher(command.search());
    Set<String> seen = new LinkedHashSet<>();
    while (place.find()) {
      String field = place.group(1);
      if (!field.isEmpty() && plan.indexOf(field) < 0 && seen.add(field)) {
        plan.context().unknownField(field, command.span(), plan);
      }
    }
  }

  private static void warn(PlanBuilder plan, Map command, DiagnosticCode code, String message) {
    plan.context()
        .stages()
        .warn(
            Diagnostic.warning(code, message)
                .at(plan.context().diagnostics().map(), command.span()));
  }
}
