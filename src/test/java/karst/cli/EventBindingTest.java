package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import karst.table.event.EventInput;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.TypeConversionException;

class EventBindingTest {
  @Test
  void readsAPathAndWhatIsSaidOfIt() {
    assertEquals(EventInput.of("logs/*.jsonl"), EventBinding.parse("logs/*.jsonl").input());
    assertEquals(
        EventInput.of("a.xml")
            .withSourcetype("xmlwineventlog")
            .withSource("XmlWinEventLog:Security")
            .withHost("h")
            .withIndex("win"),
        EventBinding.parse(
                "a.xml,sourcetype=xmlwineventlog,source=XmlWinEventLog:Security,host=h,index=win")
            .input());
  }

  @Test
  void aCommaBelongsToThePathUnlessANameFollows() {
    assertEquals(EventInput.of("a,b.xml"), EventBinding.parse("a,b.xml").input());
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearest() {
    assertEquals(
        "`sourctype` cannot be set: only host, source, sourcetype, index; did you mean"
            + " `sourcetype`?",
        assertThrows(TypeConversionException.class, () -> EventBinding.parse("a,sourctype=x"))
            .getMessage());
    assertThrows(TypeConversionException.class, () -> EventBinding.parse(",source=x"));
  }
}
