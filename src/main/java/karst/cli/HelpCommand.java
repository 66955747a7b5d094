package karst.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import karst.Engine;
import karst.command.CommandSyntax;
import karst.function.AggregateFunction;
import karst.function.ScalarFunction;
import karst.source.NearestName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code karst help}: the reference of commands, functions and warnings. */
@Command(
    name = "help",
    description =
        "Shows the reference: of a command, a function, a warning, or a page such as support.",
    sortOptions = false)
final class HelpCommand implements Callable<Integer> {
  private static final int WIDTH = 78;

  private final Streams streams;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..2",
      paramLabel = "[command|function] NAME",
      description = "What to show; nothing for a list of all commands and functions.")
  private List<String> words = List.of();

  HelpCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Engine engine = Engine.builder().build();
    streams.print(words.isEmpty() ? overview(engine) : page(new ReferencePages(engine)));
    return 0;
  }

  private String page(ReferencePages pages) {
    String kind = words.size() == 1 ? "" : words.get(0);
    String name = words.get(words.size() - 1);
    String page =
        switch (kind) {
          case "" -> first(usage(name, pages), pages.find(name));
          case "command" -> pages.command(name);
          case "function" -> pages.function(name);
          default -> throw wrong("expected `command` or `function`, not `" + kind + "`");
        };
    if (page == null) {
      String nearest = NearestName.find(name, pages.names(kind));
      throw wrong(
          "there is no "
              + (kind.isEmpty() ? "command or function" : kind)
              + " `"
              + name
              + "`"
              + (nearest == null ? "" : "; did you mean `" + nearest + "`?"));
    }
    return page;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private static @Nullable String first(@Nullable String usage, @Nullable String page) {
    return usage == null ? page : usage;
  }

  /** The options of a command of the command line itself, and its page if it has one. */
  private @Nullable String usage(String name, ReferencePages pages) {
    CommandLine command = spec.root().commandLine().getSubcommands().get(name);
    if (command == null) {
      return null;
    }
    String page = pages.page(name);
    return command.getUsageMessage() + (page == null ? "" : "\n" + page);
  }

  private String overview(Engine engine) {
    StringBuilder out = new StringBuilder(spec.root().commandLine().getUsageMessage());
    out.append("\nSPL commands:\n");
    for (CommandSyntax<?> syntax : engine.commands().syntaxes()) {
      out.append(String.format("  %-14s %s%n", syntax.name(), syntax.summary()));
    }
    out.append("\nEval functions:\n");
    append(out, engine.functions().functions().stream().map(ScalarFunction::name));
    out.append("\nAggregations:\n");
    append(out, engine.aggregates().functions().stream().map(AggregateFunction::name));
    return out.append(
            "\nSee `karst help NAME` for one of them, `karst help support` for all options.\n")
        .toString();
  }

  private static void append(StringBuilder out, Stream<String> names) {
    int column = 0;
    for (String name : names.sorted().toList()) {
      boolean wraps = column + 1 + name.length() > WIDTH;
      out.append(wraps ? "\n  " : column == 0 ? "  " : " ").append(name);
      column = (wraps || column == 0 ? 2 : column + 1) + name.length();
    }
    out.append('\n');
  }
}
