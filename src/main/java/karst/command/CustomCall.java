package karst.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.ast.Argument;
import karst.ast.Unparser;
import karst.source.Span;

/**
 * A call of a command that a program has added to the language.
 *
 * @param name the command's name
 * @param arguments what stands beside the options, each as its text; commas are left out
 * @param options the declared options, those that were not given with their defaults
 * @param spl the call as canonical SPL
 */
public record CustomCall(
    String name, List<String> arguments, Map<String, String> options, String spl, Span span)
    implements Command {
  public CustomCall {
    arguments = List.copyOf(arguments);
    options = Map.copyOf(options);
  }

  /** Binds a call of a command that takes any arguments beside its options. */
  public static CustomCall bind(Arguments arguments) {
    SplWriter spl = new SplWriter(arguments.syntax().name());
    Map<String, String> options = new LinkedHashMap<>();
    for (OptionSpec option : arguments.syntax().options()) {
      String value = arguments.options().checkedText(option);
      options.put(option.name(), value);
      if (!value.isEmpty()) {
        spl.option(option.name(), value);
      }
    }
    List<String> texts = new ArrayList<>();
    while (!arguments.atEnd()) {
      Argument argument = arguments.peek();
      if (argument instanceof Argument.Option || argument == null) {
        arguments.reject();
        continue;
      }
      arguments.take();
      texts.add(
          argument instanceof Argument.Word word
              ? word.text()
              : arguments.sourceText(argument.span()));
      spl.word(Unparser.unparse(argument));
    }
    return new CustomCall(
        arguments.syntax().name(), texts, options, spl.toString(), arguments.span());
  }

  /**
   * Returns an option's value, the default if it was not given; empty if there is no default.
   *
   * @throws IllegalArgumentException if the command declares no such option
   */
  public String option(String option) {
    String value = options.get(option);
    if (value == null) {
      throw new IllegalArgumentException("`" + name + "` declares no option `" + option + "`");
    }
    return value;
  }

  @Override
  public String toSpl() {
    return spl;
  }
}
