package karst.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import karst.source.Span;
import karst.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a YAML mapping, read one by one. A value of the wrong shape is reported at its place,
 * and reading goes on; a key that nobody asks for does not matter.
 */
final class Fields {
  private final Span span;
  private final Diagnostics problems;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  private Fields(Span span, List<YamlNode.Entry> entries, Diagnostics problems) {
    this.span = span;
    this.problems = problems;
    for (YamlNode.Entry entry : entries) {
      if (values.putIfAbsent(entry.key().text(), entry.value()) != null) {
        report("the key `" + entry.key().text() + "` stands here twice", entry.key().span());
      }
    }
  }

  /** Returns the keys of a node; none, after a report, when it has no keys. */
  static Fields of(YamlNode node, Diagnostics problems) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new Fields(mapping.span(), mapping.entries(), problems);
    }
    if (!isEmpty(node)) {
      problems.add(error("expected keys with values"), node.span());
    }
    return new Fields(node.span(), List.of(), problems);
  }

  /** Returns the place of the mapping. */
  Span span() {
    return span;
  }

  /** Returns the keys in their order. */
  List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** Returns whether a key is there. */
  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Returns the single value of a key, or null when it is absent, empty or reported. */
  YamlNode.@Nullable Scalar scalar(String key) {
    YamlNode value = values.get(key);
    if (value == null || isEmpty(value)) {
      return null;
    }
    if (value instanceof YamlNode.Scalar scalar) {
      return scalar;
    }
    report("`" + key + "` is a single value", value.span());
    return null;
  }

  /** Returns the single value of a key that has to be there, or null after a report. */
  YamlNode.@Nullable Scalar required(String key) {
    YamlNode.Scalar scalar = scalar(key);
    if (scalar == null && !(values.get(key) instanceof YamlNode.Sequence)) {
      report("the key `" + key + "` is missing or empty", span);
    }
    return scalar;
  }

  /** Returns the text of a key; empty when absent. */
  String text(String key) {
    YamlNode.Scalar scalar = scalar(key);
    return scalar == null ? "" : scalar.text().strip();
  }

  /** Returns the number of a key; a default when it is absent or reported. */
  double number(String key, double otherwise) {
    YamlNode.Scalar scalar = scalar(key);
    if (scalar == null) {
      return otherwise;
    }
    try {
      return Double.parseDouble(scalar.text());
    } catch (NumberFormatException e) {
      report("`" + key + "` is a number, not `" + scalar.text() + "`", scalar.span());
      return otherwise;
    }
  }

  /** Returns the values of a key's list; a single value is a list of one. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(key)) {
      if (item instanceof YamlNode.Scalar scalar) {
        texts.add(scalar.text().strip());
      } else {
        report("`" + key + "` is a list of texts", item.span());
      }
    }
    return texts;
  }

  /** Returns the items of a key's list, each a mapping. */
  List<Fields> list(String key) {
    return items(key).stream().map(item -> of(item, problems)).toList();
  }

  /** Returns the keys below a key; none when it is absent. */
  Fields below(String key) {
    YamlNode value = values.get(key);
    return value == null ? new Fields(span, List.of(), problems) : of(value, problems);
  }

  /** Returns the keys that have a single value. */
  Map<String, String> singles() {
    Map<String, String> singles = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value instanceof YamlNode.Scalar scalar) {
            singles.put(key, scalar.text().strip());
          }
        });
    return singles;
  }

  /** Reports a fault. */
  void report(String message, Span place) {
    problems.add(error(message), place);
  }

  private List<YamlNode> items(String key) {
    YamlNode value = values.get(key);
    if (value instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    return value == null || isEmpty(value) ? List.of() : List.of(value);
  }

  private static boolean isEmpty(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.text().isBlank();
  }

  private static Diagnostic error(String message) {
    return Diagnostic.error(DiagnosticCode.DETECTION_DEFINITION, message);
  }
}
