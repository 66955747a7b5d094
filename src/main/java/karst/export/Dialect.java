package karst.export;

import java.util.function.UnaryOperator;
import karst.function.library.CidrBlock;
import karst.type.WildcardPattern;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlDialect;

/**
 * A dialect of SQL: how it writes what SPL means. What a dialect does not declare it refuses.
 *
 * <p>Templates are SQL text with operands as {@code {0}}, {@code {1}}.
 */
public abstract class Dialect {
  private final String name;
  private final SqlDialect calcite;

  /**
   * Creates a dialect.
   *
   * @param name as users call it, in lower case
   * @param calcite how Calcite writes the dialect
   */
  protected Dialect(String name, SqlDialect calcite) {
    this.name = name;
    this.calcite = calcite;
  }

  /** Returns the name. */
  public final String name() {
    return name;
  }

  /** Returns how Calcite writes the dialect. */
  final SqlDialect calcite() {
    return calcite;
  }

  /** Returns the functions and operators. */
  protected abstract ScalarRenderings scalars();

  /** Returns the aggregations. */
  protected abstract AggregateRenderings aggregates();

  /** Returns the template of the number that a text is; null where SPL sees none. */
  public abstract String numberOfText();

  /** Returns the template of a number as SPL writes it. */
  protected abstract String textOfNumber();

  /** Returns the template of an integer as text. */
  protected abstract String textOfInteger();

  /** Returns the name of the type of 64-bit floats. */
  protected abstract String doubleType();

  /** Returns the template of a number, null if it is none of those that IEEE calls NaN. */
  protected String withoutNan() {
    return "nullif({0}, CAST('NaN' AS " + doubleType() + "))";
  }

  /** Returns the template of a text that is compared and sorted by its bytes. */
  protected String byBytes() {
    return "{0}";
  }

  /** Returns the template of whether a condition is not true: it is false or null. */
  protected String isNotTrue() {
    return "{0} IS NOT TRUE";
  }

  /** Returns whether a text matches a pattern; null where there is no text. */
  protected abstract RexNode matches(
      Sql sql, RexNode text, WildcardPattern pattern, boolean caseSensitive);

  /**
   * Returns whether a text is an address of a subnet, or the subnet's own text.
   *
   * @param written the subnet as the search has it
   */
  protected RexNode inSubnet(Sql sql, RexNode text, CidrBlock subnet, String written) {
    throw refusal("an address in a subnet");
  }

  /** Returns a list of the values that match, nulls included; null if none does. */
  protected RexNode lookup(Sql sql, LookupCall call) {
    throw refusal("a lookup");
  }

  /**
   * Returns the text of a time in UTC.
   *
   * @param seconds since the epoch
   * @param format as SPL has it
   */
  public RexNode timeText(Sql sql, RexNode seconds, String format) {
    throw refusal("times as text");
  }

  /** Returns the template of what IP addresses are sorted by as such; null where a text is none. */
  protected String addressOrder() {
    throw refusal("the order of IP addresses; sort by str(...) or num(...)");
  }

  /** Returns the template of an array with one element. */
  protected String listOfText() {
    throw refusal("fields of several values");
  }

  /** Returns the template of the first element. */
  protected String first() {
    throw refusal("fields of several values");
  }

  /**
   * Returns the template of an array with something for each element, without nulls, null if it is
   * empty.
   *
   * @param element the name of the element within {@code {1}}
   */
  protected String each(String element) {
    throw refusal("functions of each value");
  }

  /**
   * Returns the template of whether something is true of any element.
   *
   * @param element the name of the element within {@code {1}}
   */
  protected String any(String element) {
    throw refusal("conditions on fields of several values");
  }

  /** Returns the template of a row for each element of an array, as an item of SELECT. */
  protected String unnest() {
    throw refusal("a row for each of several values");
  }

  /** Returns a number literal as the dialect writes a 64-bit float. */
  protected UnaryOperator<String> doubleLiteral() {
    return text -> text.contains("e") || text.contains("E") ? text : text + "E0";
  }

  /**
   * Returns what a call of a function is that the dialect has refused. Without functions of Karst's
   * own in the database the refusal stands.
   *
   * @param call its arguments may be lists, whatever the function
   */
  protected RexNode otherwise(ScalarArguments call, ExportRefusal refused) {
    throw refused;
  }

  /** Returns what a call of an aggregation is that the dialect has refused, likewise. */
  protected RexNode otherwise(AggregateArguments call, ExportRefusal refused) {
    throw refused;
  }

  /** Returns a refusal of something that the dialect cannot say. */
  public final ExportRefusal refusal(String what) {
    return new ExportRefusal(name + " has no exact equal of " + what);
  }

  @Override
  public final String toString() {
    return name;
  }

  /** Returns the template of a column of numbers, which may be text in the table. */
  protected abstract String numberColumn();

  /** Returns whether names that differ only in case are one name. */
  protected abstract boolean foldsNames();

  /** Returns whether ORDER BY takes windows; else what is sorted by becomes a column before. */
  protected boolean sortsByWindows() {
    return false;
  }

  /** Returns what a session must be set to, as a line for people; empty for nothing. */
  public String requirement() {
    return "";
  }
}
