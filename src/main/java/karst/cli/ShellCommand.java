package karst.cli;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import karst.Engine;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code karst shell}: runs searches as they are typed. What comes from a pipe or a file is read
 * without a prompt, and a fault in it is an exit code.
 */
@Command(
    name = "shell",
    description = "Runs searches as they are typed, with completion and history.",
    sortOptions = false)
final class ShellCommand implements Callable<Integer> {
  static final String EXPLAIN = ".explain";
  static final String HELP = ".help";

  /** The commands of the shell itself. */
  static final List<String> NAMES = List.of(EXPLAIN, HELP, ".macros", ".quit", ".tables");

  private static final String PROMPT = "karst> ";
  private static final String MORE = "  ...> ";
  private static final int KEPT_LINES = 1000;

  private final Streams streams;
  private final InputStream in;

  @Mixin private EngineOptions options = new EngineOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of table, csv, json, ndjson (default: table).")
  private Format format = Format.TABLE;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Keeps the lines that were typed (default: .karst_history in the home folder).")
  private Path history = Path.of(System.getProperty("user.home", ""), ".karst_history");

  ShellCommand(Streams streams, InputStream in) {
    this.streams = streams;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    Engine engine = options.engine();
    Shell shell =
        new Shell(engine, new QueryRun(format, null, options.tableStyle(), streams), streams);
    if (!(in instanceof FileInputStream && Terminal.readsInput())) {
      read(shell);
      return shell.hasFailed() ? 1 : 0;
    }
    try (org.jline.terminal.Terminal terminal =
        TerminalBuilder.builder().system(true).dumb(true).build()) {
      talk(shell, engine, terminal, history);
    }
    return 0;
  }

  /** Answers lines that nobody types. */
  private void read(Shell shell) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    StringBuilder text = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      text.append(line).append('\n');
      if (SearchLine.isFinished(text.toString())) {
        shell.answer(text.toString());
        text.setLength(0);
      }
      if (shell.hasEnded()) {
        return;
      }
    }
    shell.answer(text.toString());
  }

  /** Answers the lines that are typed on a terminal, until its end. */
  static void talk(Shell shell, Engine engine, org.jline.terminal.Terminal terminal, Path history) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("karst")
            .parser(new SearchLine.Reader())
            .completer(completer(new Completions(engine)))
            .variable(LineReader.HISTORY_FILE, history)
            .variable(LineReader.HISTORY_SIZE, KEPT_LINES)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
            // An exclamation mark is an operator of the language.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
    terminal.handle(Signal.INT, signal -> shell.cancel());
    while (!shell.hasEnded()) {
      String line = next(reader);
      if (line == null) {
        return;
      }
      shell.answer(line);
    }
  }

  /** Returns the next line, an empty one for one that was dropped, null at the end. */
  private static @Nullable String next(LineReader reader) {
    try {
      return reader.readLine(PROMPT);
    } catch (UserInterruptException dropped) {
      return "";
    } catch (EndOfFileException end) {
      return null;
    }
  }

  private static Completer completer(Completions completions) {
    return (reader, line, candidates) -> {
      String before = line instanceof SearchLine search ? search.before() : "";
      for (String word : completions.at(before)) {
        // A name that takes a value or arguments is written on.
        boolean whole = !word.endsWith("=") && !word.endsWith("(");
        candidates.add(new Candidate(word, word, null, null, null, null, whole));
      }
    };
  }
}
