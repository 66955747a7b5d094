package karst.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import karst.source.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells about wrong usage: what is wrong, the nearest right option, where help is. Exit code 2. */
final class UsageFaults implements IParameterExceptionHandler {
  private static final int WRONG_USAGE = 2;

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    PrintWriter err = line.getErr();
    err.print("error: " + message(exception) + "\n");
    err.print(" = help: try `" + line.getCommandSpec().qualifiedName() + " --help`\n");
    err.flush();
    return WRONG_USAGE;
  }

  private static String message(ParameterException exception) {
    if (exception instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    if (exception instanceof MutuallyExclusiveArgsException) {
      return "expected a FILE or -e SPL, not both";
    }
    // picocli begins messages with a capital, and those about groups with "Error: ".
    String message = String.valueOf(exception.getMessage());
    String text = message.startsWith("Error: ") ? message.substring(7) : message;
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }

  private static List<String> names(CommandLine line) {
    List<String> names = new ArrayList<>(line.getSubcommands().keySet());
    names.addAll(line.getCommandSpec().optionsMap().keySet());
    return names;
  }

  private static String unmatched(UnmatchedArgumentException exception) {
    String argument = exception.getUnmatched().get(0);
    boolean root = exception.getCommandLine().getParent() == null;
    String what;
    if (exception.isUnknownOption()) {
      what = "there is no option `" + argument + "`";
    } else if (root) {
      what = "there is no command `" + argument + "`";
    } else {
      what = "there is one argument too many: `" + argument + "`";
    }
    String nearest = NearestName.find(argument, names(exception.getCommandLine()));
    return nearest == null ? what : what + "; did you mean `" + nearest + "`?";
  }
}
