package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.command.OptionSpec;
import karst.example.OwnCommands;
import karst.function.Accumulators;
import karst.function.AggregateFunction;
import karst.function.Kernels;
import karst.function.ScalarFunction;
import karst.lookup.ExternalLookup;
import karst.source.SplException;
import karst.table.Tables;
import karst.table.event.EventInput;
import karst.type.SplType;
import org.junit.jupiter.api.Test;

class ExtendingTest {
  private static final Path PAGE = Path.of("src/main/resources/karst/docs/extending.md");
  private static final Path EXAMPLE = Path.of("src/test/java/karst/example/OwnCommands.java");

  private static final CustomCommand SHOUT =
      CustomCommand.named("shout", "Makes a field loud")
          .usage("shout <field>")
          .option("times", OptionSpec.Type.INTEGER, "1", "How loud")
          .eachRow(
              call -> call.arguments(),
              (call, row) -> {
                String field = call.arguments().get(0);
                String text = row.text(field);
                if ("quiet".equals(text)) {
                  return null;
                }
                return text == null
                    ? Map.of()
                    : Map.of(field, text + "!".repeat(Integer.parseInt(call.option("times"))));
              });

  private static final CustomCommand COUNTS =
      CustomCommand.named("counts", "Says what there is")
          .usage("counts")
          .generating()
          .allRows(
              (call, rows) ->
                  List.of(
                      Map.of("rows", rows.size()),
                      Map.of("fields", rows.isEmpty() ? List.of() : rows.get(0).fields())));

  private static EngineBuilder builder() {
    return Engine.builder()
        .table(
            Tables.memory(
                "words",
                List.of(Map.of("w", "hey"), Map.of("w", "quiet"), Map.of("w", List.of("a", "b")))))
        .extensions(Extensions.none().command(SHOUT).command(COUNTS));
  }

  private static EngineBuilder with(Extensions more) {
    return builder().extensions(more);
  }

  private static List<String> rows(Engine engine, String spl) {
    List<String> rows = new ArrayList<>();
    try (Result result = engine.prepare(spl).run()) {
      for (Row row : result) {
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private static String error(Engine engine, String spl) {
    SplException fault = assertThrows(SplException.class, () -> rows(engine, spl));
    return fault.render();
  }

  @Test
  void theExampleIsTheOneThatCompiles() throws IOException {
    String block = "```java\n" + Files.readString(EXAMPLE) + "```";
    assertTrue(Files.readString(PAGE).contains(block), "the block differs from " + EXAMPLE);
  }

  @Test
  void theExamplePrintsWhatThePageSays() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      OwnCommands.main(new String[0]);
    } finally {
      System.setOut(before);
    }
    String output = printed.toString(StandardCharsets.UTF_8);
    assertTrue(Files.readString(PAGE).contains("```text\n" + output + "```"), output);
  }

  @Test
  void aCommandSetsAFieldOfEachRowOrLeavesTheRowOut() {
    assertEquals(
        List.of("{w=hey!!}", "{w=a\nb!!}"),
        rows(builder().build(), "| from words | shout w times=2"));
  }

  @Test
  void aFieldThatIsNotThereIsNull() {
    assertEquals(
        List.of("{n=3.0}"),
        rows(builder().build(), "| from words | shout v | where isnull(v) | stats count as n"));
  }

  @Test
  void aCommandOverAllRowsMakesColumnsThatAreKnownOnlyThen() {
    assertEquals(
        List.of("{rows=3.0, fields=null}", "{rows=null, fields=w}"),
        rows(builder().build(), "| from words | counts | table rows fields"));
    assertEquals(List.of("{n=1.0}"), rows(builder().build(), "counts | stats count(rows) as n"));
  }

  @Test
  void optionsAreCheckedAndNearestNamesOffered() {
    Engine engine = builder().build();
    assertTrue(error(engine, "| from words | shoot w").contains("did you mean `shout`?"));
    assertTrue(error(engine, "| from words | shout w time=2").contains("did you mean `times`?"));
    assertTrue(error(engine, "| from words | shout w times=x").contains("expected a whole number"));
  }

  @Test
  void whatACommandThrowsIsAnErrorAtIt() {
    String rendered = error(builder().build(), "| from words | shout");
    assertTrue(rendered.contains("error[E0902]: `shout` failed: "), rendered);
    assertTrue(rendered.contains("<query>:1:16"), rendered);
  }

  @Test
  void aCommandMaySetOnlyTheFieldsThatItNames() {
    CustomCommand wrong =
        CustomCommand.named("wrong", "Sets what it does not name")
            .eachRow(call -> List.of("a"), (call, row) -> Map.of("b", 1));
    Engine engine = with(Extensions.none().command(wrong)).build();
    assertTrue(
        error(engine, "| from words | wrong").contains("it sets [b], but declares only [a]"));
  }

  @Test
  void overEventsACommandGetsFieldsThatNobodyNames() {
    CustomCommand who =
        CustomCommand.named("who", "Says who it was")
            .eachRow(call -> List.of("who"), (call, row) -> Map.of("who", row.values("user")));
    Engine engine =
        Engine.builder()
            .events(EventInput.of("src/test/resources/events"))
            .extensions(Extensions.none().command(who))
            .build();
    assertEquals(List.of("{who=ana maria}"), rows(engine, "action=login | who | table who"));
  }

  @Test
  void functionsAndAggregationsTakePartLikeThoseThatThereAre() {
    Engine engine =
        with(Extensions.none()
                .function(
                    ScalarFunction.named("twice", "Text twice")
                        .param("text", SplType.STRING)
                        .returns(SplType.STRING)
                        .kernel(Kernels.ofText(text -> text + text)))
                .aggregation(
                    AggregateFunction.named("joined", "All values")
                        .returns(type -> SplType.STRING)
                        .accumulator(Accumulators.ofTexts(texts -> String.join("+", texts)))))
            .build();
    assertEquals(
        List.of("{j=heyhey+quietquiet+aa, k=hey+quiet+a+b}"),
        rows(engine, "| from words | eval x=twice(w) | stats joined(x) as j joined(w) as k"));
    assertTrue(error(engine, "| from words | eval x=twic(w)").contains("did you mean `twice`?"));
    assertTrue(error(engine, "| from words | stats joind(w)").contains("did you mean `joined`?"));
    assertTrue(error(engine, "| from words | eval x=twice()").contains("usage: twice(text)"));
  }

  @Test
  void aLookupIsAskedOnceForEachCombinationOfValuesInARun() {
    List<Map<String, String>> asked = new ArrayList<>();
    ExternalLookup lookup =
        new ExternalLookup(
            "sizes",
            List.of("word", "size", "first"),
            keys -> {
              asked.add(keys);
              String word = String.valueOf(keys.get("word"));
              return word.equals("quiet")
                  ? List.of()
                  : List.of(
                      Map.of(
                          "size", Integer.toString(word.length()), "first", word.substring(0, 1)));
            });
    Engine engine = with(Extensions.none().lookup(lookup)).build();
    assertEquals(
        List.of("{n=3, first=null}", "{n=null, first=old}", "{n=[1, 1], first=null}"),
        rows(
            engine,
            "| from words | append [from words] | eval first=if(w=\"quiet\", \"old\", null())"
                + " | lookup sizes word AS w OUTPUT size AS n | head 3 | table n first"));
    assertEquals(4, asked.size());
    assertEquals(
        List.of("{first=h}", "{first=old}", "{first=[a, b]}"),
        rows(
            engine,
            "| from words | eval first=if(w=\"quiet\", \"old\", null())"
                + " | lookup sizes word AS w OUTPUTNEW first | table first"));
    assertEquals(8, asked.size());
  }

  @Test
  void theRowsOfSuchALookupCannotBeListed() {
    ExternalLookup lookup = new ExternalLookup("sizes", List.of("word"), keys -> List.of());
    Engine engine = with(Extensions.none().lookup(lookup)).build();
    String refusal = "the rows of the lookup `sizes` cannot be listed";
    assertTrue(error(engine, "| inputlookup sizes").contains(refusal));
    assertTrue(
        error(engine, "| from words | eval x=lookup(\"sizes\", json_object(), json_array())")
            .contains(refusal));
    assertTrue(
        error(engine, "| from words | lookup sizes wort AS w OUTPUT word")
            .contains("did you mean `word`?"));
  }

  @Test
  void aNameIsTakenOnceAndThoseOfUnsupportedCommandsAreFree() {
    CustomCommand stats =
        CustomCommand.named("stats", "Not this one").allRows((call, rows) -> List.of());
    EngineBuilder taken = with(Extensions.none().command(stats));
    assertThrows(IllegalArgumentException.class, taken::build);
    EngineBuilder twice = with(Extensions.none().command(SHOUT));
    assertThrows(IllegalArgumentException.class, twice::build);
    CustomCommand rest =
        CustomCommand.named("rest", "Asks a server")
            .generating()
            .allRows((call, rows) -> List.of(Map.of("asked", call.arguments())));
    assertEquals(
        List.of("{asked=/services}"),
        rows(with(Extensions.none().command(rest)).build(), "| rest /services"));
  }

  @Test
  void explainShowsTheCall() {
    Query query = builder().build().prepare("| from words | shout w");
    assertTrue(query.explain(Stage.BOUND).contains("| shout times=1 w"));
    assertTrue(query.explain(Stage.PHYSICAL).contains("by=shout times=1 w"));
  }
}
