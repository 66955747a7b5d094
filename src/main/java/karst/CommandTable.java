package karst;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

  private final Map<String, Entry<?>> entries = new LinkedHashMap<>();
  private final List<CommandSyntax<?>> syntaxes = new ArrayList<>();

  private CommandTable(List<Entry<?>> commands) {
    for (Entry<?> entry : commands) {
      syntaxes.add(entry.syntax());
      entries.put(entry.syntax().name(), entry);
      entry.syntax().aliases().forEach(alias -> entries.put(alias, entry));
    }
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

  /** Returns the table of some commands. */
  static CommandTable of(List<Entry<?>> commands) {
    return new CommandTable(commands);
  }

  /**
   * Returns this table with more commands, which may have the names of commands that are known but
   * not supported.
   *
   * @throws IllegalArgumentException if a name is taken
   */
  CommandTable with(List<? extends Entry<?>> more) {
    List<Entry<?>> all = new ArrayList<>();
    for (CommandSyntax<?> syntax : syntaxes) {
      all.add(Objects.requireNonNull(entries.get(syntax.name())));
    }
    for (Entry<?> entry : more) {
      if (all.stream().anyMatch(known -> known.syntax().name().equals(entry.syntax().name()))
          || entries.containsKey(entry.syntax().name())) {
        throw new IllegalArgumentException(
            "there is a command `" + entry.syntax().name() + "` already");
      }
      all.add(entry);
    }
    return new CommandTable(all);
  }

  /** Returns whether a command may look at fields that its text does not name. */
  boolean isCustom(String name) {
    Entry<?> entry = entries.get(name);
    return entry != null && Commands.TABLE.find(name) != entry.syntax();
  }

  /** Returns the table entry of a command. */
  static <C extends Command> Entry<C> entry(
      CommandSyntax<C> syntax, CommandConverter<C> converter) {
    return new Entry<>(syntax, converter);
  }

  /** Returns the syntax of every command, in the order of the table. */
  public List<CommandSyntax<?>> syntaxes() {
    return List.copyOf(syntaxes);
  }

  /** Returns the syntax of a command in any case, or null. */
  public @Nullable CommandSyntax<?> find(String name) {
    Entry<?> entry = entries.get(name.toLowerCase(Locale.ROOT));
    return entry == null ? null : entry.syntax();
  }

  /** Binds a command; an unknown one is reported, and null is returned. */
  @Nullable Bound<?> bind(RawCommand raw, Diagnostics diagnostics) {
    Entry<?> entry = entries.get(raw.name());
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
                .suggest(raw.name(), entries.keySet()),
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
