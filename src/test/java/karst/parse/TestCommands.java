package karst.parse;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import karst.ast.Pipeline;
import karst.ast.Unparser;
import karst.command.ArgumentKind;
import karst.command.CommandCatalog;
import karst.source.SourceMap;
import karst.source.SourceText;

/** The commands that the parser's tests know. */
final class TestCommands implements CommandCatalog {
  static final TestCommands CATALOG = new TestCommands();

  private static final Map<String, ArgumentKind> KINDS =
      Map.of(
          "search", ArgumentKind.SEARCH,
          "where", ArgumentKind.EXPRESSION,
          "eval", ArgumentKind.ASSIGNMENTS,
          "tstats", ArgumentKind.GENERAL_WITH_SEARCH,
          "mstats", ArgumentKind.GENERAL_WITH_SEARCH,
          "inputlookup", ArgumentKind.GENERAL_WITH_SEARCH,
          "head", ArgumentKind.GENERAL_WITH_EXPRESSION);
  private static final Set<String> GENERATING =
      Set.of(
          "tstats",
          "mstats",
          "inputlookup",
          "makeresults",
          "from",
          "rest",
          "metadata",
          "datamodel",
          "union",
          "multisearch",
          "gentimes");
  private static final Set<String> OTHERS = Set.of("stats", "rename", "fields", "table", "rex");

  private TestCommands() {}

  @Override
  public ArgumentKind argumentKind(String commandName) {
    return KINDS.getOrDefault(commandName.toLowerCase(Locale.ROOT), ArgumentKind.GENERAL);
  }

  @Override
  public boolean isGenerating(String commandName) {
    return GENERATING.contains(commandName.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean isKnown(String commandName) {
    String name = commandName.toLowerCase(Locale.ROOT);
    return KINDS.containsKey(name) || GENERATING.contains(name) || OTHERS.contains(name);
  }

  static SourceMap source(String text) {
    return SourceMap.identity(SourceText.of("<query>", text));
  }

  static Pipeline parse(String text) {
    return Parser.parsePipeline(source(text), CATALOG);
  }

  /** Returns the text that a search unparses to, and checks that this text is stable. */
  static String canonical(String text) {
    String once = Unparser.unparse(parse(text));
    String twice = Unparser.unparse(parse(once));
    if (!twice.equals(once)) {
      throw new AssertionError("unparsed text is not stable:\n" + once + "\n" + twice);
    }
    return once;
  }
}
