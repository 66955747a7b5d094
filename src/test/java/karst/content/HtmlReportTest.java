package karst.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  @Test
  void valuesOfAttackersAreText() {
    String page = HtmlReport.of(DetectorTest.report());
    assertFalse(page.contains("<script>alert"), page);
    assertTrue(page.contains("cmd.exe /c echo &lt;script&gt;alert(1)&lt;/script&gt;"), page);
  }

  @Test
  void thePageNeedsNoNetworkAndRunsNoScriptButItsOwn() {
    String page = HtmlReport.of(DetectorTest.report());
    assertFalse(Pattern.compile("(?:src|href)=|url\\(|@import").matcher(page).find(), page);
    assertTrue(page.contains("default-src 'none'; script-src 'sha256-"), page);
    assertFalse(page.contains("unsafe-inline"), page);
  }

  @Test
  void detectionsThatFiredComeFirstAndTheRiskiestOfThemFirst() {
    String page = HtmlReport.of(DetectorTest.report());
    int shell = page.indexOf("Office Starts A Shell<");
    int tool = page.indexOf("Certificate Tool Fetches File<");
    int badge = page.indexOf("Badge At Night<");
    assertTrue(shell < tool && tool < badge, page);
  }

  @Test
  void aDetectionCarriesWhatThePageIsFilteredBy() {
    String page = HtmlReport.of(DetectorTest.report());
    assertTrue(
        page.contains("<section class=\"fired\" data-techniques=\"T1566.001 T1059\">"), page);
    assertTrue(page.contains("<option value=\"T1105\">T1105</option>"), page);
    assertTrue(page.contains("no table is bound to the dataset `Building.Doors`"), page);
  }

  @Test
  void whatABrowserWouldHideIsShown() {
    assertEquals("a\\u202eb\\u0007\n", new Html().text("a\u202eb\u0007\n").toString());
  }

  @Property(tries = 200)
  void textAndAttributesHoldNoMarkup(@ForAll String value) {
    String text = new Html().text(value).toString();
    assertFalse(Pattern.compile("[<>\"']|&(?!amp;|lt;|gt;|quot;|#39;)").matcher(text).find(), text);
    String element = new Html().open("a", "b", value).toString();
    assertEquals("<a b=\"" + text + "\">", element);
  }
}
