package karst.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code karst} without a subcommand: usage and version. */
@Command(
    name = "karst",
    description = "Runs Splunk's Search Processing Language over files, without Splunk.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExit codes: 0 success, 1 a fault in a search or in data, 2 wrong usage.%n",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false)
final class KarstCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "expected a command: run, explain, sql, check, detect, test, init, summarize, shell or"
            + " help");
  }
}
