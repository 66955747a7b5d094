package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;
import static karst.type.SplType.multivalue;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.SplType;
import karst.type.ValueOrder;
import karst.vector.Vector;

/** Functions on lists; a single value is a list of one (spl-semantics §3.8). */
final class MultivalueFunctions {
  private static final SplType LIST = multivalue(DYNAMIC);

  static final List<ScalarFunction> ALL =
      List.of(
          CommandNames.DECLARATION,
          list("mvappend", "Values of all arguments")
              .rest("values", DYNAMIC)
              .returns(LIST)
              .nulls(NullPolicy.CALLED)
              .example("mvappend(\"a\", null(), split(\"b,c\", \",\"))", "[a, b, c]")
              .kernel(Kernels.values(NullPolicy.CALLED, MultivalueFunctions::append)),
          list("mvcount", "Number of values")
              .param("values", DYNAMIC)
              .returns(NUMBER)
              .example("mvcount(split(\"a,b\", \",\"))", "2")
              .example("mvcount(null())", "null")
              .kernel(Kernels.number(row -> row.to(0) - row.from(0))),
          list("mvdedup", "Values without those that came before")
              .param("values", DYNAMIC)
              .returns(LIST)
              .example("mvdedup(split(\"b,a,b\", \",\"))", "[b, a]")
              .kernel(Kernels.values(MultivalueFunctions::distinct)),
          list("mvfilter", "Values for which a condition on their field is true")
              .param("condition", DYNAMIC)
              .returns(LIST)
              .specialForm(),
          list("mvindex", "Value at an index, or values from one to another, counted from 0")
              .param("values", DYNAMIC)
              .param("start", NUMBER)
              .optional("end", NUMBER)
              .returns(LIST)
              .example("mvindex(split(\"a,b,c\", \",\"), -1)", "c")
              .example("mvindex(split(\"a,b,c\", \",\"), 0, 1)", "[a, b]")
              .example("mvindex(\"a\", 1)", "null")
              .kernel(Kernels.values(MultivalueFunctions::slice)),
          list("mvjoin", "Values as one text with a delimiter between")
              .param("values", DYNAMIC)
              .param("delimiter", STRING)
              .returns(STRING)
              .example("mvjoin(split(\"a,b\", \",\"), \" OR \")", "a OR b")
              .kernel(Kernels.text(MultivalueFunctions::join)),
          list("mvmap", "Values of an expression for each value of a field")
              .param("values", DYNAMIC)
              .param("expression", DYNAMIC)
              .returns(LIST)
              .specialForm(),
          NumberRange.DECLARATION,
          list("mvreverse", "Values from the last to the first")
              .param("values", DYNAMIC)
              .returns(LIST)
              .example("mvreverse(split(\"a,b,c\", \",\"))", "[c, b, a]")
              .kernel(Kernels.values(MultivalueFunctions::reverse)),
          list("mvsort", "Values in the order of their UTF-8 bytes")
              .param("values", DYNAMIC)
              .returns(LIST)
              .example("mvsort(split(\"b,a,10,2\", \",\"))", "[10, 2, a, b]")
              .kernel(Kernels.values(MultivalueFunctions::sort)),
          list("mvzip", "Values of two lists pair by pair, with a delimiter between")
              .param("left", DYNAMIC)
              .param("right", DYNAMIC)
              .optional("delimiter", STRING)
              .returns(multivalue(STRING))
              .example(
                  "mvzip(split(\"a,b,c\", \",\"), split(\"1,2\", \",\"))", "[\"a,1\", \"b,2\"]")
              .example("mvzip(\"a\", \"b\", \"=\")", "a=b")
              .kernel(Kernels.values(MultivalueFunctions::zip)));

  private MultivalueFunctions() {}

  private static ScalarFunction.Builder list(String name, String summary) {
    return named(name, summary).multivalue(MultivaluePolicy.WHOLE);
  }

  private static void append(Row row, ListBuilder out) {
    for (int argument = 0; argument < row.count(); argument++) {
      for (int i = row.from(argument); i < row.to(argument); i++) {
        out.add(row.elements(argument), i);
      }
    }
  }

  private static void distinct(Row row, ListBuilder out) {
    Vector elements = row.elements(0);
    Set<String> seen = new LinkedHashSet<>();
    for (int i = row.from(0); i < row.to(0); i++) {
      if (seen.add(Row.textOf(elements, i))) {
        out.add(elements, i);
      }
    }
  }

  /** An index out of range gives nothing; a range that reaches beyond an end is cut there. */
  private static void slice(Row row, ListBuilder out) {
    int size = row.to(0) - row.from(0);
    double start = index(row.number(1), size);
    double end = row.count() > 2 ? index(row.number(2), size) : start;
    if (row.count() == 2 && (start < 0 || start >= size)) {
      return;
    }
    for (int i = (int) Math.max(0, start); i <= Math.min(end, size - 1); i++) {
      out.add(row.elements(0), row.from(0) + i);
    }
  }

  private static double index(double number, int size) {
    double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
    return whole < 0 ? whole + size : whole;
  }

  private static String join(Row row) {
    StringJoiner joined = new StringJoiner(row.text(1));
    for (int i = row.from(0); i < row.to(0); i++) {
      joined.add(Row.textOf(row.elements(0), i));
    }
    return joined.toString();
  }

  private static void reverse(Row row, ListBuilder out) {
    for (int i = row.to(0) - 1; i >= row.from(0); i--) {
      out.add(row.elements(0), i);
    }
  }

  private static void sort(Row row, ListBuilder out) {
    String[] texts = new String[row.to(0) - row.from(0)];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Row.textOf(row.elements(0), row.from(0) + i);
    }
    Arrays.sort(texts, ValueOrder.TEXT::compare);
    for (String text : texts) {
      out.add(text);
    }
  }

  private static void zip(Row row, ListBuilder out) {
    int size = Math.min(row.to(0) - row.from(0), row.to(1) - row.from(1));
    String delimiter = row.text(2, ",");
    for (int i = 0; i < size; i++) {
      out.add(
          Row.textOf(row.elements(0), row.from(0) + i)
              + delimiter
              + Row.textOf(row.elements(1), row.from(1) + i));
    }
  }
}
