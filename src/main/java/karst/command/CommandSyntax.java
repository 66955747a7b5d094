package karst.command;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import karst.ast.RawCommand;
import karst.source.Diagnostics;
import org.jspecify.annotations.Nullable;

/**
 * The declared syntax of a command: everything that the lexer, the binder, the reference page and
 * the generators of tests need to know of it.
 *
 * <pre>{@code
 * public static final CommandSyntax<Tail> SYNTAX =
 *     CommandSyntax.named("tail", "Keeps the last rows, last row first")
 *         .usage("tail [<count>]")
 *         .bind(Tail::bind);
 * }</pre>
 *
 * @param <C> the command's record
 */
public final class CommandSyntax<C extends Command> {
  private final String name;
  private final String summary;
  private final List<String> aliases;
  private final String usage;
  private final ArgumentKind argumentKind;
  private final boolean generating;
  private final boolean takesSubsearches;
  private final boolean toleratesUnknownOptions;
  private final List<OptionSpec> options;
  private final Set<FieldTrait> fieldTraits;
  private final List<String> usualFields;
  private final Function<Arguments, C> binder;

  private CommandSyntax(Builder builder, Function<Arguments, C> binder) {
    this.name = builder.name;
    this.summary = builder.summary;
    this.aliases = List.copyOf(builder.aliases);
    this.usage = builder.usage;
    this.argumentKind = builder.argumentKind;
    this.generating = builder.generating;
    this.takesSubsearches = builder.takesSubsearches;
    this.toleratesUnknownOptions = builder.toleratesUnknownOptions;
    this.options = List.copyOf(builder.options);
    this.fieldTraits = Set.copyOf(builder.fieldTraits);
    this.usualFields = List.copyOf(builder.usualFields);
    this.binder = binder;
  }

  /**
   * Starts a declaration: by default general arguments, not generating, no options.
   *
   * @param summary one line for the reference, without a final stop
   */
  public static Builder named(String name, String summary) {
    return new Builder(name, summary);
  }

  /**
   * Returns the syntax of a command that is written as this one is but for its name, and that keeps
   * the order of its rows.
   *
   * @param wrap makes that command of this one
   */
  <D extends Command> CommandSyntax<D> under(
      String otherName, String otherSummary, Function<C, D> wrap) {
    Builder builder = named(otherName, otherSummary);
    builder.usage(otherName + usage.substring(name.length())).arguments(argumentKind);
    builder.options.addAll(options);
    builder.fieldTraits.addAll(fieldTraits);
    builder.fieldTraits.remove(FieldTrait.IN_ANY_ORDER);
    return builder.bind(arguments -> wrap.apply(binder.apply(arguments)));
  }

  /** Returns the command's name in lower case. */
  public String name() {
    return name;
  }

  /** Returns what the command does, in one line. */
  public String summary() {
    return summary;
  }

  /** Returns other names of the command. */
  public List<String> aliases() {
    return aliases;
  }

  /** Returns the synopsis; options are listed apart. */
  public String usage() {
    return usage;
  }

  /** Returns how the lexer reads what follows the name. */
  public ArgumentKind argumentKind() {
    return argumentKind;
  }

  /** Returns whether the command makes rows and so begins a pipeline. */
  public boolean generating() {
    return generating;
  }

  /**
   * Returns whether brackets among the arguments are the command's own; in any other command the
   * text of a subsearch's result takes their place.
   */
  public boolean takesSubsearches() {
    return takesSubsearches;
  }

  /**
   * Returns whether an option that is not declared is only warned of, unless its name is near that
   * of a declared one.
   */
  public boolean toleratesUnknownOptions() {
    return toleratesUnknownOptions;
  }

  /** Returns the declared options. */
  public List<OptionSpec> options() {
    return options;
  }

  /** Returns the option of a name in any case, or null. */
  public @Nullable OptionSpec option(String optionName) {
    for (OptionSpec option : options) {
      if (option.name().equalsIgnoreCase(optionName)) {
        return option;
      }
    }
    return null;
  }

  /** Returns whether something holds for the fields that the command takes and leaves. */
  public boolean has(FieldTrait trait) {
    return fieldTraits.contains(trait);
  }

  /** Returns the fields that the command takes unless it is told which. */
  public List<String> usualFields() {
    return usualFields;
  }

  /**
   * Binds a raw command. Every fault is added to the diagnostics, and binding goes on with a
   * default, so that a user sees all faults at once; the result counts only if there was no error.
   */
  public C bind(RawCommand raw, Diagnostics diagnostics) {
    return binder.apply(new Arguments(this, raw, diagnostics));
  }

  @Override
  public String toString() {
    return usage;
  }

  /** Collects the parts of a declaration. */
  public static final class Builder {
    private final String name;
    private final String summary;
    private final List<String> aliases = new ArrayList<>();
    private final List<OptionSpec> options = new ArrayList<>();
    private final Set<FieldTrait> fieldTraits = EnumSet.noneOf(FieldTrait.class);
    private final List<String> usualFields = new ArrayList<>();
    private String usage;
    private ArgumentKind argumentKind = ArgumentKind.GENERAL;
    private boolean generating;
    private boolean takesSubsearches;
    private boolean toleratesUnknownOptions;

    private Builder(String name, String summary) {
      this.name = name;
      this.summary = summary;
      this.usage = name;
    }

    /** Adds another name. */
    public Builder alias(String alias) {
      aliases.add(alias);
      return this;
    }

    /** Sets the synopsis. */
    public Builder usage(String synopsis) {
      usage = synopsis;
      return this;
    }

    /** Sets how the lexer reads what follows the name. */
    public Builder arguments(ArgumentKind kind) {
      argumentKind = kind;
      return this;
    }

    /** Says that the command makes rows. */
    public Builder generating() {
      generating = true;
      return this;
    }

    /** Says that commands in brackets are arguments. */
    public Builder takesSubsearches() {
      takesSubsearches = true;
      return this;
    }

    /**
     * Says that options which are not declared are no errors, since a server knows more of them.
     */
    public Builder tolerateUnknownOptions() {
      toleratesUnknownOptions = true;
      return this;
    }

    /** Declares an option. */
    public Builder option(
        String option, OptionSpec.Type type, String defaultText, String description) {
      options.add(new OptionSpec(option, type, List.of(), defaultText, description, true));
      return this;
    }

    /** Declares an option whose value is one of a few words. */
    public Builder choice(
        String option, List<String> choices, String defaultText, String description) {
      options.add(
          new OptionSpec(option, OptionSpec.Type.ENUM, choices, defaultText, description, true));
      return this;
    }

    /** Declares an option that is accepted and has no effect here. */
    public Builder ignoredOption(
        String option, OptionSpec.Type type, String defaultText, String description) {
      options.add(new OptionSpec(option, type, List.of(), defaultText, description, false));
      return this;
    }

    /** Says what the command takes of the fields of its rows, and leaves of them. */
    public Builder fields(FieldTrait... traits) {
      fieldTraits.addAll(List.of(traits));
      return this;
    }

    /** Says which fields the command takes unless it is told which. */
    public Builder usualFields(String... fields) {
      usualFields.addAll(List.of(fields));
      return this;
    }

    /** Ends the declaration with the binder. */
    public <C extends Command> CommandSyntax<C> bind(Function<Arguments, C> binder) {
      return new CommandSyntax<>(this, binder);
    }
  }
}
