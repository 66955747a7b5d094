package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class XPathQueryTest {
  private static List<String> find(String expression, String xml) {
    return XPathQuery.compile(expression).find(xml);
  }

  @Test
  void namespacesAreLeftAside() {
    String xml = "<e xmlns='u' xmlns:p='v'><p:a p:k='1'>x</p:a></e>";
    assertEquals(List.of("x"), find("/e/a", xml));
    assertEquals(List.of("x"), find("/q:e/q:a[@q:k = '1']", xml));
    assertEquals(List.of("x"), find("//self::a", xml));
  }

  @Test
  void aColonInQuotesIsNoPrefix() {
    assertEquals(List.of("a:b"), find("//x[. = \"a:b\"]", "<x>a:b</x>"));
  }

  @Test
  void nothingFromOutsideIsRead() {
    String type = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>";
    assertEquals(List.of(), find("/a", type + "<a>&e;</a>"));
  }

  @Test
  void aTreeThatConditionsWouldGoThroughTooOftenIsNotSearched() {
    String xml = "<r>" + "<a/>".repeat(1000) + "</r>";
    assertEquals(1000, find("//a[. = '']", xml).size());
    assertEquals(1000, find("//a[../a]", xml).size());
    assertEquals(List.of(), find("//a[ancestor::r//a[last()]]", xml));
    assertEquals(List.of(), find("//a[//a[//a]]", xml));
    assertEquals(1, find("//r[a[. = '']]", "<r><a/></r>").size());
  }

  @Test
  void whatIsNoExpressionIsRefused() {
    assertThrows(InvalidSyntaxException.class, () -> XPathQuery.compile("//a["));
    assertThrows(InvalidSyntaxException.class, () -> XPathQuery.compile("/".repeat(2001)));
    assertThrows(InvalidSyntaxException.class, () -> XPathQuery.compile("nosuch()"));
  }

  @Test
  void deepAndBrokenTextsHaveNothingToFind() {
    String deep = "<a>".repeat(2000) + "</a>".repeat(2000);
    assertEquals(List.of(), find("//a", deep));
    assertEquals(List.of(), find("//a", "<a><b></a>"));
    assertEquals(List.of(), find("//a", ""));
  }
}
