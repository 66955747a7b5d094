package karst.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells about wrong usage: what is wrong, the nearest right option, where help is. Exit code 2. */
final class UsageFaults implements IParameterExceptionHandler {
  private static final int WRONG_USAGE = 2;

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    PrintWriter err = line.getErr();
    err.println("error: " + exception.getMessage());
    UnmatchedArgumentException.printSuggestions(exception, err);
    err.println("Try `" + line.getCommandSpec().qualifiedName() + " --help`.");
    return WRONG_USAGE;
  }
}
