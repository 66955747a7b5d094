package karst.plan.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.command.Iplocation;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.PlanContext;
import karst.plan.TypeMapping;
import karst.plan.rel.Locate;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.table.IpLocations;
import karst.type.SplType;
import karst.vector.Column;
import karst.vector.Schema;
import org.apache.calcite.rex.RexNode;

/**
 * Plans {@code iplocation}: columns out of a database of locations; a field that is there already
 * stays where nothing is known. Without a database the fields are null.
 */
public final class IplocationConverter implements CommandConverter<Iplocation> {
  private static final List<String> FIELDS =
      List.of("City", "Country", "Region", "lat", "lon", "Continent", "MetroCode", "Timezone");
  private static final int BASIC = 5;

  /** No query can write a name that begins so. */
  private static final String FOUND = "$found ";

  @Override
  public void convert(Iplocation command, PlanBuilder plan) {
    PlanContext context = plan.context();
    List<String> names =
        FIELDS.subList(0, command.allFields() ? FIELDS.size() : BASIC).stream()
            .map(field -> command.prefix() + field)
            .toList();
    plan.field(command.field());
    int column = plan.indexOf(command.field().name());
    IpLocations locations = context.tables().locations();
    if (locations == null || column < 0) {
      if (locations == null) {
        warn(command, context);
      }
      Map<String, RexNode> nothing = new LinkedHashMap<>();
      names.stream()
          .filter(name -> plan.find(name) == null)
          .forEach(name -> nothing.put(name, context.nothing()));
      plan.assign(nothing);
      return;
    }
    List<Column> columns =
        new ArrayList<>(TypeMapping.schemaOf(plan.node().getRowType()).columns());
    names.forEach(name -> columns.add(new Column(FOUND + name, SplType.STRING)));
    Locate locate = new Locate(column, names.size(), command.language(), locations);
    plan.transform(locate, new Schema(columns));
    rename(names, plan);
  }

  private static void rename(List<String> names, PlanBuilder plan) {
    Map<String, RexNode> result = new LinkedHashMap<>();
    for (int i = 0; i < plan.names().size() - names.size(); i++) {
      result.put(plan.names().get(i), plan.columns().get(i));
    }
    for (String name : names) {
      RexNode found = plan.columns().get(plan.indexOf(FOUND + name));
      RexNode before = plan.find(name);
      result.put(
          name, before == null ? found : plan.context().firstPresent(List.of(found, before)));
    }
    plan.project(List.copyOf(result.values()), List.copyOf(result.keySet()));
  }

  private static void warn(Iplocation command, PlanContext context) {
    context
        .diagnostics()
        .add(
            Diagnostic.warning(
                    DiagnosticCode.UNKNOWN_TABLE,
                    "there is no database of locations, so the fields are null")
                .hint("name one: --locations FILE.mmdb"),
            command.span());
  }
}
