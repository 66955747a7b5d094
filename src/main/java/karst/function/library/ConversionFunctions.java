package karst.function.library;

import static karst.function.Kernels.number;
import static karst.function.Kernels.text;
import static karst.function.ScalarFunction.named;
import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.function.ValueBuilder;
import karst.type.IpAddress;
import karst.type.JsonValue;
import karst.type.Numbers;
import karst.vector.Kind;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** Functions from one kind of value to another (spl-semantics §3.8). */
final class ConversionFunctions {
  private static final Compiled<PrintfFormat> PRINTF =
      new Compiled<>("printf", PrintfFormat::compile);

  static final List<ScalarFunction> ALL =
      List.of(
          named("ipmask", "IPv4 address of which only the bits of a mask are kept")
              .param("mask", STRING)
              .param("address", STRING)
              .returns(STRING)
              .example("ipmask(\"255.255.255.0\", \"10.20.30.120\")", "10.20.30.0")
              .kernel(text(row -> masked(row.text(0), row.text(1)))),
          named("printf", "Values written by a format as in C")
              .param("format", STRING)
              .checked(PrintfFormat::compile)
              .rest("value", DYNAMIC)
              .returns(STRING)
              .nulls(NullPolicy.CALLED)
              .example("printf(\"%04d|%-4d|%.2f\", 7, 1, 3.14159)", "0007|1   |3.14")
              .example("printf(\"%s is %x\", \"mask\", 255)", "mask is ff")
              .kernel(text(NullPolicy.CALLED, ConversionFunctions::printf)),
          named("toarray", "JSON array: the text if it is one, else an array of the values")
              .param("value", DYNAMIC)
              .returns(STRING)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("toarray(\"[1, 2]\")", "\"[1,2]\"")
              .example("toarray(split(\"a,1\", \",\"))", "\"[\\\"a\\\",\\\"1\\\"]\"")
              .example("toarray(5)", "\"[5]\"")
              .kernel(text(ConversionFunctions::toArray)),
          named("tobool", "Truth value that a text or number means")
              .param("value", DYNAMIC)
              .returns(BOOLEAN)
              .example("tostring(tobool(\"yes\"))", "null")
              .example("tostring(tobool(\"T\"))", "True")
              .example("tostring(tobool(0))", "False")
              .kernel(Kernels.value(ConversionFunctions::toBoolean)),
          named("todouble", "Number that a text means")
              .param("value", STRING)
              .returns(NUMBER)
              .multivalue(MultivaluePolicy.EACH)
              .example("todouble(\"2.50\")", "2.5")
              .kernel(number(row -> Numbers.parseOrNaN(row.text(0)))),
          named("toint", "Whole number at or below the number that a text means")
              .param("value", STRING)
              .optional("base", NUMBER)
              .returns(NUMBER)
              .multivalue(MultivaluePolicy.EACH)
              .example("toint(\"2.9\")", "2")
              .kernel(
                  number(row -> Math.floor(Numbers.parseOrNaN(row.text(0), row.number(1, 10))))),
          named("tomv", "Values as a list")
              .param("value", DYNAMIC)
              .returns(karst.type.SplType.multivalue(DYNAMIC))
              .multivalue(MultivaluePolicy.WHOLE)
              .example("mvcount(tomv(\"a\"))", "1")
              .kernel(Kernels.values(ConversionFunctions::copy)),
          named("tonumber", "Number that a text means, in a base from 2 to 36")
              .param("text", STRING)
              .optional("base", NUMBER)
              .returns(NUMBER)
              .multivalue(MultivaluePolicy.EACH)
              .example("tonumber(\"0A4\", 16)", "164")
              .example("tonumber(\"0xff\", 16)", "255")
              .example("tonumber(\"number \" . 5)", "null")
              .kernel(number(row -> Numbers.parseOrNaN(row.text(0), row.number(1, 10)))),
          named("toobject", "The text as a JSON object if it is one, else null")
              .param("text", STRING)
              .returns(STRING)
              .example("toobject(\"{\\\"a\\\": 1}\")", "\"{\\\"a\\\":1}\"")
              .example("toobject(\"[1]\")", "null")
              .kernel(
                  text(
                      row ->
                          JsonValue.parse(row.text(0)) instanceof JsonValue.Members object
                              ? object.toJson()
                              : null)),
          named("tostring", "Value as text; a number as hex, commas, duration or binary if asked")
              .param("value", DYNAMIC)
              .optional("format", STRING)
              .checked(NumberStyle::parse)
              .returns(STRING)
              .multivalue(MultivaluePolicy.EACH)
              .example("tostring(615, \"duration\")", "00:10:15")
              .example("tostring(12345.6789, \"commas\")", "12,345.68")
              .example("tostring(15, \"hex\")", "0xF")
              .example("tostring(5, \"binary\")", "101")
              .example("tostring(1 = 1)", "True")
              .kernel(text(ConversionFunctions::toText)));

  private ConversionFunctions() {}

  private static @Nullable String toText(Row row) {
    String plain = Row.textOf(row.elements(0), row.from(0));
    if (row.count() == 1 || row.kind(0) == Kind.BOOLEAN) {
      return plain;
    }
    NumberStyle style = NumberStyle.find(row.text(1));
    if (style == null) {
      return null;
    }
    double number = Row.numberOf(row.elements(0), row.from(0));
    // A format says how to write a number; what is none stays as it is.
    return Double.isNaN(number) || Double.isInfinite(number) ? plain : style.write(number);
  }

  private static void toBoolean(Row row, ValueBuilder out) {
    if (row.kind(0) == Kind.BOOLEAN) {
      out.append(row.elements(0), row.from(0));
      return;
    }
    String text = Row.textOf(row.elements(0), row.from(0)).toLowerCase(Locale.ROOT);
    switch (text) {
      case "true", "t" -> out.append(true);
      case "false", "f" -> out.append(false);
      default -> {
        double number = Numbers.parseOrNaN(text);
        if (Double.isNaN(number)) {
          out.appendNull();
        } else {
          out.append(number != 0);
        }
      }
    }
  }

  private static String toArray(Row row) {
    Vector values = row.elements(0);
    int from = row.from(0);
    if (row.kind(0) == Kind.TEXT
        && JsonValue.parseContainer(values.textAt(from)) instanceof JsonValue.Array array) {
      return array.toJson();
    }
    List<JsonValue> elements = new ArrayList<>();
    for (int i = from; i < row.to(0); i++) {
      elements.add(
          switch (values.kindAt(i)) {
            case NUMBER -> new JsonValue.Number(Row.textOf(values, i));
            case BOOLEAN -> new JsonValue.Truth(values.booleanAt(i));
            case TEXT -> new JsonValue.Text(values.textAt(i));
            case NULL, LIST -> new JsonValue.Null();
          });
    }
    return new JsonValue.Array(elements).toJson();
  }

  private static void copy(Row row, ListBuilder out) {
    for (int i = row.from(0); i < row.to(0); i++) {
      out.add(row.elements(0), i);
    }
  }

  private static @Nullable String printf(Row row) {
    PrintfFormat format = row.has(0) ? PRINTF.of(row, 0) : null;
    return format == null ? null : format.write(row);
  }

  private static @Nullable String masked(String mask, String address) {
    IpAddress bits = IpAddress.parse(mask);
    IpAddress from = IpAddress.parse(address);
    if (bits == null || from == null || bits.version() != 4 || from.version() != 4) {
      return null;
    }
    long kept = bits.low() & from.low();
    return (kept >>> 24)
        + "."
        + (kept >>> 16 & 0xFF)
        + "."
        + (kept >>> 8 & 0xFF)
        + "."
        + (kept & 0xFF);
  }
}
