package karst.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;

/** The models among the class path resources of this package. */
final class StandardModels {
  /** The names of the models, one a line: a class path cannot be listed. */
  static final String INDEX = "models.txt";

  private StandardModels() {}

  static NavigableMap<String, LazyModel> byName() {
    NavigableMap<String, LazyModel> models = new TreeMap<>();
    for (String name : names()) {
      models.put(name, LazyModel.of(() -> read(name)));
    }
    return models;
  }

  static List<String> names() {
    return text(INDEX).lines().filter(line -> !line.isBlank()).toList();
  }

  private static DataModel read(String name) {
    String file = name + ".yml";
    return ModelReader.read(SourceText.of("<" + file + ">", text(file)));
  }

  /** Returns the text of a resource, by a path from this package or an absolute one. */
  static String text(String resource) {
    try (InputStream in = StandardModels.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw missing(resource).toException();
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SplException(missing(resource), e);
    }
  }

  private static Diagnostic missing(String resource) {
    return Diagnostic.error(
        DiagnosticCode.INTERNAL, "the resource `" + resource + "` of the data models is missing");
  }
}
