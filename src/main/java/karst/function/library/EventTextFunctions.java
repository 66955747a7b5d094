package karst.function.library;

import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.NUMBER;
import static karst.type.SplType.STRING;
import static karst.type.SplType.multivalue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.ListBuilder;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.Row;
import karst.function.ScalarFunction;
import karst.type.Ago;
import karst.type.TextAbstract;
import karst.type.ValueOrder;
import karst.type.XPathQuery;
import karst.type.XmlText;

/** What commands do to the texts of events (spl-semantics §6.2). */
public final class EventTextFunctions {
  private static final Compiled<XPathQuery> QUERY = new Compiled<>("xpath", XPathQuery::compile);

  /** Each text with characters in place of the references of XML. */
  public static final ScalarFunction XML_UNESCAPED =
      ScalarFunction.named("xml_unescape", "Characters in place of the references of XML")
          .param("text", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(Kernels.ofText(XmlText::unescape));

  /** Each text with references in place of the characters that XML has a meaning for. */
  public static final ScalarFunction XML_ESCAPED =
      ScalarFunction.named("xml_escape", "References of XML in place of characters")
          .param("text", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(Kernels.ofText(XmlText::escape));

  /** What an XPath expression finds in each text. */
  public static final ScalarFunction XPATH =
      ScalarFunction.named("xpath_values", "What an XPath expression finds in each text")
          .param("values", DYNAMIC)
          .param("xpath", STRING)
          .returns(multivalue(STRING))
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.values(EventTextFunctions::xpath));

  /** The names of the conditions that are true, in their order. */
  public static final ScalarFunction NAMES_WHERE =
      ScalarFunction.named("names_where", "Names of the conditions that are true")
          .rest("condition, name", DYNAMIC)
          .returns(multivalue(STRING))
          .nulls(NullPolicy.CALLED)
          .kernel(Kernels.values(NullPolicy.CALLED, EventTextFunctions::namesWhere));

  /** What a table of keys and entries has for values: each entry once, by its text. */
  public static final ScalarFunction ENTRIES =
      ScalarFunction.named("entries", "What a table of keys and entries has for values")
          .param("values", DYNAMIC)
          .rest("key, entry", STRING)
          .returns(multivalue(STRING))
          .multivalue(MultivaluePolicy.WHOLE)
          .kernel(Kernels.values(EventTextFunctions::entries));

  /** How long ago a time is. */
  public static final ScalarFunction AGO =
      ScalarFunction.named("time_ago", "How long ago a time is, in words")
          .param("time", NUMBER)
          .param("now", NUMBER)
          .returns(STRING)
          .kernel(
              Kernels.text(
                  row -> {
                    double seconds = row.number(1) - row.number(0);
                    return Double.isFinite(seconds) ? Ago.text(seconds) : null;
                  }));

  /** The telling lines of each text. */
  public static final ScalarFunction ABSTRACT =
      ScalarFunction.named("abstract_text", "The lines of a text that have most of some words")
          .param("text", STRING)
          .param("lines", NUMBER)
          .rest("word", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(Kernels.text(EventTextFunctions::shortened));

  private EventTextFunctions() {}

  private static String shortened(Row row) {
    List<String> words = new ArrayList<>();
    for (int i = 2; i < row.count(); i++) {
      words.add(row.text(i));
    }
    return TextAbstract.of(row.text(0), words, (int) row.number(1));
  }

  private static void xpath(Row row, ListBuilder out) {
    XPathQuery query = QUERY.of(row, 1);
    for (int i = row.from(0); query != null && i < row.to(0); i++) {
      query.find(Row.textOf(row.elements(0), i)).forEach(out::add);
    }
  }

  private static void namesWhere(Row row, ListBuilder out) {
    for (int i = 0; i + 1 < row.count(); i += 2) {
      if (row.has(i) && row.elements(i).booleanAt(row.from(i))) {
        out.add(row.text(i + 1));
      }
    }
  }

  private static void entries(Row row, ListBuilder out) {
    Set<String> found = new TreeSet<>(ValueOrder.TEXT);
    for (int i = row.from(0); i < row.to(0); i++) {
      String value = Row.textOf(row.elements(0), i);
      for (int key = 1; key + 1 < row.count(); key += 2) {
        if (row.text(key).equals(value)) {
          found.add(row.text(key + 1));
        }
      }
    }
    found.forEach(out::add);
  }
}
