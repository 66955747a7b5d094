package karst.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import karst.Engine;
import karst.command.CommandSyntax;
import karst.function.AggregateFunction;
import karst.function.AggregateFunctionTable;
import karst.function.Example;
import karst.function.ScalarFunction;
import karst.lint.Lint;
import org.jspecify.annotations.Nullable;

/**
 * The reference of an engine: a page for each of its commands and functions.
 *
 * @param engine knows the commands and functions
 */
record ReferencePages(Engine engine) {
  /** A link of the index to a page that is none of a command's. */
  private static final Pattern PAGE = Pattern.compile("\\]\\((\\w+)\\.md\\)");

  /** Returns the names that have a page. */
  List<String> names(String kind) {
    List<String> names = new ArrayList<>();
    if (!kind.equals("function")) {
      engine.commands().syntaxes().forEach(syntax -> names.add(syntax.name()));
    }
    if (kind.isEmpty()) {
      String index = page("index");
      PAGE.matcher(index == null ? "" : index).results().forEach(link -> names.add(link.group(1)));
    }
    if (!kind.equals("command")) {
      names.addAll(engine.functions().names());
      engine.aggregates().names().forEach(names::add);
    }
    return names;
  }

  /** Returns the page of a command, or null. */
  @Nullable String command(String name) {
    CommandSyntax<?> syntax = engine.commands().find(name);
    if (syntax == null) {
      return null;
    }
    String page = page("command/" + syntax.name());
    return page == null ? syntax.usage().stripTrailing() + "\n" : page;
  }

  /** Returns the page of a command, a function, a warning, or one of another name; or null. */
  @Nullable String find(String name) {
    String found = command(name);
    found = found == null ? function(name) : found;
    found = found == null ? warning(name) : found;
    return found == null ? page(name.toLowerCase(Locale.ROOT)) : found;
  }

  /** Returns a page of the reference by its path without {@code .md}, or null. */
  @Nullable String page(String path) {
    try (InputStream in = ReferencePages.class.getResourceAsStream("/karst/docs/" + path + ".md")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the paragraph of a kind of warning, given by its code or name, or null. */
  @Nullable String warning(String name) {
    Lint lint = Lint.find(name);
    String page = lint == null ? null : page("check");
    if (lint == null || page == null) {
      return null;
    }
    String start = "\n### " + lint.id() + " ";
    int from = page.indexOf(start) + 1;
    int next = page.indexOf("\n### ", from);
    return page.substring(from, next < 0 ? page.length() : next + 1);
  }

  /** Returns the page of an eval function, of an aggregation, or of both; or null. */
  @Nullable String function(String name) {
    ScalarFunction scalar = engine.functions().find(name);
    AggregateFunctionTable.Found aggregate = engine.aggregates().find(name);
    if (scalar == null) {
      return aggregate == null ? null : page(aggregate.function());
    }
    return page(scalar) + (aggregate == null ? "" : "\n" + page(aggregate.function()));
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

  private static void also(StringBuilder out, List<String> aliases) {
    if (!aliases.isEmpty()) {
      out.append("Also: ").append(String.join(", ", aliases)).append('\n');
    }
  }
}
