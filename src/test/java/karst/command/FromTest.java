package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import karst.ast.SearchTerm;
import karst.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FromTest {
  private static final String USAGE = " ? usage: " + From.SYNTAX.usage();

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "web; web",
        "\"web logs\"; \"web logs\"",
        "datamodel:Web.Web; datamodel:Web.Web",
        "datamodel Risk.All_Risk; datamodel:Risk.All_Risk",
        "DataModel:\"Risk.All_Risk\"; datamodel:Risk.All_Risk",
        "datamodel:Web; datamodel:Web",
        "lookup:x.csv; lookup:x.csv",
        "inputlookup:x; lookup:x",
        "lookup \"a b\"; lookup:\"a b\"",
        "\"datamodel:x\"; \"datamodel:x\"",
        "lookup; \"lookup\"",
      })
  void sourcesAreBound(String text, String canonical) {
    assertEquals("from " + canonical, Spl.canonical("from " + text));
  }

  @Test
  void aNameIsNeeded() {
    assertEquals(
        "error: `from` needs the name of a table or dataset @ " + USAGE, Spl.findings("from"));
    assertEquals(
        "error: `from` needs a name after `datamodel:` @ " + USAGE,
        Spl.findings("from datamodel:"));
    assertEquals(
        "error: `from` does not take this argument @ x" + USAGE, Spl.findings("from web x"));
  }

  @Test
  void otherSourcesAreErrors() {
    assertEquals(
        "error: `from` cannot read a `datamdel` @ datamdel:x ? did you mean `datamodel`?"
            + " ? the name of a table that has a colon in it needs quotes",
        Spl.findings("from datamdel:x"));
    assertEquals(
        "error: there are no saved searches here @ savedsearch:x"
            + " ? write a macro, or the search itself",
        Spl.findings("from savedsearch:x"));
  }

  @Test
  void inputlookupIsBound() {
    assertEquals(
        "inputlookup append=false strict=false start=0 max=1000000000 x.csv",
        Spl.canonical("inputlookup x.csv"));
    assertEquals(
        "inputlookup append=true strict=true start=5 max=10 \"a b\" WHERE x=1 OR y=2",
        Spl.canonical("inputlookup strict=t start=5 max=10 \"a b\" append=t where x=1 OR y=2"));
  }

  @Test
  void inputlookupNeedsATable() {
    String usage = " ? usage: " + Inputlookup.SYNTAX.usage();
    assertEquals(
        "error: `inputlookup` needs the name of a table @ where" + usage,
        Spl.findings("inputlookup where x=1"));
    assertEquals(
        "error: `inputlookup` does not take this argument @ u" + usage,
        Spl.findings("inputlookup t u"));
  }

  @Test
  void inputlookupChecksItsOptions() {
    assertEquals(
        "error: `start` must be at least 0 @ start=-1", Spl.findings("inputlookup t start=-1"));
    assertEquals(
        "warning: `append` is taken for a field after `WHERE` @ append=t"
            + " ? options stand before `WHERE`",
        Spl.findings("inputlookup t where x=1 append=t"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Inputlookup(
                new TableName("t", Span.at(0)),
                false,
                false,
                -1,
                0,
                new SearchTerm.Everything(Span.at(0)),
                Span.at(0)));
  }
}
