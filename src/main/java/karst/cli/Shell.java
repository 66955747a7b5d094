package karst.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import karst.Engine;
import karst.Query;
import karst.Result;
import karst.Stage;
import karst.macro.MacroName;
import karst.source.NearestName;
import org.jspecify.annotations.Nullable;

/** Answers the lines of a shell: searches, and its own commands, which begin with a point. */
final class Shell {
  private static final String HELP =
      """
      A search, which may go on on further lines, or one of
        .explain [STAGE] SEARCH   what a stage of compilation makes of a search
        .help [NAME]              the reference: of a command, a function, a page such as support
        .macros                   the macros that there are
        .tables                   the tables and lookups that there are
        .quit                     the end, like Ctrl-D
      The tabulator key completes a word. Ctrl-C ends the search that runs, or drops the line.
      """;

  private final Engine engine;
  private final QueryRun run;
  private final Streams streams;
  private final AtomicReference<@Nullable Result> running = new AtomicReference<>();
  private boolean ended;
  private boolean failed;

  Shell(Engine engine, QueryRun run, Streams streams) {
    this.engine = engine;
    this.run = run;
    this.streams = streams;
  }

  /** Returns whether the shell was told to end. */
  boolean hasEnded() {
    return ended;
  }

  /** Returns whether any line had a fault. */
  boolean hasFailed() {
    return failed;
  }

  /** Ends the search that runs, if there is one; any thread may ask for it. */
  void cancel() {
    Result result = running.get();
    if (result != null) {
      // The terminal shows ^C; what is said of it comes on a line of its own.
      streams.err().println();
      result.cancel();
    }
  }

  /** Answers a line. Its faults are shown, and the shell goes on. */
  void answer(String line) {
    String text = line.strip();
    if (text.isEmpty()) {
      return;
    }
    try {
      if (text.startsWith(".")) {
        command(text);
      } else {
        search(line);
      }
    } catch (IOException | RuntimeException fault) {
      fail(ExecutionFaults.render(fault));
    } catch (OutOfMemoryError | StackOverflowError fault) {
      fail(ExecutionFaults.render(fault));
    }
  }

  private void fail(String message) {
    failed = true;
    streams.err().print(message);
    streams.err().flush();
  }

  private void search(String text) throws IOException {
    Query query = engine.prepare(text);
    try {
      run.run(query, running::set);
    } finally {
      running.set(null);
    }
  }

  private void command(String text) {
    String[] words = text.split("\\s+", 2);
    String rest = words.length == 1 ? "" : words[1];
    switch (words[0].toLowerCase(Locale.ROOT)) {
      case ShellCommand.EXPLAIN -> explain(rest);
      case ShellCommand.HELP -> help(rest.strip());
      case ".macros" -> {
        for (MacroName name : engine.macros().signatures()) {
          streams.print(name + "\n");
        }
      }
      case ".tables" -> engine.tables().forEach(name -> streams.print(name + "\n"));
      case ".quit", ".exit" -> ended = true;
      default -> {
        String nearest = NearestName.find(words[0], ShellCommand.NAMES);
        String hint = nearest == null ? "; .help lists them" : "; did you mean `" + nearest + "`?";
        fail("error: the shell has no command `" + words[0] + "`" + hint + "\n");
      }
    }
  }

  private void explain(String rest) {
    String[] words = rest.split("\\s+", 2);
    for (Stage stage : Stage.values()) {
      if (words.length == 2 && words[0].equalsIgnoreCase(stage.label())) {
        explain(stage, words[1]);
        return;
      }
    }
    explain(Stage.OPTIMIZED, rest);
  }

  private void explain(Stage stage, String search) {
    Query query = engine.prepare(search);
    streams.print(query.explain(stage));
    streams.warn(query.warnings());
  }

  private void help(String name) {
    if (name.isEmpty()) {
      streams.print(HELP);
      return;
    }
    ReferencePages pages = new ReferencePages(engine);
    String page = pages.find(name);
    if (page == null) {
      String nearest = NearestName.find(name, pages.names(""));
      String hint = nearest == null ? "" : "; did you mean `" + nearest + "`?";
      fail("error: there is no command or function `" + name + "`" + hint + "\n");
    } else {
      streams.print(page);
    }
  }
}
