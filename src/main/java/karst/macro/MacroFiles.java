package karst.macro;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;

/** Finds and reads the macro files of a path. */
final class MacroFiles {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private MacroFiles() {}

  /** Returns the macros of a file or folder in order of file names and of places in them. */
  static List<MacroDefinition> read(Path path) {
    try {
      if (!Files.isDirectory(path)) {
        return readFile(path);
      }
      List<MacroDefinition> macros = new ArrayList<>();
      for (Path file : list(path)) {
        macros.addAll(readFile(file));
      }
      return macros;
    } catch (NoSuchFileException e) {
      throw unreadable(path, "no such file or folder", e);
    } catch (IOException e) {
      throw unreadable(path, String.valueOf(e.getMessage()), e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> isYaml(file) || name(file).equals("macros.conf"))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(MacroFiles::name))
          .toList();
    }
  }

  private static List<MacroDefinition> readFile(Path file) throws IOException {
    SourceText source = SourceText.of(file.toString().replace('\\', '/'), text(file));
    if (isYaml(file)) {
      return List.of(YamlMacroReader.read(source));
    }
    if (name(file).endsWith(".conf")) {
      return MacroConfReader.read(source);
    }
    throw Diagnostic.error(
            DiagnosticCode.UNREADABLE_FILE,
            "cannot tell the kind of macro file " + source.name() + " from its name")
        .hint("expected a name that ends in .yml, .yaml or .conf")
        .toException();
  }

  private static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable(file, "not UTF-8 text", e);
    }
  }

  private static boolean isYaml(Path file) {
    return name(file).endsWith(".yml") || name(file).endsWith(".yaml");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static SplException unreadable(Path path, String reason, IOException cause) {
    String message = "cannot read macros from " + path.toString().replace('\\', '/');
    return new SplException(
        Diagnostic.error(DiagnosticCode.UNREADABLE_FILE, message + ": " + reason), cause);
  }
}
