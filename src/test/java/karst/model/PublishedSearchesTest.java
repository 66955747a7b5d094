package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Compares the models with what a collection of published detections asks them for. */
class PublishedSearchesTest {
  private static final Path DETECTIONS = Path.of("../shared/escu/detections");

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\bdatamodel(?:\\s*[=:]\\s*|\\s+)\"?(?<ref>[A-Z]\\w*(?:\\.\\w+)*)\"?(?=[\\s`|)])");

  private static final Pattern SEARCH = Pattern.compile("(?ms)^search: (.*?)^\\w+:");

  /** Models that are not part of the Common Information Model any more. */
  private static final Set<String> FOREIGN = Set.of("UEBA", "Change_Analysis");

  /**
   * Names that no model declares, so that a search finds null there: inherited fields, which bear
   * the prefix of the dataset that declares them, and not the child's.
   */
  private static final Set<String> UNDECLARED =
      new TreeSet<>(
          Set.of(
              "All_Certificates.SSL.dest",
              "All_Certificates.SSL.sourcetype",
              "All_Certificates.SSL.src"));

  @Test
  void everyReferenceFindsADatasetWithTheFieldsThatTheSearchNames() throws IOException {
    int references = 0;
    Set<String> undeclared = new TreeSet<>();
    for (String search : searches()) {
      List<String> words = words(search);
      Matcher matcher = REFERENCE.matcher(search);
      while (matcher.find()) {
        String reference = matcher.group("ref");
        if (!FOREIGN.contains(reference)) {
          references++;
          Dataset dataset = DataModels.standard().resolve(reference, words).orThrow(d -> d);
          undeclared.addAll(undeclared(dataset, words));
          undeclared.remove(reference);
        }
      }
    }
    assertEquals(UNDECLARED, undeclared);
    assertTrue(references > 300, "too few references found: " + references);
  }

  private static List<String> undeclared(Dataset dataset, List<String> words) {
    DataModel model = DatasetTest.model(dataset.modelName());
    List<String> unknown = new ArrayList<>();
    for (String word : words) {
      if (word.startsWith(dataset.root().name() + ".")
          && model.field(word) == null
          && model.node(word) == null) {
        unknown.add(word);
      }
    }
    return unknown;
  }

  /** Whatever looks like a name with a prefix; values of a search may, too. */
  private static List<String> words(String search) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("(?<![\\w.\\\\/*-])[A-Z]\\w*(?:\\.\\w+)+").matcher(search);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return Collections.unmodifiableList(words);
  }

  private static List<String> searches() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(DETECTIONS), "no published detections to compare with");
    List<String> searches = new ArrayList<>();
    try (Stream<Path> files = Files.walk(DETECTIONS)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
        Matcher matcher = SEARCH.matcher(Files.readString(file));
        if (matcher.find()) {
          searches.add(matcher.group(1));
        }
      }
    }
    return searches;
  }
}
