package karst.function;

import java.util.List;
import karst.type.Numbers;
import karst.vector.ConstantVector;
import karst.vector.Kind;
import karst.vector.ListVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call in one row: a cursor that a lifted function reads and that {@link
 * Kernels} moves along, so that no object is made for a row.
 *
 * <p>A list and a single value are read the same way: the values of argument {@code i} are {@code
 * elements(i)} from {@code from(i)} to {@code to(i)}.
 */
public final class Row {
  private final Vector[] vectors;
  private final boolean[] constant;
  private final @Nullable String[] constantTexts;
  private final FunctionContext context;
  private int row;

  Row(List<Vector> arguments, FunctionContext context) {
    int count = arguments.size();
    vectors = new Vector[count];
    constant = new boolean[count];
    constantTexts = new String[count];
    for (int i = 0; i < count; i++) {
      Vector argument = arguments.get(i);
      if (argument instanceof ConstantVector repeated) {
        constant[i] = true;
        argument = repeated.value();
        // Decoded once, since a constant is often a pattern or a format.
        constantTexts[i] = argument.kindAt(0) == Kind.TEXT ? argument.textAt(0) : null;
      }
      vectors[i] = argument;
    }
    this.context = context;
  }

  void moveTo(int next) {
    row = next;
  }

  boolean anyNull() {
    for (int i = 0; i < vectors.length; i++) {
      if (vectors[i].isNull(at(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the number of arguments of the call. */
  public int count() {
    return vectors.length;
  }

  /** Returns clock, time zone and cache. */
  public FunctionContext context() {
    return context;
  }

  /** Returns whether an argument was given and is not null here. */
  public boolean has(int argument) {
    return argument < vectors.length && !vectors[argument].isNull(at(argument));
  }

  /** Returns what an argument holds. */
  public Kind kind(int argument) {
    return vectors[argument].kindAt(at(argument));
  }

  /** Returns an argument that is a text. */
  public String text(int argument) {
    String repeated = constantTexts[argument];
    return repeated != null ? repeated : vectors[argument].textAt(at(argument));
  }

  /** Returns an argument that is a text, or another text if it was not given. */
  public String text(int argument, String absent) {
    return argument < vectors.length ? text(argument) : absent;
  }

  /** Returns an argument that is a number. */
  public double number(int argument) {
    return vectors[argument].numberAt(at(argument));
  }

  /** Returns an argument that is a number, or another number if it was not given. */
  public double number(int argument, double absent) {
    return argument < vectors.length ? number(argument) : absent;
  }

  /** Returns the vector that holds the values of an argument. */
  public Vector elements(int argument) {
    return vectors[argument] instanceof ListVector list ? list.elements() : vectors[argument];
  }

  /** Returns where the values of an argument start in {@link #elements}. */
  public int from(int argument) {
    return vectors[argument] instanceof ListVector list
        ? list.offsets()[at(argument)]
        : at(argument);
  }

  /** Returns where the values of an argument end in {@link #elements}: at the start if null. */
  public int to(int argument) {
    int at = at(argument);
    if (vectors[argument] instanceof ListVector list) {
      return list.offsets()[at + 1];
    }
    return vectors[argument].isNull(at) ? at : at + 1;
  }

  /**
   * Returns a value as text: numbers as {@link Numbers#format} writes them, truth values as {@code
   * True} and {@code False}.
   *
   * @param vector a vector without lists
   * @param at a row that is not null
   */
  public static String textOf(Vector vector, int at) {
    return switch (vector.kindAt(at)) {
      case TEXT -> vector.textAt(at);
      case NUMBER -> Numbers.format(vector.numberAt(at));
      case BOOLEAN -> vector.booleanAt(at) ? "True" : "False";
      case NULL, LIST -> throw new IllegalArgumentException("no single value in row " + at);
    };
  }

  /**
   * Returns a value as a number, or NaN when it is none.
   *
   * @param vector a vector without lists
   * @param at a row that is not null
   */
  public static double numberOf(Vector vector, int at) {
    return switch (vector.kindAt(at)) {
      case NUMBER -> vector.numberAt(at);
      case TEXT -> {
        String text = vector.textAt(at);
        yield Numbers.isNumber(text) ? Numbers.parse(text) : Double.NaN;
      }
      case BOOLEAN, NULL, LIST -> Double.NaN;
    };
  }

  private int at(int argument) {
    return constant[argument] ? 0 : row;
  }
}
