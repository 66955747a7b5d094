package karst.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.type.SplType;

/** The types that a model file can give to a field. */
final class DeclaredType {
  /** The types by name; {@code []} behind a name allows several values. */
  static final Map<String, SplType> NAMES = names();

  private DeclaredType() {}

  private static Map<String, SplType> names() {
    Map<String, SplType> names = new LinkedHashMap<>();
    for (SplType type : List.of(SplType.STRING, SplType.NUMBER, SplType.BOOLEAN, SplType.TIME)) {
      SplType list = SplType.multivalue(type);
      names.put(type.toString(), type);
      names.put(list.toString(), list);
    }
    return Collections.unmodifiableMap(names);
  }
}
