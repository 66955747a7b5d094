package karst.command;

import java.util.List;
import karst.ast.Pipeline;
import karst.source.Span;

/**
 * Runs several searches and puts their rows together in the order of time (spl-semantics §6.1).
 *
 * @param subsearches at least two, if binding found no error
 */
public record Multisearch(List<Pipeline> subsearches, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Multisearch> SYNTAX =
      CommandSyntax.named("multisearch", "Puts the rows of several searches together by time")
          .takesSubsearches()
          .usage("multisearch [<search>] [<search>] ...")
          .generating()
          .bind(Multisearch::bind);

  public Multisearch {
    subsearches = List.copyOf(subsearches);
  }

  private static Multisearch bind(Arguments arguments) {
    List<Pipeline> subsearches = Subsearches.takeAll(arguments);
    if (subsearches.size() < 2) {
      arguments.missingUnlessFaulty("two or more searches in brackets");
    }
    arguments.expectEnd();
    return new Multisearch(subsearches, arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("multisearch");
    subsearches.forEach(writer::subsearch);
    return writer.toString();
  }
}
