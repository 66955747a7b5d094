package karst.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karst.Engine;
import karst.command.CommandSyntax;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.function.Example;
import karst.function.ScalarFunction;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code karst help}: the reference of SPL's commands and functions. */
@Command(
    name = "help",
    description = "Shows the reference page of an SPL command or function.",
    sortOptions = false)
final class HelpCommand implements Callable<Integer> {
  private final Streams streams;
  private final Engine engine = Engine.builder().build();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..2",
      paramLabel = "command|function NAME",
      description = "What to show: a command or a function; nothing for a list of both.")
  private List<String> words = List.of();

  HelpCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (words.isEmpty()) {
      overview();
      return 0;
    }
    String kind = words.get(0);
    if (words.size() != 2 || !(kind.equals("command") || kind.equals("function"))) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "expected `command NAME` or `function NAME`");
    }
    String name = words.get(1);
    streams.out().print(kind.equals("command") ? commandPage(name) : functionPage(name));
    return 0;
  }

  private void overview() {
    CommandLine root = spec.root().commandLine();
    streams.out().print(root.getUsageMessage());
    streams.out().println();
    streams.out().println("SPL commands:");
    for (CommandSyntax<?> syntax : engine.commands().syntaxes()) {
      streams.out().printf("  %-14s %s%n", syntax.name(), syntax.summary());
    }
    streams.out().println();
    streams.out().println("Eval functions:");
    streams
        .out()
        .println(wrapped(engine.functions().functions().stream().map(ScalarFunction::name)));
    streams.out().println();
    streams.out().println("Aggregations:");
    streams
        .out()
        .println(wrapped(engine.aggregates().functions().stream().map(AggregateFunction::name)));
  }

  private static String wrapped(Stream<String> names) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (String name : names.sorted().toList()) {
      if (column + name.length() + 2 > 78) {
        out.append('\n');
        column = 0;
      }
      out.append(column == 0 ? "  " : " ").append(name);
      column += name.length() + (column == 0 ? 2 : 1);
    }
    return out.toString();
  }

  private String commandPage(String name) throws IOException {
    CommandSyntax<?> syntax = engine.commands().find(name);
    if (syntax == null) {
      List<String> names = engine.commands().syntaxes().stream().map(CommandSyntax::name).toList();
      throw Diagnostic.error(
              DiagnosticCode.UNKNOWN_COMMAND, "there is no page of a command `" + name + "`")
          .suggest(name, names)
          .toException();
    }
    String resource = "/karst/docs/command/" + syntax.name() + ".md";
    try (InputStream in = HelpCommand.class.getResourceAsStream(resource)) {
      return in == null
          ? syntax.usage() + "\n"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String functionPage(String name) {
    ScalarFunction scalar = engine.functions().find(name);
    String page = scalar == null ? null : page(scalar);
    AggregateFunctionTable.Found aggregate = engine.aggregates().find(name);
    if (aggregate != null) {
      page = (page == null ? "" : page + "\n") + page(aggregate.function());
    }
    if (page == null) {
      throw unknownFunction(name);
    }
    return page;
  }

  private RuntimeException unknownFunction(String name) {
    List<String> names = new ArrayList<>();
    engine.functions().names().forEach(names::add);
    engine.aggregates().names().forEach(names::add);
    return Diagnostic.error(DiagnosticCode.UNKNOWN_FUNCTION, "there is no function `" + name + "`")
        .suggest(name, names)
        .toException();
  }

  private static String page(ScalarFunction function) {
    StringBuilder out = new StringBuilder();
    out.append(function.signature()).append("\n\n").append(function.summary()).append(".\n");
    also(out, function.aliases());
    out.append("\nReturns: ").append(function.returns()).append("\n\nExamples:\n");
    for (Example example : function.examples()) {
      out.append("  ").append(example.expression()).append("  ->  ").append(example.result());
      out.append('\n');
    }
    return out.toString();
  }

  private static String page(AggregateFunction function) {
    StringBuilder out = new StringBuilder();
    boolean optional = function.argument() == AggregateFunction.Argument.OPTIONAL;
    out.append(function.name()).append(function.numberInName() ? "<number>" : "");
    out.append(optional ? "[(field)]" : "(field)").append("   (aggregation)\n\n");
    out.append(function.summary()).append(".\n");
    also(out, function.aliases());
    out.append("\nExamples:\n");
    for (AggregateFunction.Example example : function.examples()) {
      out.append("  ").append(example.call()).append(" over ").append(example.values());
      out.append("  ->  ").append(example.result()).append('\n');
    }
    return out.toString();
  }

  private static void also(StringBuilder out, @Nullable List<String> aliases) {
    if (aliases != null && !aliases.isEmpty()) {
      out.append("Also: ").append(aliases.stream().collect(Collectors.joining(", "))).append('\n');
    }
  }
}
