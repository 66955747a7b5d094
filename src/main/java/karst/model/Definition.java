package karst.model;

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
 * A mapping of a model file, read key by key. What is not as expected is reported at its place, and
 * reading goes on with the nearest thing to it, so that one run shows all faults of a file.
 */
final class Definition {
  private final Span span;
  private final Diagnostics problems;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();

  private Definition(YamlNode.Mapping mapping, List<String> keys, Diagnostics problems) {
    this.span = mapping.span();
    this.problems = problems;
    for (YamlNode.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (!keys.contains(key)) {
        problems.add(error("unknown key `" + key + "`").suggest(key, keys), entry.key().span());
      } else if (values.putIfAbsent(key, entry.value()) != null) {
        report("the key `" + key + "` stands here twice", entry.key().span());
      }
    }
  }

  /** Returns the definition that a node holds, or null after reporting that it is no mapping. */
  static @Nullable Definition of(YamlNode node, List<String> keys, Diagnostics problems) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new Definition(mapping, keys, problems);
    }
    problems.add(error("expected keys with values: " + String.join(", ", keys)), node.span());
    return null;
  }

  /** Returns an error about a model file. */
  static Diagnostic error(String message) {
    return Diagnostic.error(DiagnosticCode.MODEL_DEFINITION, message);
  }

  /** Reports a fault. */
  void report(String message, Span place) {
    problems.add(error(message), place);
  }

  /** Reports a fault with the nearest of some names. */
  void report(String message, YamlNode.Scalar wrong, Iterable<String> candidates) {
    problems.add(error(message).suggest(wrong.text(), candidates), wrong.span());
  }

  /** Returns the single value of a key, or null when the key is absent or reported. */
  YamlNode.@Nullable Scalar scalar(String key) {
    YamlNode value = values.get(key);
    return value == null ? null : asScalar(value, "`" + key + "` is a single value");
  }

  /** Returns the name that a key has to give to a model or dataset, or null after reporting. */
  YamlNode.@Nullable Scalar name(String key, String what) {
    if (!values.containsKey(key)) {
      report("the key `" + key + "` is missing", span);
    }
    YamlNode.Scalar name = scalar(key);
    if (name != null && !Names.isName(name.text())) {
      report(what + " consists of letters, digits and `_`", name.span());
      return null;
    }
    return name;
  }

  /** Returns the text of a key without blanks around it; empty when absent. */
  String text(String key) {
    YamlNode.Scalar value = scalar(key);
    return value == null ? "" : value.text().strip();
  }

  /** Returns the value of a key when it says true, else null. */
  YamlNode.@Nullable Scalar flag(String key) {
    YamlNode.Scalar value = scalar(key);
    if (value == null || value.text().equals("false")) {
      return null;
    }
    if (!value.text().equals("true")) {
      report("`" + key + "` is true or false", value.span());
      return null;
    }
    return value;
  }

  /** Returns the items of a list that has to be there with at least one; none after reporting. */
  List<YamlNode> requiredItems(String key) {
    YamlNode value = values.get(key);
    if (value == null) {
      report("the key `" + key + "` is missing", span);
      return List.of();
    }
    List<YamlNode> items = asItems(value, key);
    if (items.isEmpty() && value instanceof YamlNode.Sequence) {
      report("`" + key + "` is empty", value.span());
    }
    return items;
  }

  /** Returns the items of a key's list; none when absent. */
  List<YamlNode> items(String key) {
    YamlNode value = values.get(key);
    return value == null ? List.of() : asItems(value, key);
  }

  /** Returns the items of a key's list of single values. */
  List<YamlNode.Scalar> names(String key) {
    YamlNode value = values.get(key);
    return value == null ? List.of() : asNames(value, key);
  }

  /** Returns the entries of a key's mapping; none when absent. */
  List<YamlNode.Entry> entries(String key) {
    YamlNode value = values.get(key);
    if (value instanceof YamlNode.Mapping mapping) {
      return mapping.entries();
    }
    if (value != null) {
      report("`" + key + "` holds keys with values", value.span());
    }
    return List.of();
  }

  /** Returns the single values of a list. */
  List<YamlNode.Scalar> asNames(YamlNode value, String key) {
    List<YamlNode.Scalar> names = new ArrayList<>();
    for (YamlNode item : asItems(value, key)) {
      YamlNode.Scalar name = asScalar(item, "`" + key + "` is a list of names");
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** Returns a node as a single value, or null after reporting. */
  YamlNode.@Nullable Scalar asScalar(YamlNode value, String expectation) {
    if (value instanceof YamlNode.Scalar scalar) {
      return scalar;
    }
    report(expectation, value.span());
    return null;
  }

  private List<YamlNode> asItems(YamlNode value, String key) {
    if (value instanceof YamlNode.Sequence sequence) {
      return sequence.items();
    }
    report("`" + key + "` is a list", value.span());
    return List.of();
  }
}
