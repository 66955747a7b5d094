package karst.command;

import java.util.ArrayList;
import java.util.List;
import karst.ast.Argument;
import karst.ast.Pipeline;
import karst.ast.RawCommand;
import karst.ast.Unparser;
import karst.source.SourceMap;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A command with subsearches where it takes none, such as {@code head [search ... | return $n]}.
 * The text of their results takes their place, and what comes of that is bound and planned then
 * (spl-semantics §2.10).
 *
 * @param texts what is written before, between and after the subsearches: one more than these
 */
public record CommandTemplate(List<String> texts, List<Pipeline> subsearches, Span span)
    implements Command {
  public CommandTemplate {
    texts = List.copyOf(texts);
    subsearches = List.copyOf(subsearches);
  }

  /** Returns the template that a command is; null for one without subsearches of this kind. */
  public static @Nullable CommandTemplate of(
      RawCommand raw, CommandSyntax<?> syntax, SourceMap map) {
    List<Argument.Subsearch> found = new ArrayList<>();
    for (Argument argument : raw.arguments()) {
      if (!(argument instanceof Argument.Subsearch && syntax.takesSubsearches())) {
        collect(argument, found);
      }
    }
    if (found.isEmpty()) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    int start = raw.span().start();
    for (Argument.Subsearch subsearch : found) {
      texts.add(new Span(start, subsearch.span().start()).of(map.expanded()));
      start = subsearch.span().end();
    }
    texts.add(new Span(start, raw.span().end()).of(map.expanded()));
    return new CommandTemplate(
        texts, found.stream().map(Argument.Subsearch::pipeline).toList(), raw.span());
  }

  /** Subsearches in expressions and among search terms are the affair of those. */
  private static void collect(Argument argument, List<Argument.Subsearch> found) {
    if (argument instanceof Argument.Subsearch subsearch) {
      found.add(subsearch);
    } else if (argument instanceof Argument.Option option) {
      collect(option.value(), found);
    } else if (argument instanceof Argument.Call call) {
      call.arguments().forEach(part -> collect(part, found));
    }
  }

  @Override
  public String toSpl() {
    StringBuilder spl = new StringBuilder(texts.get(0));
    for (int i = 0; i < subsearches.size(); i++) {
      spl.append('[').append(Unparser.unparse(subsearches.get(i))).append(']');
      spl.append(texts.get(i + 1));
    }
    return spl.toString();
  }
}
