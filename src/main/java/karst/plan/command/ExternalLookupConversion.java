package karst.plan.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import karst.ast.FieldName;
import karst.command.Lookup;
import karst.lookup.ExternalLookup;
import karst.plan.FieldValues;
import karst.plan.PlanBuilder;
import karst.plan.rel.MapBatches;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import karst.vector.Batch;
import karst.vector.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Plans {@code lookup} with a lookup whose rows a program finds: it is asked once in a run for each
 * combination of values.
 */
final class ExternalLookupConversion {
  private final Lookup command;
  private final PlanBuilder plan;
  private final ExternalLookup lookup;
  private final List<Lookup.Column> outputs;

  ExternalLookupConversion(Lookup command, PlanBuilder plan, ExternalLookup lookup) {
    this.command = command;
    this.plan = plan;
    this.lookup = lookup;
    this.outputs = command.mode() == Lookup.Mode.ALL ? others() : command.outputs();
  }

  /** Without a list, every field that is no key. */
  private List<Lookup.Column> others() {
    List<String> keys = command.keys().stream().map(key -> key.column().name()).toList();
    return lookup.fields().stream()
        .filter(field -> !keys.contains(field))
        .map(field -> new FieldName(field, command.span()))
        .map(field -> new Lookup.Column(field, field))
        .toList();
  }

  void convert() {
    Stream.concat(command.keys().stream(), command.outputs().stream())
        .map(Lookup.Column::column)
        .forEach(this::check);
    List<String> fields = outputs.stream().map(output -> output.field().name()).toList();
    Schema after = FieldValues.with(plan.schema(), fields);
    plan.transform(new MapBatches("lookup " + lookup.name(), () -> run(after)), after);
  }

  private void check(FieldName column) {
    if (!lookup.fields().contains(column.name())) {
      plan.context()
          .diagnostics()
          .add(
              Diagnostic.error(
                      DiagnosticCode.UNKNOWN_FIELD,
                      "the lookup `" + lookup.name() + "` has no column `" + column.name() + "`")
                  .suggest(column.name(), lookup.fields()),
              column.span());
    }
  }

  private UnaryOperator<Batch> run(Schema after) {
    Map<Map<String, String>, List<Map<String, String>>> known = new HashMap<>();
    return batch -> FieldValues.set(batch, after, row -> fields(batch, row, known));
  }

  private Map<String, ?> fields(
      Batch batch, int row, Map<Map<String, String>, List<Map<String, String>>> known) {
    List<Map<String, String>> found = new ArrayList<>();
    for (Map<String, String> keys : keys(batch, row)) {
      found.addAll(known.computeIfAbsent(keys, this::find));
    }
    Map<String, @Nullable Object> set = new LinkedHashMap<>();
    for (Lookup.Column output : outputs) {
      String field = output.field().name();
      boolean stays =
          command.mode() == Lookup.Mode.OUTPUTNEW
              && !FieldValues.texts(batch, field, row).isEmpty();
      List<String> values = new ArrayList<>();
      for (Map<String, String> each : found) {
        String value = each.get(output.column().name());
        if (value != null) {
          values.add(value);
        }
      }
      if (!stays) {
        // What is not found empties the field (spl-semantics §6.1 lookup, Q13).
        set.put(field, values);
      }
    }
    return set;
  }

  private List<Map<String, String>> find(Map<String, String> keys) {
    try {
      return List.copyOf(lookup.finder().find(keys));
    } catch (SplException e) {
      throw e;
    } catch (RuntimeException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new SplException(
          Diagnostic.error(
                  DiagnosticCode.CUSTOM_COMMAND,
                  "the lookup `" + lookup.name() + "` failed: " + why)
              .at(plan.context().diagnostics().map(), command.table().span()),
          e);
    }
  }

  /** Every combination of the values of the key fields; none if one has no value. */
  private List<Map<String, String>> keys(Batch batch, int row) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (Lookup.Column key : command.keys()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String text : FieldValues.texts(batch, key.field().name(), row)) {
          Map<String, String> with = new LinkedHashMap<>(combination);
          with.put(key.column().name(), text);
          longer.add(with);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
