package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import karst.command.CommandSyntax;
import karst.command.OptionSpec;
import karst.function.AggregateFunction;
import karst.function.ScalarFunction;
import karst.source.Diagnostic;
import org.junit.jupiter.api.Test;

/** The page of what is supported says what the declarations say. */
class SupportPageTest {
  private static final Path PAGE = Path.of("src/main/resources/karst/docs/support.md");

  private final Engine engine = Engine.builder().build();
  private final StringBuilder out = new StringBuilder();

  @Test
  void thePageIsWhatTheDeclarationsMakeIt() throws IOException {
    totals();
    commands();
    refused();
    functions();
    aggregations();
    String page = out.toString();
    if (Boolean.getBoolean("karst.accept")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE));
  }

  private void totals() {
    List<CommandSyntax<?>> commands = engine.commands().syntaxes();
    List<OptionSpec> options = commands.stream().flatMap(c -> c.options().stream()).toList();
    long without = options.stream().filter(option -> !option.hasEffect()).count();
    line("# What is supported");
    line("");
    line("This page is made from the declarations in the code; a test holds it to them.");
    line("");
    line("| | |");
    line("|---|---|");
    line("| commands that run | " + commands.size() + " |");
    line("| their options that work | " + (options.size() - without) + " |");
    line(
        "| options that are taken and have no effect, since only a Splunk server needs them | "
            + without
            + " |");
    line(
        "| commands of SPL that are refused, as below | "
            + UnsupportedCommands.names().size()
            + " |");
    line("| eval functions | " + engine.functions().functions().size() + " |");
    line("| aggregations | " + engine.aggregates().functions().size() + " |");
    line("");
    line(
        "An option that is not declared is an error that offers the nearest one. Commands and"
            + " functions");
    line("that are not here [can be added](extending.md) by a program.");
  }

  private void commands() {
    line("");
    line("## Commands");
    line("");
    line("| command | options that work | without effect |");
    line("|---|---|---|");
    for (CommandSyntax<?> syntax : engine.commands().syntaxes()) {
      String aliases = syntax.aliases().isEmpty() ? "" : ", also " + names(syntax.aliases());
      line(
          "| [%s](command/%s.md)%s | %s | %s |"
              .formatted(
                  syntax.name(),
                  syntax.name(),
                  aliases,
                  options(syntax, true),
                  options(syntax, false)));
    }
  }

  private static String options(CommandSyntax<?> syntax, boolean effective) {
    return names(
        syntax.options().stream()
            .filter(option -> option.hasEffect() == effective)
            .map(OptionSpec::name)
            .toList());
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
  }

  private void refused() {
    line("");
    line("## Commands that are refused");
    line("");
    line("| commands | why | what to do instead |");
    line("|---|---|---|");
    Map<String, List<String>> byReason = new TreeMap<>();
    for (String name : UnsupportedCommands.names()) {
      Diagnostic answer = Objects.requireNonNull(UnsupportedCommands.find(name));
      // The reason is a sentence without its subject, or one that names the command.
      String why = answer.message().replace("`" + name + "` ", "").replace("the command ", "");
      String instead = String.join("; ", answer.hints());
      String row = why + " | " + instead.replace("|", "\\|");
      byReason.computeIfAbsent(row, key -> new ArrayList<>()).add(name);
    }
    byReason.forEach((row, commands) -> line("| " + names(commands) + " | " + row + " |"));
  }

  private void functions() {
    line("");
    line("## Eval functions");
    line("");
    line("| function | what it gives |");
    line("|---|---|");
    engine.functions().functions().stream()
        .sorted(Comparator.comparing(ScalarFunction::name))
        .forEach(
            function ->
                line(
                    "| `"
                        + function.signature()
                        + "`"
                        + also(function.aliases())
                        + " | "
                        + function.summary()
                        + " |"));
  }

  private void aggregations() {
    line("");
    line("## Aggregations");
    line("");
    line("`timechart` has `per_second`, `per_minute`, `per_hour` and `per_day` as well.");
    line("");
    line("| aggregation | what it gives |");
    line("|---|---|");
    engine.aggregates().functions().stream()
        .sorted(Comparator.comparing(AggregateFunction::name))
        .forEach(
            function -> {
              String name = function.name() + (function.numberInName() ? "<number>" : "");
              line(
                  "| `"
                      + name
                      + "(field)`"
                      + also(function.aliases())
                      + " | "
                      + function.summary()
                      + " |");
            });
  }

  private static String also(List<String> aliases) {
    return aliases.isEmpty() ? "" : ", also " + names(aliases);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
