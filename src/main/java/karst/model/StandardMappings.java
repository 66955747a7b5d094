package karst.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.source.SourceText;

/** The mappings among the class path resources. */
final class StandardMappings {
  /** All of them, because a class path cannot be listed; a test compares with the folder. */
  static final List<String> NAMES =
      List.of("sysmon", "windows_security", "windows_powershell", "windows_system", "web");

  private StandardMappings() {}

  static Map<String, EventMapping> byName() {
    Map<String, EventMapping> mappings = new LinkedHashMap<>();
    for (String name : NAMES) {
      String file = name + ".yml";
      String text = StandardModels.text("/karst/mapping/" + file);
      EventMapping mapping = MappingReader.read(SourceText.of("<" + file + ">", text));
      mappings.put(mapping.name(), mapping);
    }
    return mappings;
  }
}
