package karst.command;

import karst.ast.FieldName;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Says of each field how well it tells the value of another one (spl-semantics §6.2).
 *
 * @param classField the field that is told; null only if binding found an error
 */
public record Analyzefields(@Nullable FieldName classField, Span span) implements Command {
  /** How the command is written. */
  public static final CommandSyntax<Analyzefields> SYNTAX =
      CommandSyntax.named("analyzefields", "Says of each field how well it tells another's value")
          .alias("af")
          .usage("analyzefields classfield=<field>")
          .option("classfield", OptionSpec.Type.FIELD, "", "The field whose value is told")
          .fields(FieldTrait.TAKES_ALL_UNLESS_NAMED)
          .bind(Analyzefields::bind);

  private static Analyzefields bind(Arguments arguments) {
    arguments.expectEnd();
    Options options = arguments.options();
    if (!options.has("classfield")) {
      arguments.missingUnlessFaulty("`classfield=`");
    }
    return new Analyzefields(options.field("classfield"), arguments.span());
  }

  @Override
  public String toSpl() {
    SplWriter writer = new SplWriter("analyzefields");
    return classField == null
        ? writer.toString()
        : writer.option("classfield", classField.name()).toString();
  }
}
