package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.source.SourceText;
import org.junit.jupiter.api.Test;

class EventMappingsTest {
  @Test
  void theListOfShippedMappingsIsTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/karst/mapping"))) {
      assertEquals(
          files
              .map(file -> file.getFileName().toString().replace(".yml", ""))
              .collect(Collectors.toCollection(TreeSet::new)),
          new TreeSet<>(StandardMappings.NAMES));
    }
  }

  @Test
  void aRuleHasTheSearchAndTheFieldsOfItsFile() {
    EventMapping mapping =
        MappingReader.read(
            SourceText.of(
                "m.yml",
                """
                name: m
                search: Channel=c
                fields: {dest: Computer, user: User}
                rules:
                  - {name: r, search: EventCode=1, datasets: [A.B, A.C], fields: {user: lower(User)}}
                """));
    MappingRule rule = mapping.rules().get(0);
    assertEquals(List.of("Channel=c", "EventCode=1"), rule.searches());
    assertEquals(List.of("A.B", "A.C"), rule.datasets());
    assertEquals("{dest=Computer, user=lower(User)}", rule.fields().toString());
    assertEquals("m: r", rule.name());
  }

  @Test
  void aLookupIsAnExpression() {
    EventMapping mapping =
        MappingReader.read(
            SourceText.of(
                "m.yml",
                """
                name: m
                search: a=1
                lookups: {l: {"X\\"": one, "2": two}}
                rules:
                  - name: r
                    datasets: [A.B]
                    fields: {f: {lookup: l, of: Code}, g: {lookup: l, of: Code, otherwise: Code}}
                """));
    String cases = "case(lower(Code)==\"x\\\"\", \"one\", lower(Code)==\"2\", \"two\", true(), ";
    assertEquals(cases + "null())", mapping.rules().get(0).fields().get("f"));
    assertEquals(cases + "Code)", mapping.rules().get(0).fields().get("g"));
  }

  @Test
  void everyEventTypeHasANameASearchAndTagsInLowerCase() {
    for (EventType type : EventMappings.standard().eventTypes()) {
      assertTrue(!type.name().isEmpty() && !type.search().isEmpty(), type.toString());
      assertEquals(type.tags().toString().toLowerCase(), type.tags().toString());
    }
  }
}
