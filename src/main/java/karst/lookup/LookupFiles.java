package karst.lookup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * The definitions in a folder: YAML files of one lookup each, as security_content has them, and
 * {@code transforms.conf}. A file that is faulty matters only to a search that names its lookup.
 */
public final class LookupFiles {
  private final Map<String, LookupDefinition> definitions = new LinkedHashMap<>();
  private final Map<String, SplException> faults = new LinkedHashMap<>();

  private LookupFiles() {}

  /**
   * Reads the definitions of a folder.
   *
   * @throws SplException if the folder cannot be read
   */
  public static LookupFiles read(Path folder) {
    LookupFiles files = new LookupFiles();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(path);
      }
    } catch (IOException e) {
      throw new SplException(
          Diagnostic.error(
              DiagnosticCode.UNREADABLE_FILE,
              "cannot read lookups from " + folder + ": " + e.getMessage()),
          e);
    }
    return files;
  }

  private void add(Path path) throws IOException {
    String file = String.valueOf(path.getFileName());
    boolean yaml = file.endsWith(".yml") || file.endsWith(".yaml");
    if (!yaml && !file.equals("transforms.conf")) {
      return;
    }
    String stem = file.substring(0, file.lastIndexOf('.'));
    try {
      SourceText source = SourceText.of(path.toString().replace('\\', '/'), Files.readString(path));
      List<LookupDefinition> found =
          yaml
              ? YamlLookupReader.read(source, stem).stream().toList()
              : TransformsConfReader.read(source, faults);
      found.forEach(definition -> definitions.put(definition.name(), definition));
    } catch (SplException fault) {
      faults.put(stem, fault);
    } catch (java.nio.charset.CharacterCodingException e) {
      faults.put(
          stem,
          new SplException(
              Diagnostic.error(
                  DiagnosticCode.UNREADABLE_FILE, "cannot read " + path + ": it is not UTF-8 text"),
              e));
    }
  }

  /**
   * Returns the lookup of a name, or null.
   *
   * @throws SplException if its definition is faulty
   */
  public @Nullable LookupDefinition find(String name) {
    SplException fault = faults.get(name);
    if (fault != null) {
      throw fault;
    }
    return definitions.get(name);
  }

  /** Returns the names of all lookups, in order of their files. */
  public List<String> names() {
    return List.copyOf(definitions.keySet());
  }
}
