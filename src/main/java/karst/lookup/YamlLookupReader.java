package karst.lookup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceText;
import karst.yaml.YamlNode;
import karst.yaml.YamlReader;

/**
 * Reads a YAML file of one lookup: the settings of {@code transforms.conf} as fields, a list where
 * a setting has several values. A file of the type {@code csv} that names no file of rows has them
 * beside it, under its own name.
 */
final class YamlLookupReader {
  private YamlLookupReader() {}

  /**
   * Returns the lookup of a file; empty for one without rows, such as a model.
   *
   * @param stem the name of the file without its ending
   * @throws karst.source.SplException if the text is no YAML, or a setting has no meaning
   */
  static Optional<LookupDefinition> read(SourceText source, String stem) {
    return definition(settings(source), stem);
  }

  private static Optional<LookupDefinition> definition(
      Map<String, LookupSettings.Setting> settings, String stem) {
    LookupSettings.Setting name = settings.get("name");
    LookupSettings.Setting type = settings.get("lookup_type");
    String kind = type == null ? "" : type.text();
    String called = name == null ? stem : name.text();
    if (kind.equals("csv")) {
      settings.putIfAbsent("filename", new LookupSettings.Setting(stem + ".csv", null));
    } else if (kind.equals("kvstore")) {
      settings.putIfAbsent("collection", new LookupSettings.Setting(called, null));
    }
    LookupSettings lookup = new LookupSettings(called, settings);
    return lookup.isLookup() ? Optional.of(lookup.definition()) : Optional.empty();
  }

  private static Map<String, LookupSettings.Setting> settings(SourceText source) {
    YamlNode root = YamlReader.read(source, DiagnosticCode.LOOKUP_DEFINITION);
    if (!(root instanceof YamlNode.Mapping mapping)) {
      throw Diagnostic.error(
              DiagnosticCode.LOOKUP_DEFINITION,
              "expected a lookup: fields such as `name: ...` and `filename: ...`")
          .at(new Location(source, root.span()))
          .toException();
    }
    Map<String, LookupSettings.Setting> settings = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      Location place = new Location(source, entry.value().span());
      settings.put(entry.key().text(), new LookupSettings.Setting(text(entry.value()), place));
    }
    return settings;
  }

  /** Returns a value; the items of a list with commas between, nothing for what lies deeper. */
  private static String text(YamlNode value) {
    if (value instanceof YamlNode.Scalar scalar) {
      return scalar.text();
    }
    if (value instanceof YamlNode.Sequence list) {
      return list.items().stream()
          .filter(YamlNode.Scalar.class::isInstance)
          .map(YamlLookupReader::text)
          .collect(Collectors.joining(","));
    }
    return "";
  }
}
