package karst.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import karst.type.SplType;

/**
 * The declaration of an aggregation, used by stats, tstats and their kin and by partial and final
 * aggregation alike.
 *
 * <pre>{@code
 * static final AggregateFunction SUM =
 *     AggregateFunction.named("sum", "Sum of the numbers")
 *         .example("sum(x)", "1, 2, null", "3")
 *         .accumulator(context -> new SumAccumulator(context, NUMBERS));
 * }</pre>
 */
public final class AggregateFunction {
  private final String name;
  private final List<String> aliases;
  private final String summary;
  private final Argument argument;
  private final boolean numberInName;
  private final boolean needsTime;
  private final boolean orderSensitive;
  private final boolean zeroWhenEmpty;
  private final boolean exactInParts;
  private final boolean lean;
  private final Function<SplType, SplType> returns;
  private final List<Example> examples;
  private final Function<AggregateContext, Accumulator> accumulator;

  private AggregateFunction(Builder builder, Function<AggregateContext, Accumulator> accumulator) {
    this.name = builder.name;
    this.aliases = List.copyOf(builder.aliases);
    this.summary = builder.summary;
    this.argument = builder.argument;
    this.numberInName = builder.numberInName;
    this.needsTime = builder.needsTime;
    this.orderSensitive = builder.orderSensitive;
    this.zeroWhenEmpty = builder.zeroWhenEmpty;
    this.exactInParts = builder.exactInParts;
    this.lean = builder.lean;
    this.returns = builder.returns;
    this.examples = List.copyOf(builder.examples);
    this.accumulator = accumulator;
  }

  /** Whether a call names a field. */
  public enum Argument {
    /** It may: {@code count} and {@code count(x)}. */
    OPTIONAL,
    /** It must. */
    REQUIRED
  }

  /**
   * An example: the values of {@code x} in order, {@code null} for none, and the result as text.
   * The rows are a second apart, newest first, and the first is of second 1000.
   */
  public record Example(String call, String values, String result) {}

  /**
   * Starts a declaration: by default an argument is required and the answer is a number.
   *
   * @param name in lower case; without the number for {@link Builder#numberInName}
   * @param summary one line for the reference, without a final stop
   */
  public static Builder named(String name, String summary) {
    return new Builder(name, summary);
  }

  /** Returns the name in lower case. */
  public String name() {
    return name;
  }

  /** Returns other names. */
  public List<String> aliases() {
    return aliases;
  }

  /** Returns what the function computes, in one line. */
  public String summary() {
    return summary;
  }

  /** Returns whether a call names a field. */
  public Argument argument() {
    return argument;
  }

  /** Returns whether a number follows the name, as in {@code perc95}. */
  public boolean numberInName() {
    return numberInName;
  }

  /** Returns whether the accumulator wants {@code _time}. */
  public boolean needsTime() {
    return needsTime;
  }

  /** Returns whether the order of rows matters. */
  public boolean orderSensitive() {
    return orderSensitive;
  }

  /**
   * Returns whether the result over no rows is 0 rather than null; stats without BY over nothing
   * has a row only if such a function is asked for.
   */
  public boolean zeroWhenEmpty() {
    return zeroWhenEmpty;
  }

  /**
   * Returns whether states of parts of the rows, merged, are exactly the state of all rows. Sums of
   * fractions are not: their last digits depend on the order of terms, which must not depend on the
   * number of threads.
   */
  public boolean exactInParts() {
    return exactInParts;
  }

  /**
   * Returns whether the state for texts of one dictionary holds nothing as large as the dictionary,
   * so that there may be many states, each for some of the groups.
   */
  public boolean isLean() {
    return lean;
  }

  /** Returns the type of the result for an argument's type. */
  public SplType returns(SplType argumentType) {
    return returns.apply(argumentType);
  }

  /** Returns the examples of the reference page. */
  public List<Example> examples() {
    return examples;
  }

  /** Returns a fresh state. */
  public Accumulator accumulator(AggregateContext context) {
    return accumulator.apply(context);
  }

  @Override
  public String toString() {
    return name;
  }

  /** Collects the parts of a declaration. */
  public static final class Builder {
    private final String name;
    private final String summary;
    private final List<String> aliases = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private Argument argument = Argument.REQUIRED;
    private boolean numberInName;
    private boolean needsTime;
    private boolean orderSensitive;
    private boolean zeroWhenEmpty;
    private boolean exactInParts = true;
    private boolean lean;
    private Function<SplType, SplType> returns = type -> SplType.NUMBER;

    private Builder(String name, String summary) {
      this.name = name;
      this.summary = summary;
    }

    /** Adds another name. */
    public Builder alias(String alias) {
      aliases.add(alias);
      return this;
    }

    /** Lets a call go without a field. */
    public Builder optionalArgument() {
      argument = Argument.OPTIONAL;
      return this;
    }

    /** Says that a number follows the name. */
    public Builder numberInName() {
      numberInName = true;
      return this;
    }

    /** Asks for {@code _time}. */
    public Builder needsTime() {
      needsTime = true;
      return this;
    }

    /** Says that the order of rows matters. */
    public Builder orderSensitive() {
      orderSensitive = true;
      return this;
    }

    /** Says that the result over no rows is 0. */
    public Builder zeroWhenEmpty() {
      zeroWhenEmpty = true;
      return this;
    }

    /** Says that the result depends on how the rows are divided, if only in its last digits. */
    public Builder inexactInParts() {
      exactInParts = false;
      return this;
    }

    /** Says that the state for texts of one dictionary holds nothing as large as that. */
    public Builder lean() {
      lean = true;
      return this;
    }

    /** Sets the type of the result. */
    public Builder returns(Function<SplType, SplType> rule) {
      returns = rule;
      return this;
    }

    /** Adds an example; a test runs it. */
    public Builder example(String call, String values, String result) {
      examples.add(new Example(call, values, result));
      return this;
    }

    /** Ends the declaration with how states are made. */
    public AggregateFunction accumulator(Function<AggregateContext, Accumulator> factory) {
      return new AggregateFunction(this, factory);
    }
  }
}
