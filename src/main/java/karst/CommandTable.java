package karst;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import karst.ast.RawCommand;
import karst.command.ArgumentKind;
import karst.command.Command;
import karst.command.CommandCatalog;
import karst.command.CommandSyntax;
import karst.command.CommandTemplate;
import karst.plan.CommandConverter;
import karst.plan.PlanBuilder;
import karst.plan.command.CommandTemplateConverter;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Diagnostics;
import org.jspecify.annotations.Nullable;

/** The commands that an engine knows: syntax and converter of each, found by name or alias. */
public final class CommandTable implements CommandCatalog {
  private static final CommandConverter<CommandTemplate> TEMPLATES = new CommandTemplateConverter();

  private final Map<String, Line> lines = new LinkedHashMap<>();

  /** Each alias and its command; null until one is asked for, since it takes all declarations. */
  private volatile @Nullable Map<String, Entry<?>> aliases;

  private CommandTable(List<Line> commands) {
    commands.forEach(line -> lines.put(line.name, line));
  }

  /**
   * A command: how it is written and what it means.
   *
   * @param <C> the command's record; the type ties both sides together
   */
  record Entry<C extends Command>(CommandSyntax<C> syntax, CommandConverter<C> converter) {
    Bound<C> bind(RawCommand raw, Diagnostics diagnostics) {
      return new Bound<>(syntax.bind(raw, diagnostics), converter);
    }
  }

  /** A bound command that knows how it is planned. */
  record Bound<C extends Command>(C command, CommandConverter<C> converter) {
    void plan(PlanBuilder plan) {
      converter.convert(command, plan);
    }
  }

  /** A command's name, and its declaration, which is loaded when it is first asked for. */
  static final class Line {
    private final String name;
    private final Supplier<Entry<?>> declaration;
    private volatile @Nullable Entry<?> entry;

    private Line(String name, Supplier<Entry<?>> declaration) {
      this.name = name;
      this.declaration = declaration;
    }

    Entry<?> entry() {
      Entry<?> loaded = entry;
      if (loaded == null) {
        loaded = declaration.get();
        if (!loaded.syntax().name().equals(name)) {
          throw new IllegalStateException(
              "`" + loaded.syntax().name() + "` is called `" + name + "` in the table");
        }
        entry = loaded;
      }
      return loaded;
    }
  }

  /** Returns the table of some commands. */
  static CommandTable of(List<Line> commands) {
    return new CommandTable(commands);
  }

  /**
   * Returns this table with more commands, which may have the names of commands that are known but
   * not supported.
   *
   * @throws IllegalArgumentException if a name is taken
   */
  CommandTable with(List<? extends Entry<?>> more) {
    List<Line> all = new ArrayList<>(lines.values());
    Set<String> taken = new HashSet<>(names());
    for (Entry<?> entry : more) {
      String name = entry.syntax().name();
      if (!taken.add(name)) {
        throw new IllegalArgumentException("there is a command `" + name + "` already");
      }
      all.add(new Line(name, () -> entry));
    }
    return new CommandTable(all);
  }

  /**
   * Returns the line of a command in a table.
   *
   * @param declaration makes the entry, of the same name
   */
  static Line command(String name, Supplier<Entry<?>> declaration) {
    return new Line(name, declaration);
  }

  /** Returns the table entry of a command. */
  static <C extends Command> Entry<C> entry(
      CommandSyntax<C> syntax, CommandConverter<C> converter) {
    return new Entry<>(syntax, converter);
  }

  /** Returns the syntax of every command, in the order of the table. */
  public List<CommandSyntax<?>> syntaxes() {
    List<CommandSyntax<?>> syntaxes = new ArrayList<>();
    lines.values().forEach(line -> syntaxes.add(line.entry().syntax()));
    return List.copyOf(syntaxes);
  }

  /** Returns the syntax of a command in any case, or null. */
  public @Nullable CommandSyntax<?> find(String name) {
    Entry<?> entry = entry(name.toLowerCase(Locale.ROOT));
    return entry == null ? null : entry.syntax();
  }

  private @Nullable Entry<?> entry(String name) {
    Line line = lines.get(name);
    return line == null ? aliases().get(name) : line.entry();
  }

  private Map<String, Entry<?>> aliases() {
    Map<String, Entry<?>> known = aliases;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (Line line : lines.values()) {
        for (String alias : line.entry().syntax().aliases()) {
          known.put(alias, line.entry());
        }
      }
      aliases = known;
    }
    return known;
  }

  /** Returns all names and aliases. */
  private List<String> names() {
    List<String> names = new ArrayList<>(lines.keySet());
    names.addAll(aliases().keySet());
    return names;
  }

  /** Binds a command; an unknown one is reported, and null is returned. */
  @Nullable Bound<?> bind(RawCommand raw, Diagnostics diagnostics) {
    Entry<?> entry = entry(raw.name());
    if (entry != null) {
      CommandTemplate template = CommandTemplate.of(raw, entry.syntax(), diagnostics.map());
      return template == null ? entry.bind(raw, diagnostics) : new Bound<>(template, TEMPLATES);
    }
    Diagnostic known = UnsupportedCommands.find(raw.name());
    diagnostics.add(
        known != null
            ? known
            : Diagnostic.error(
                    DiagnosticCode.UNKNOWN_COMMAND, "there is no command `" + raw.name() + "`")
                .suggest(raw.name(), names()),
        raw.nameSpan());
    return null;
  }

  @Override
  public ArgumentKind argumentKind(String name) {
    CommandSyntax<?> syntax = find(name);
    return syntax == null ? ArgumentKind.GENERAL : syntax.argumentKind();
  }

  @Override
  public boolean isGenerating(String name) {
    CommandSyntax<?> syntax = find(name);
    return syntax != null && syntax.generating();
  }

  @Override
  public boolean isKnown(String name) {
    return find(name) != null;
  }
}
