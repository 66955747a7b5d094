package karst.macro;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The macros that a query may call, by name and arity. Immutable. */
public final class MacroLibrary {
  private static final MacroLibrary EMPTY = new MacroLibrary(new TreeMap<>());

  private final NavigableMap<MacroName, Supplier<MacroDefinition>> macros;

  private MacroLibrary(NavigableMap<MacroName, Supplier<MacroDefinition>> macros) {
    this.macros = Collections.unmodifiableNavigableMap(macros);
  }

  /** Returns a library without macros. */
  public static MacroLibrary empty() {
    return EMPTY;
  }

  /** Returns a library of the given macros; of two with one name and arity, the later counts. */
  public static MacroLibrary of(List<MacroDefinition> definitions) {
    NavigableMap<MacroName, Supplier<MacroDefinition>> macros = new TreeMap<>();
    for (MacroDefinition definition : definitions) {
      macros.put(definition.signature(), () -> definition);
    }
    return new MacroLibrary(macros);
  }

  /** Returns the macros that Karst ships; each is read when it is first looked up. */
  public static MacroLibrary shipped() {
    return Shipped.LIBRARY;
  }

  /**
   * Reads macros.
   *
   * @param path a YAML file of one macro, a {@code .conf} file of stanzas, or a folder, of which
   *     all {@code *.yml}, {@code *.yaml} and {@code macros.conf} are read in order of their names;
   *     of two macros with one name and arity, the later counts
   * @throws karst.source.SplException if a file cannot be read or is malformed
   */
  public static MacroLibrary load(Path path) {
    return of(MacroFiles.read(path));
  }

  /** Returns the macro with a name and number of arguments, or null when there is none. */
  public @Nullable MacroDefinition lookup(String name, int arity) {
    Supplier<MacroDefinition> macro = macros.get(new MacroName(name, arity));
    return macro == null ? null : macro.get();
  }

  /** Returns the numbers of arguments of all macros with a name, in ascending order. */
  public List<Integer> arities(String name) {
    return macros
        .subMap(new MacroName(name, 0), true, new MacroName(name, Integer.MAX_VALUE), true)
        .keySet()
        .stream()
        .map(MacroName::arity)
        .toList();
  }

  /** Returns what the macros are found by, in order. */
  public NavigableSet<MacroName> signatures() {
    return macros.navigableKeySet();
  }

  /** Returns the names without arity, in order. */
  public List<String> names() {
    return macros.keySet().stream().map(MacroName::name).distinct().toList();
  }

  /** Returns this library with the macros of another, which win where both define one. */
  public MacroLibrary withOverrides(MacroLibrary later) {
    NavigableMap<MacroName, Supplier<MacroDefinition>> merged = new TreeMap<>(macros);
    merged.putAll(later.macros);
    return new MacroLibrary(merged);
  }

  /** Holds the shipped library, so that a program that does without it pays nothing. */
  private static final class Shipped {
    static final MacroLibrary LIBRARY = new MacroLibrary(ShippedMacros.byName());
  }
}
