package karst.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import karst.ast.Argument;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a table, a dataset of a data model, or a lookup (spl-semantics §6.1). */
public record From(Source source, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<From> SYNTAX =
      CommandSyntax.named("from", "Reads the rows of a table, a dataset or a lookup")
          .usage("from <table> | from datamodel:<model>.<dataset> | from lookup:<name>")
          .generating()
          .bind(From::bind);

  /** What is read. */
  public sealed interface Source {
    /** Rows of a table by its name. */
    record Table(TableName name) implements Source {}

    /** Rows of a data model's dataset; its fields have no prefix. */
    record Dataset(DataModelName name) implements Source {}

    /** Rows of a lookup. */
    record Lookup(TableName name) implements Source {}
  }

  /** The words before a colon. */
  private enum Kind {
    DATAMODEL,
    LOOKUP,
    INPUTLOOKUP,
    SAVEDSEARCH;

    private static @Nullable Kind of(String word) {
      return Stream.of(values())
          .filter(kind -> kind.spelling().equalsIgnoreCase(word))
          .findFirst()
          .orElse(null);
    }

    private static List<String> spellings() {
      return Stream.of(values()).map(Kind::spelling).toList();
    }

    private String spelling() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static From bind(Arguments arguments) {
    From from = take(arguments);
    arguments.expectEnd();
    return from;
  }

  /** Returns what is next, which may be more than one argument. */
  static From take(Arguments arguments) {
    Span span = arguments.nextSpan();
    Source source = new Source.Table(new TableName("", arguments.span()));
    if (arguments.peek() instanceof Argument.Word word) {
      arguments.take();
      source = word.quoted() ? table(word) : source(arguments, word);
    } else {
      arguments.missing("the name of a table or dataset");
    }
    return new From(source, span);
  }

  private static Source source(Arguments arguments, Argument.Word word) {
    String text = word.text();
    int colon = text.indexOf(':');
    if (colon >= 0 && colon < text.length() - 1) {
      Span rest =
          new Span(Math.min(word.span().end(), word.span().start() + colon + 1), word.span().end());
      Argument.Word name = new Argument.Word(text.substring(colon + 1), false, rest);
      return source(arguments, text.substring(0, colon), name, word);
    }
    // The name may stand apart (`datamodel Web.Web`) or in quotes (`datamodel:"Web.Web"`).
    String kind = colon < 0 ? text : text.substring(0, colon);
    boolean named = colon >= 0 || Kind.of(kind) != null;
    if (named && arguments.peek() instanceof Argument.Word name) {
      arguments.take();
      return source(arguments, kind, name, word);
    }
    if (colon >= 0) {
      arguments.missing("a name after `" + text + "`");
    }
    return table(word);
  }

  private static Source source(
      Arguments arguments, String kindText, Argument.Word name, Argument.Word whole) {
    Kind kind = Kind.of(kindText);
    TableName table = new TableName(name.text(), name.span());
    if (kind == null) {
      arguments.report(
          Diagnostic.error(DiagnosticCode.ARGUMENT, "`from` cannot read a `" + kindText + "`")
              .suggest(kindText, Kind.spellings())
              .hint("the name of a table that has a colon in it needs quotes"),
          whole.span());
      return new Source.Table(table);
    }
    return switch (kind) {
      case DATAMODEL -> new Source.Dataset(DataModelName.bind(arguments, name.text(), name.span()));
      case LOOKUP, INPUTLOOKUP -> new Source.Lookup(table);
      case SAVEDSEARCH -> {
        arguments.report(
            Diagnostic.error(DiagnosticCode.UNSUPPORTED, "there are no saved searches here")
                .hint("write a macro, or the search itself"),
            whole.span());
        yield new Source.Table(table);
      }
    };
  }

  private static Source table(Argument.Word word) {
    return new Source.Table(new TableName(word.text(), word.span()));
  }

  @Override
  public String toSpl() {
    if (source instanceof Source.Dataset dataset) {
      return "from datamodel:" + SplWriter.quoteIfNeeded(dataset.name().qualified());
    }
    if (source instanceof Source.Lookup lookup) {
      return "from lookup:" + SplWriter.quoteIfNeeded(lookup.name().name());
    }
    String name = ((Source.Table) source).name().name();
    boolean quoted = name.indexOf(':') >= 0 || Kind.of(name) != null;
    return "from " + (quoted ? SplWriter.quote(name) : SplWriter.quoteIfNeeded(name));
  }
}
