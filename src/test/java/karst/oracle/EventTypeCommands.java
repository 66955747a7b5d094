package karst.oracle;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import karst.command.Command;
import karst.command.Tags;
import karst.command.Typer;
import karst.model.EventMappings;
import karst.model.EventType;
import karst.parse.Parser;
import karst.source.SourceMap;
import karst.source.SourceText;
import org.jspecify.annotations.Nullable;

/** The commands that know the kinds of events (spl-semantics §2.4). */
final class EventTypeCommands {
  private static final List<EventType> TYPES = EventMappings.standard().eventTypes();

  private EventTypeCommands() {}

  /** Returns null for a command that is none of these. */
  static @Nullable Rows run(Command command, Rows rows, SearchTerms searches) {
    if (command instanceof Typer typer) {
      return typer(typer, rows, searches);
    }
    return command instanceof Tags tags ? tags(tags, rows, searches) : null;
  }

  private static Rows typer(Typer command, Rows rows, SearchTerms searches) {
    return rows.map(
        with(rows, List.of("eventtype")),
        row -> {
          List<String> types = new ArrayList<>(types(row, searches));
          types.removeIf(type -> !command.types().isEmpty() && !command.types().contains(type));
          if (!types.isEmpty()) {
            Values.set(row, "eventtype", types);
          }
          return row;
        });
  }

  private static List<String> types(Map<String, Object> row, SearchTerms searches) {
    return TYPES.stream()
        .filter(
            type -> {
              SourceMap text = SourceMap.identity(SourceText.of("<type>", type.search()));
              return searches.holds(Parser.parseSearch(text), row);
            })
        .map(EventType::name)
        .toList();
  }

  private static Rows tags(Tags command, Rows rows, SearchTerms searches) {
    if (!command.fields().isEmpty()
        && command.fields().stream().noneMatch(field -> field.name().equals("eventtype"))) {
      return rows;
    }
    List<String> outputs =
        command.output() == null ? List.of("tag", "tag::eventtype") : List.of(command.output());
    return rows.map(
        with(rows, outputs),
        row -> {
          List<String> types = Values.texts(row.get("eventtype"));
          Set<String> tags = new TreeSet<>();
          for (String name : types.isEmpty() ? types(row, searches) : types) {
            String prefix =
                (command.includesName() ? "eventtype::" : "")
                    + (command.includesValue() ? name + "::" : "");
            TYPES.stream()
                .filter(type -> type.name().equals(name))
                .flatMap(type -> type.tags().stream())
                .forEach(tag -> tags.add(command.output() == null ? tag : prefix + tag));
          }
          outputs.forEach(output -> Values.set(row, output, List.copyOf(tags)));
          return row;
        });
  }

  private static Set<String> with(Rows rows, List<String> more) {
    Set<String> columns = new LinkedHashSet<>(rows.columns());
    columns.addAll(more);
    return columns;
  }
}
