package karst.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import karst.type.SplType;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of an eval function.
 *
 * <pre>{@code
 * static final ScalarFunction SUBSTR =
 *     ScalarFunction.named("substr", "Part of a text, counted from 1")
 *         .param("string", STRING).param("start", NUMBER).optional("length", NUMBER)
 *         .returns(STRING)
 *         .example("substr(\"pipeline\", 1, 4)", "pipe")
 *         .kernel(Kernels.text(row -> substr(row.text(0), row.number(1), ...)));
 * }</pre>
 *
 * <p>A declaration without a kernel is a special form ({@code if}, {@code case}, {@code coalesce},
 * {@code mvmap}, ...): the planner knows what to make of it, since it does not evaluate all of its
 * arguments.
 */
public final class ScalarFunction {
  private final String name;
  private final List<String> aliases;
  private final String summary;
  private final List<Parameter> parameters;
  private final boolean variadic;
  private final SplType returns;
  private final NullPolicy nulls;
  private final MultivaluePolicy multivalue;
  private final Volatility volatility;
  private final List<Example> examples;
  private final @Nullable Kernel kernel;

  private ScalarFunction(Builder builder, @Nullable Kernel kernel) {
    this.name = builder.name;
    this.aliases = List.copyOf(builder.aliases);
    this.summary = builder.summary;
    this.parameters = List.copyOf(builder.parameters);
    this.variadic = builder.variadic;
    this.returns = builder.returns;
    this.nulls = builder.nulls;
    this.multivalue = builder.multivalue;
    this.volatility = builder.volatility;
    this.examples = List.copyOf(builder.examples);
    this.kernel = kernel;
  }

  /**
   * Starts a declaration: by default strict about null, {@link MultivaluePolicy#FIRST}, pure.
   *
   * @param name in lower case
   * @param summary one line for the reference, without a final stop
   */
  public static Builder named(String name, String summary) {
    return new Builder(name, summary);
  }

  /** Returns the name in lower case. */
  public String name() {
    return name;
  }

  /** Returns other names for the same function. */
  public List<String> aliases() {
    return aliases;
  }

  /** Returns what the function does, in one line. */
  public String summary() {
    return summary;
  }

  /** Returns the parameters; in a variadic function the last one repeats. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Returns whether the last parameter may be given any number of times, none included. */
  public boolean variadic() {
    return variadic;
  }

  /** Returns the type of the answer. */
  public SplType returns() {
    return returns;
  }

  /** Returns what a null argument does. */
  public NullPolicy nulls() {
    return nulls;
  }

  /** Returns what a list in an argument does. */
  public MultivaluePolicy multivalue() {
    return multivalue;
  }

  /** Returns when the answer may change. */
  public Volatility volatility() {
    return volatility;
  }

  /** Returns the examples of the reference page. */
  public List<Example> examples() {
    return examples;
  }

  /** Returns whether the planner treats the function itself, so that it has no kernel. */
  public boolean isSpecialForm() {
    return kernel == null;
  }

  /**
   * Returns what the function does to columns.
   *
   * @throws IllegalStateException for a special form
   */
  public Kernel kernel() {
    if (kernel == null) {
      throw new IllegalStateException(name + " is a special form");
    }
    return kernel;
  }

  /** Returns the parameter that an argument is for. */
  public Parameter parameter(int argument) {
    return parameters.get(Math.min(argument, parameters.size() - 1));
  }

  /** Returns the smallest number of arguments. */
  public int minArguments() {
    return (int) parameters.stream().filter(parameter -> !parameter.optional()).count();
  }

  /** Returns the largest number of arguments. */
  public int maxArguments() {
    return variadic ? Integer.MAX_VALUE : parameters.size();
  }

  /** Returns the call as the reference shows it: {@code substr(string, start[, length])}. */
  public String signature() {
    StringBuilder out = new StringBuilder(name).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      out.append(parameter.optional() ? "[" : "").append(i == 0 ? "" : ", ");
      out.append(parameter.name());
      out.append(variadic && i == parameters.size() - 1 ? ", ..." : "");
      out.append(parameter.optional() ? "]" : "");
    }
    return out.append(')').toString();
  }

  @Override
  public String toString() {
    return signature();
  }

  /** Collects the parts of a declaration. */
  public static final class Builder {
    private final String name;
    private final String summary;
    private final List<String> aliases = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private boolean variadic;
    private SplType returns = SplType.DYNAMIC;
    private NullPolicy nulls = NullPolicy.STRICT;
    private MultivaluePolicy multivalue = MultivaluePolicy.FIRST;
    private Volatility volatility = Volatility.PURE;

    private Builder(String name, String summary) {
      if (!name.equals(name.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("function names are lower case: " + name);
      }
      this.name = name;
      this.summary = summary;
    }

    /** Adds another name. */
    public Builder alias(String alias) {
      aliases.add(alias);
      return this;
    }

    /** Adds a parameter. */
    public Builder param(String parameter, SplType type) {
      parameters.add(new Parameter(parameter, type, false));
      return this;
    }

    /** Adds a parameter that may be left out. */
    public Builder optional(String parameter, SplType type) {
      parameters.add(new Parameter(parameter, type, true));
      return this;
    }

    /** Adds a last parameter that may be given any number of times, none included. */
    public Builder rest(String parameter, SplType type) {
      parameters.add(new Parameter(parameter, type, true));
      variadic = true;
      return this;
    }

    /**
     * Says which texts the last parameter understands.
     *
     * @param check throws {@link karst.type.InvalidSyntaxException} for a wrong text
     */
    public Builder checked(Consumer<String> check) {
      Parameter last = parameters.remove(parameters.size() - 1);
      parameters.add(new Parameter(last.name(), last.type(), last.optional(), check));
      return this;
    }

    /** Sets the type of the answer. */
    public Builder returns(SplType type) {
      returns = type;
      return this;
    }

    /** Sets what a null argument does. */
    public Builder nulls(NullPolicy policy) {
      nulls = policy;
      return this;
    }

    /** Sets what a list in an argument does. */
    public Builder multivalue(MultivaluePolicy policy) {
      multivalue = policy;
      return this;
    }

    /** Sets when the answer may change. */
    public Builder volatility(Volatility when) {
      volatility = when;
      return this;
    }

    /** Adds an example; a test runs it. */
    public Builder example(String expression, String result) {
      examples.add(new Example(expression, result));
      return this;
    }

    /** Ends the declaration with what the function does. */
    public ScalarFunction kernel(Kernel kernel) {
      return new ScalarFunction(this, kernel);
    }

    /** Ends the declaration of a function that the planner treats itself. */
    public ScalarFunction specialForm() {
      return new ScalarFunction(this, null);
    }
  }
}
