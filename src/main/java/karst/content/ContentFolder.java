package karst.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import karst.EngineBuilder;
import karst.macro.MacroLibrary;
import karst.model.DataModels;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;

/**
 * A folder of detections and what they need.
 *
 * @param path the folder
 * @param files its detections, in the order of their paths
 */
public record ContentFolder(Path path, List<DetectionFile> files) {
  private static final String DETECTIONS = "detections";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  public ContentFolder {
    files = List.copyOf(files);
  }

  /**
   * Reads the detections of a folder. A file that is none is among them with its faults.
   *
   * @throws SplException if the folder has no detections, or cannot be read
   */
  public static ContentFolder read(Path folder) {
    Path detections = folder.resolve(DETECTIONS);
    if (!Files.isDirectory(detections)) {
      throw unreadable(folder, "it has no folder `detections`")
          .hint("expected the layout of security_content: detections, macros, lookups")
          .toException();
    }
    List<DetectionFile> files = new ArrayList<>();
    for (Path file : list(detections)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      files.add(readFile(name, file));
    }
    if (files.isEmpty()) {
      throw unreadable(folder, "there is no .yml file in `detections`").toException();
    }
    return new ContentFolder(folder, files);
  }

  /** Returns the detections that could be read. */
  public List<Detection> detections() {
    return files.stream().filter(Detection.class::isInstance).map(Detection.class::cast).toList();
  }

  /**
   * Adds the folder's macros, lookups and data models to an engine.
   *
   * @throws SplException if one of their files is wrong
   */
  public EngineBuilder addTo(EngineBuilder builder) {
    Path macros = path.resolve("macros");
    if (Files.isDirectory(macros)) {
      builder.macros(MacroLibrary.load(macros));
    }
    Path lookups = path.resolve("lookups");
    if (Files.isDirectory(lookups)) {
      builder.lookups(lookups);
    }
    return builder.models(models());
  }

  /**
   * Returns the standard data models with the folder's own.
   *
   * @throws SplException if one of their files is wrong
   */
  public DataModels models() {
    Path own = path.resolve("datamodels");
    DataModels standard = DataModels.standard();
    return Files.isDirectory(own) ? standard.withUserModels(own) : standard;
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(ContentFolder::isYaml)
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new SplException(unreadable(folder, String.valueOf(e.getMessage())), e);
    } catch (UncheckedIOException e) {
      throw new SplException(unreadable(folder, String.valueOf(e.getMessage())), e);
    }
  }

  private static boolean isYaml(Path file) {
    String name = file.toString();
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && !name.endsWith(SideFile.SUFFIX);
  }

  private static DetectionFile readFile(String name, Path file) {
    try {
      String text = Files.readString(file);
      boolean marked = text.startsWith(BYTE_ORDER_MARK);
      String label = file.toString().replace('\\', '/');
      return DetectionReader.read(name, SourceText.of(label, marked ? text.substring(1) : text));
    } catch (CharacterCodingException e) {
      return new BrokenDetection(name, List.of(unreadable(file, "it is not a text in UTF-8")));
    } catch (IOException e) {
      return new BrokenDetection(name, List.of(unreadable(file, String.valueOf(e.getMessage()))));
    }
  }

  private static Diagnostic unreadable(Path path, String reason) {
    return Diagnostic.error(
        DiagnosticCode.UNREADABLE_FILE, "cannot read detections from `" + path + "`: " + reason);
  }
}
