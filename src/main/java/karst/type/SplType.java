package karst.type;

/**
 * What the compiler knows of a value's kind: knowledge, not a cage. Where it knows nothing the type
 * is {@link Dynamic} and the executor looks at the vector that it meets.
 */
public sealed interface SplType {
  /** Text; it may look like a number, and then counts as one where SPL says so. */
  SplType STRING = new Text();

  /** A 64-bit float that prints as an integer when it is one. */
  SplType NUMBER = new Number();

  /** A truth value; it exists inside expressions only, never as a column of a result. */
  SplType BOOLEAN = new Bool();

  /** A number that holds seconds since the epoch. */
  SplType TIME = new Time();

  /** Anything, decided value by value. */
  SplType DYNAMIC = new Dynamic();

  /** Returns the type of an ordered list of values. */
  static SplType multivalue(SplType of) {
    return new Multivalue(of);
  }

  /** Returns whether every value of the type is a number. */
  default boolean isNumeric() {
    return this instanceof Number || this instanceof Time;
  }

  /** Returns whether a value of the type can be a list. */
  default boolean mayBeMultivalue() {
    return this instanceof Multivalue || this instanceof Dynamic;
  }

  /** See {@link #STRING}. */
  record Text() implements SplType {
    @Override
    public String toString() {
      return "string";
    }
  }

  /** See {@link #NUMBER}. */
  record Number() implements SplType {
    @Override
    public String toString() {
      return "number";
    }
  }

  /** See {@link #BOOLEAN}. */
  record Bool() implements SplType {
    @Override
    public String toString() {
      return "boolean";
    }
  }

  /** See {@link #TIME}. */
  record Time() implements SplType {
    @Override
    public String toString() {
      return "time";
    }
  }

  /** See {@link #DYNAMIC}. */
  record Dynamic() implements SplType {
    @Override
    public String toString() {
      return "any";
    }
  }

  /**
   * An ordered list of values. A row may still hold one value or none: a list of one is that value,
   * an empty list is null.
   *
   * @param of the type of each value
   */
  record Multivalue(SplType of) implements SplType {
    @Override
    public String toString() {
      return of + "[]";
    }
  }
}
