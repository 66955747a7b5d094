package karst.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.yaml.YamlNode;
import karst.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mapping.
 *
 * <pre>
 * name: sysmon
 * search: a condition that holds for all events of the file; may be absent
 * eventtypes:
 *   - {name: ..., search: ..., tags: [...]}
 * lookups:
 *   dns_reply: {"0": NoError, "9003": NXDomain}
 * fields: {dest: Computer}        for every rule that does not set the field itself
 * rules:
 *   - name: process creation
 *     search: EventCode=1
 *     datasets: [Endpoint.Processes]
 *     fields:
 *       process: CommandLine      an eval expression; a field alone is an alias
 *       reply_code: {lookup: dns_reply, of: QueryStatus, otherwise: '"unknown"'}
 * </pre>
 */
final class MappingReader {
  private static final List<String> KEYS =
      List.of("name", "description", "search", "eventtypes", "lookups", "fields", "rules");

  private final Diagnostics problems;
  private final Map<String, List<YamlNode.Entry>> lookups = new LinkedHashMap<>();

  private MappingReader(Diagnostics problems) {
    this.problems = problems;
  }

  /**
   * Returns the mapping that a text defines.
   *
   * @throws karst.source.SplException if it is none; all faults are in it
   */
  static EventMapping read(SourceText source) {
    Diagnostics problems = new Diagnostics(SourceMap.identity(source));
    EventMapping mapping =
        new MappingReader(problems)
            .mapping(YamlReader.read(source, DiagnosticCode.MODEL_DEFINITION));
    problems.throwIfErrors();
    return mapping == null ? new EventMapping("", List.of(), List.of()) : mapping;
  }

  private @Nullable EventMapping mapping(YamlNode root) {
    Definition definition = Definition.of(root, KEYS, problems);
    if (definition == null) {
      return null;
    }
    YamlNode.Scalar name = definition.name("name", "a mapping's name");
    String title = name == null ? "" : name.text();
    for (YamlNode.Entry lookup : definition.entries("lookups")) {
      if (lookup.value() instanceof YamlNode.Mapping rows) {
        lookups.put(lookup.key().text(), rows.entries());
      } else {
        definition.report("a lookup holds keys with values", lookup.value().span());
      }
    }
    Map<String, String> common = fields(definition);
    List<MappingRule> rules = new ArrayList<>();
    for (YamlNode item : definition.items("rules")) {
      MappingRule rule = rule(item, title, definition.text("search"), common);
      if (rule != null) {
        rules.add(rule);
      }
    }
    return new EventMapping(title, rules, eventTypes(definition));
  }

  private List<EventType> eventTypes(Definition definition) {
    List<EventType> types = new ArrayList<>();
    for (YamlNode item : definition.items("eventtypes")) {
      Definition type = Definition.of(item, List.of("name", "search", "tags"), problems);
      if (type != null) {
        List<String> tags =
            type.names("tags").stream().map(tag -> tag.text().toLowerCase(Locale.ROOT)).toList();
        types.add(new EventType(type.text("name"), type.text("search"), tags));
      }
    }
    return types;
  }

  private @Nullable MappingRule rule(
      YamlNode node, String mapping, String search, Map<String, String> common) {
    Definition definition =
        Definition.of(node, List.of("name", "search", "datasets", "fields"), problems);
    if (definition == null) {
      return null;
    }
    List<String> searches = new ArrayList<>(List.of(search, definition.text("search")));
    searches.removeIf(String::isEmpty);
    if (searches.isEmpty()) {
      definition.report("a rule needs a `search`, or its file does", node.span());
    }
    List<String> datasets =
        definition.names("datasets").stream().map(YamlNode.Scalar::text).toList();
    Map<String, String> fields = new LinkedHashMap<>(common);
    fields.putAll(fields(definition));
    return new MappingRule(mapping + ": " + definition.text("name"), searches, datasets, fields);
  }

  private Map<String, String> fields(Definition definition) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (YamlNode.Entry entry : definition.entries("fields")) {
      YamlNode value = entry.value();
      if (value instanceof YamlNode.Scalar expression) {
        fields.put(entry.key().text(), expression.text().strip());
      } else {
        fields.put(entry.key().text(), lookup(value));
      }
    }
    return fields;
  }

  /** Returns the expression that finds a value in a lookup. */
  private String lookup(YamlNode node) {
    Definition call = Definition.of(node, List.of("lookup", "of", "otherwise"), problems);
    YamlNode.Scalar name = call == null ? null : call.scalar("lookup");
    if (call == null || name == null) {
      problems.add(
          Definition.error("a field is an eval expression, or has a `lookup`"), node.span());
      return "null()";
    }
    List<YamlNode.Entry> rows = lookups.get(name.text());
    if (rows == null) {
      call.report("there is no lookup `" + name.text() + "`", name, lookups.keySet());
      return "null()";
    }
    String of = "lower(" + call.text("of") + ")";
    StringBuilder cases = new StringBuilder("case(");
    for (YamlNode.Entry row : rows) {
      YamlNode.Scalar value = call.asScalar(row.value(), "a lookup's values are single");
      cases
          .append(of)
          .append("==")
          .append(quoted(row.key().text().toLowerCase(Locale.ROOT)))
          .append(", ")
          .append(quoted(value == null ? "" : value.text()))
          .append(", ");
    }
    String otherwise = call.text("otherwise");
    return cases + "true(), " + (otherwise.isEmpty() ? "null()" : otherwise) + ")";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
