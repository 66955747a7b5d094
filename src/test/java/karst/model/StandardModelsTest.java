package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandardModelsTest {
  @Test
  void theIndexNamesTheResourcesThatThereAre() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/karst/model"))) {
      List<String> models =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".yml"))
              .map(name -> name.substring(0, name.length() - ".yml".length()))
              .sorted()
              .toList();
      assertEquals(models, StandardModels.names());
      assertEquals(models, DataModels.standard().names());
    }
  }

  @Test
  void everyModelHasTheNameOfItsFileAndADescription() {
    for (DataModel model : all()) {
      assertSame(model, DataModels.standard().model(model.name()));
      assertEquals(false, model.description().isEmpty(), model.name());
    }
  }

  @Test
  void everyDatasetHasAConstraint() {
    for (DataModel model : all()) {
      for (Dataset dataset : model.datasets()) {
        assertEquals(false, dataset.constraint().isEmpty(), dataset.toString());
      }
    }
  }

  @Test
  void everyDatasetHasTheFieldsOfTheReference() throws IOException {
    List<String> actual = new ArrayList<>();
    all().forEach(model -> model.datasets().forEach(dataset -> actual.add(describe(dataset))));
    assertEquals(resource("fields.txt"), String.join("\n", actual) + "\n");
  }

  @Test
  void aModelIsReadOnlyWhenItIsAskedForAndOnlyOnce() {
    int[] reads = {0};
    LazyModel lazy =
        LazyModel.of(
            () -> {
              reads[0]++;
              return new DataModel("M", "", List.of());
            });
    assertEquals(0, reads[0]);
    assertSame(lazy.get(), lazy.get());
    assertEquals(1, reads[0]);
  }

  @Test
  void caseOfAModelsNameCounts() {
    assertNotNull(DataModels.standard().model("Web"));
    assertNull(DataModels.standard().model("web"));
  }

  static List<DataModel> all() {
    DataModels standard = DataModels.standard();
    return standard.names().stream()
        .map(name -> Objects.requireNonNull(standard.model(name)))
        .toList();
  }

  /** {@code Model.Node: its own fields + enriched subjects}; a calculated field has a star. */
  private static String describe(Dataset dataset) {
    List<String> subjects =
        dataset.ownFields().stream()
            .map(ModelField::name)
            .filter(name -> name.endsWith("_bunit"))
            .map(name -> name.substring(0, name.length() - "_bunit".length()))
            .sorted()
            .toList();
    List<String> enriched = new ArrayList<>();
    subjects.forEach(subject -> enriched.addAll(Enrichment.fields(subject).keySet()));
    String fields =
        dataset.ownFields().stream()
            .filter(field -> !enriched.contains(field.name()))
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .map(field -> field.name() + (field.isCalculated() ? "*" : ""))
            .collect(Collectors.joining(" "));
    String plus = subjects.isEmpty() ? "" : " + " + String.join(" ", subjects);
    return (dataset + ": " + fields + plus).strip();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StandardModelsTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
