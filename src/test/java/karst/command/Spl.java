package karst.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.parse.Parser;
import karst.source.Diagnostic;
import karst.source.Diagnostics;
import karst.source.Location;
import karst.source.Severity;
import karst.source.SourceMap;
import karst.source.SourceText;

/** Binds one command of a text. */
final class Spl {
  static final List<CommandSyntax<?>> SYNTAXES =
      List.of(
          Tstats.SYNTAX,
          Search.SYNTAX,
          Where.SYNTAX,
          Eval.SYNTAX,
          Rename.SYNTAX,
          Convert.SYNTAX,
          Fields.SYNTAX,
          Table.SYNTAX,
          Stats.SYNTAX,
          Sort.SYNTAX,
          Head.SYNTAX,
          Dedup.SYNTAX,
          Fillnull.SYNTAX,
          From.SYNTAX,
          Inputlookup.SYNTAX,
          Rex.SYNTAX,
          Regex.SYNTAX,
          Makemv.SYNTAX,
          Nomv.SYNTAX,
          Mvexpand.SYNTAX,
          Replace.SYNTAX,
          Strcat.SYNTAX,
          Rangemap.SYNTAX,
          Fieldformat.SYNTAX,
          Reverse.SYNTAX,
          Tail.SYNTAX,
          Uniq.SYNTAX,
          Filldown.SYNTAX,
          Mvcombine.SYNTAX,
          Spath.SYNTAX,
          Fromjson.SYNTAX,
          Tojson.SYNTAX,
          Makeresults.SYNTAX,
          Addinfo.SYNTAX,
          Gentimes.SYNTAX,
          Foreach.SYNTAX,
          Iplocation.SYNTAX,
          Extract.SYNTAX,
          Xmlkv.SYNTAX,
          Xmlunescape.SYNTAX,
          Outputtext.SYNTAX,
          Fieldsummary.SYNTAX,
          Makecontinuous.SYNTAX,
          Xpath.SYNTAX,
          Setfields.SYNTAX,
          Typer.SYNTAX,
          Tags.SYNTAX,
          Multikv.SYNTAX,
          Highlight.SYNTAX,
          Iconify.SYNTAX,
          Localop.SYNTAX,
          Noop.SYNTAX,
          Redistribute.SYNTAX,
          Rtorder.SYNTAX,
          Require.SYNTAX,
          Localize.SYNTAX,
          Reltime.SYNTAX,
          Gauge.SYNTAX,
          Abstract.SYNTAX,
          Diff.SYNTAX,
          Timewrap.SYNTAX,
          Timechart.SYNTAX);

  private Spl() {}

  /** The commands of this package's first table. */
  private static final class Catalog implements CommandCatalog {
    @Override
    public ArgumentKind argumentKind(String commandName) {
      return isKnown(commandName) ? syntax(commandName).argumentKind() : ArgumentKind.GENERAL;
    }

    @Override
    public boolean isGenerating(String commandName) {
      return isKnown(commandName) && syntax(commandName).generating();
    }

    @Override
    public boolean isKnown(String commandName) {
      return SYNTAXES.stream().anyMatch(syntax -> syntax.name().equalsIgnoreCase(commandName));
    }
  }

  static CommandSyntax<?> syntax(String name) {
    return SYNTAXES.stream()
        .filter(syntax -> syntax.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no syntax of " + name));
  }

  static Pipeline parse(SourceMap map) {
    return Parser.parsePipeline(map, new Catalog());
  }

  /** A command and what was found while it was bound. */
  private record Binding(Command command, List<Diagnostic> findings) {}

  private static Binding bindAll(String spl) {
    SourceMap map = SourceMap.identity(SourceText.of("<query>", "| " + spl));
    RawCommand raw = parse(map).commands().get(0);
    Diagnostics diagnostics = new Diagnostics(map);
    Command command = syntax(raw.name()).bind(raw, diagnostics);
    return new Binding(command, diagnostics.all());
  }

  /** Returns the command that a text binds to without a finding. */
  static <C extends Command> C bind(Class<C> type, String spl) {
    Binding binding = bindAll(spl);
    if (!binding.findings().isEmpty()) {
      throw new AssertionError(spl + ": " + describe(binding.findings()));
    }
    return type.cast(binding.command());
  }

  /** Returns the command that a text binds to, whatever was found. */
  static <C extends Command> C bindAnyway(Class<C> type, String spl) {
    return type.cast(bindAll(spl).command());
  }

  /** Returns the canonical text of a command that is bound without an error; binds it again. */
  static String canonical(String spl) {
    Binding binding = bindAll(spl);
    List<Diagnostic> errors =
        binding.findings().stream().filter(each -> each.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new AssertionError(spl + ": " + describe(errors));
    }
    String text = binding.command().toSpl();
    Binding again = bindAll(text);
    if (!again.command().toSpl().equals(text)) {
      throw new AssertionError("not stable:\n" + text + "\n" + again.command().toSpl());
    }
    return text;
  }

  /**
   * Returns what is found in a text, a line each: severity, message, the text that it is about, the
   * label and the hints.
   */
  static String findings(String spl) {
    return describe(bindAll(spl).findings());
  }

  private static String describe(List<Diagnostic> findings) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic finding : findings) {
      StringBuilder line = new StringBuilder(finding.severity().label());
      line.append(": ").append(finding.message());
      if (finding.origin() != null) {
        Location place = finding.origin().location();
        line.append(" @ ").append(place.span().of(place.source().text()));
      }
      if (finding.label() != null) {
        line.append(" ^ ").append(finding.label());
      }
      finding.hints().forEach(hint -> line.append(" ? ").append(hint));
      lines.add(line.toString());
    }
    return String.join("\n", lines);
  }
}
