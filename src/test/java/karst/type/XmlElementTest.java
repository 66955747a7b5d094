package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlElementTest {
  private static final String XML =
      "<e:r xmlns:e='u' v='1'><x>p</x><x a='2'>&lt;q&gt;</x><y><z><![CDATA[s]]></z></y></e:r>";

  private static XmlElement parsed(String xml) {
    XmlElement root = XmlElement.parse(xml);
    assertNotNull(root, xml);
    return root;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "r.x; [p, <q>]",
        "r.x{2}; [<q>]",
        "r.x{0}; []",
        "r.x{@a}; [2]",
        "r{@v}; [1]",
        "r.y.z; [s]",
        "r.y; []",
        "x; []",
      })
  void aPathLeadsToValues(String path, String expected) {
    assertEquals(expected, parsed(XML).find(path).toString());
  }

  @Test
  void leavesComeInOrder() {
    List<String> leaves = new ArrayList<>();
    parsed(XML).leaves((path, value) -> leaves.add(path + "=" + value));
    assertEquals(List.of("r{@v}=1", "r.x=p", "r.x{@a}=2", "r.x=<q>", "r.y.z=s"), leaves);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>"
      })
  void whatIsNoElementHasNoValue(String xml) {
    assertNull(XmlElement.parse(xml));
  }

  @Test
  void nestingIsBounded() {
    assertNull(XmlElement.parse("<a>".repeat(1001) + "</a>".repeat(1001)));
  }
}
