package karst.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;

/** The models in a folder of the user's. */
final class UserModels {
  private UserModels() {}

  /** Reads all of them, so that a fault shows at once and not in the search that needs it. */
  static List<DataModel> read(Path folder) {
    return read(folder, "the data model", ModelReader::read);
  }

  /** Reads what the YAML files of a folder define. */
  static <T> List<T> read(Path folder, String what, Function<SourceText, T> reader) {
    return files(folder).stream().map(file -> readFile(file, what, reader)).toList();
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(UserModels::isModel).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new SplException(unreadable("the folder", folder), e);
    }
  }

  private static boolean isModel(Path file) {
    String name = file.toString();
    return (name.endsWith(".yml") || name.endsWith(".yaml")) && Files.isRegularFile(file);
  }

  private static <T> T readFile(Path file, String what, Function<SourceText, T> reader) {
    try {
      return reader.apply(SourceText.of(file.toString(), Files.readString(file)));
    } catch (CharacterCodingException e) {
      throw new SplException(
          Diagnostic.error(
              DiagnosticCode.MALFORMED_DATA, what + " `" + file + "` is not UTF-8 text"),
          e);
    } catch (IOException e) {
      throw new SplException(unreadable(what, file), e);
    }
  }

  private static Diagnostic unreadable(String what, Path path) {
    return Diagnostic.error(
        DiagnosticCode.UNREADABLE_FILE, "cannot read " + what + " `" + path + "`");
  }
}
