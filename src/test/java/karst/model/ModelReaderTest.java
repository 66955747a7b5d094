package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SourceText;
import karst.source.SplException;
import karst.type.SplType;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ModelReaderTest {
  private static final String DOORS =
      """
      model: Doors
      description: who goes in
      datasets:
        - name: Passages
          constraint: tag=door
          enrich: [badge]
          calculated:
            'badge.len': len(badge)
          unknown: [badge, "badge-holder"]
          fields:
            string[]: [door]
            number: [badge.len]
        - name: Refused
          parent: Passages
          constraint: action=blocked
          zero: [attempts]
      """;

  @Test
  void aModelIsReadInTheOrderOfEvaluation() {
    DataModel doors = read(DOORS);
    assertEquals("Doors", doors.name());
    assertEquals("who goes in", doors.description());
    assertEquals(List.of("Passages", "Refused"), doors.datasetNames());
    Dataset passages = dataset(doors, "Passages");
    assertEquals(
        List.of(
            "door",
            "badge",
            "badge-holder",
            "badge.len",
            "badge_bunit",
            "badge_category",
            "badge_priority"),
        passages.ownFields().stream().map(ModelField::name).toList());
    Dataset refused = dataset(doors, "Refused");
    assertEquals("Passages.Refused.attempts", refused.ownFields().get(0).qualifiedName());
  }

  @Test
  void aRuleQuotesAFieldThatEvalWouldNotReadAsOne() {
    ModelField holder =
        Objects.requireNonNull(dataset(read(DOORS), "Passages").field("Passages.badge-holder"));
    assertEquals(
        "if(isnull('badge-holder') OR 'badge-holder'=\"\", \"unknown\", 'badge-holder')",
        holder.calculation());
  }

  @Test
  void aTypeGivenByHandTakesThePlaceOfTheRules() {
    Dataset passages = dataset(read(DOORS), "Passages");
    ModelField length = Objects.requireNonNull(passages.field("Passages.badge.len"));
    assertEquals(SplType.NUMBER, length.declaredType());
    assertEquals("len(badge)", length.calculation());
    ModelField door = Objects.requireNonNull(passages.field("Passages.door"));
    assertEquals(SplType.multivalue(SplType.STRING), door.declaredType());
    assertFalse(door.isCalculated());
  }

  @Test
  void theExampleOfTheDescriptionIsAModel() throws IOException {
    String page = Files.readString(Path.of("src/main/resources/karst/model/README.md"));
    int start = page.indexOf("```yaml\n") + "```yaml\n".length();
    DataModel doors = read(page.substring(start, page.indexOf("```", start)));
    assertNotNull(doors.field("Passages.user"));
    assertNotNull(doors.field("Passages.Refused_Passages.refusal"));
    for (String key : DatasetReader.KEYS) {
      assertTrue(page.contains("\n| `" + key + "` |"), "the page does not explain " + key);
    }
  }

  @Test
  void anUnknownKeyIsShownWithTheNearestOne() {
    SplException e = fails(DOORS.replace("    constraint: tag=door", "    constrain: tag=door"));
    assertEquals("unknown key `constrain`", e.diagnostics().get(0).message());
    assertEquals(List.of("did you mean `constraint`?"), e.diagnostics().get(0).hints());
    assertEquals("doors.yml:5:5", place(e.diagnostics().get(0)));
    String text = e.render();
    assertTrue(text.contains("constrain: tag=door"), text);
    assertTrue(text.contains("^^^^^^^^^"), text);
  }

  @Test
  void allFaultsOfAFileAreShownAtOnce() {
    SplException e =
        fails(
            """
            model: Doors
            datasets:
              - name: Passages
                kind: serch
                fields:
                  strin: [a]
                  string: [b, b, host, "c d"]
                unknown: [d, [e]]
                calculated: {d: lower(d), f: [g], h: }
                vendor_product: yes
                expand: h
                zero: i
              - name: Passages
              - name: Refused
                parent: Pasages
                kind: event
              - name: Forced
                parent: Passages
                kind: event
                unknown: [b]
                expand: b
              - Locked
              - name: [x]
              - name: a.b
              - constraint: x
                name: Y
                name: Z
              - kind: event
            """);
    assertEquals(
        List.of(
            "6:7 unknown type `strin`",
            "7:19 the field `b` has a type already",
            "7:22 every dataset has the field `host`",
            "7:28 a field's name has no blank, quote or backslash",
            "8:18 `unknown` is a list of names",
            "12:11 `zero` is a list",
            "10:21 `vendor_product` is true or false",
            "9:18 the field `d` has a rule already",
            "9:34 expected an eval expression",
            "9:39 expected an eval expression",
            "4:11 a root dataset is of the kind `event` or `search`",
            "11:13 the dataset declares no field `h`",
            "13:11 the model has a dataset `Passages` already",
            "15:13 no dataset `Pasages` stands above this one",
            "20:15 `Passages` declares the field `b` already",
            "19:11 a dataset with a parent has no kind of its own",
            "21:13 the dataset declares no field `b`"),
        e.diagnostics().stream().limit(17).map(ModelReaderTest::brief).toList());
    List<String> rest = e.diagnostics().stream().skip(17).map(ModelReaderTest::brief).toList();
    assertTrue(rest.get(0).startsWith("22:5 expected keys with values: name, kind"), rest.get(0));
    assertEquals(
        List.of(
            "23:11 `name` is a single value",
            "24:11 a dataset's name consists of letters, digits and `_`",
            "27:5 the key `name` stands here twice",
            "28:5 the key `name` is missing"),
        rest.subList(1, rest.size()));
  }

  @Test
  void aFileWithoutAModelSaysSo() {
    assertEquals("the file is empty", message(""));
    assertEquals("the file is empty", message("# only a comment\n"));
    assertEquals("expected keys with values: model, description, datasets", message("- a"));
    assertEquals("the key `model` is missing", message("datasets: [{name: A}]"));
    assertEquals("the key `datasets` is missing", message("model: M"));
    assertEquals("`datasets` is empty", message("model: M\ndatasets: []"));
    assertEquals("a file holds one document", message("model: M\n---\nmodel: N\n"));
  }

  @Test
  void whatIsNotYamlIsShownAtItsPlace() {
    SplException e = fails("model: Doors\ndatasets: [a, b\nx: y: z\n");
    Diagnostic first = e.diagnostics().get(0);
    assertEquals(DiagnosticCode.MODEL_DEFINITION, first.code());
    assertTrue(first.message().startsWith("not YAML: "), first.message());
    assertTrue(place(first).startsWith("doors.yml:3:"), place(first));
    assertTrue(message("a: \u0001").startsWith("not YAML: "));
    assertEquals(
        "anchors and aliases are not supported here", message("model: &a M\ndescription: *a\n"));
    assertEquals("a key is a single value", message("? [a, b]\n: c\n"));
    assertEquals("nested too deeply", message("[".repeat(100_000)));
  }

  @Test
  void placesCountCharactersAsEditorsDo() {
    SplException e = fails("model: Doors # \uD83D\uDEAA\ndatasets: [{name: \"\uD83D\uDEAA\"}]\n");
    assertEquals("doors.yml:2:19", place(e.diagnostics().get(0)));
  }

  @Property(tries = 200)
  void anyTextIsAModelOrAnSplException(@ForAll("texts") String text) {
    try {
      read(text);
    } catch (SplException e) {
      assertFalse(e.render().isEmpty());
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "model",
            "datasets",
            "name",
            "fields",
            "unknown",
            "calculated",
            "expand",
            "parent",
            ": ",
            ":",
            "- ",
            "\n",
            "\n  ",
            "\n    ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "\"",
            "'",
            "|-",
            "#",
            "&a ",
            "*a",
            "!t ",
            "---\n",
            "...",
            "%",
            "?",
            "\t",
            "true",
            "A",
            "string",
            "\uD83D\uDEAA",
            "\uFEFF",
            "\u0000");
    return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  private static Dataset dataset(DataModel model, String name) {
    return Objects.requireNonNull(model.dataset(name));
  }

  private static String brief(Diagnostic diagnostic) {
    return place(diagnostic).replace("doors.yml:", "") + " " + diagnostic.message();
  }

  private static String place(Diagnostic diagnostic) {
    return Objects.requireNonNull(diagnostic.origin()).location().toString();
  }

  private static String message(String text) {
    return fails(text).diagnostics().get(0).message();
  }

  private static SplException fails(String text) {
    return assertThrows(SplException.class, () -> read(text));
  }

  private static DataModel read(String text) {
    return ModelReader.read(SourceText.of("doors.yml", text));
  }
}
