package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.StringJoiner;
import karst.source.Location;
import karst.source.Origin;
import karst.source.SourceMap;
import karst.source.Span;
import org.junit.jupiter.api.Test;

/** Each case: a query, its expansion with a span between « and », and where the span leads. */
class MacroSourceMapTest {
  private static final MacroLibrary LIBRARY =
      Macros.library(
          "cmd: (name=cmd.exe)",
          "field(f): min($f$) as $f$_min",
          "both(x): `cmd` OR `field(a_$x$)`",
          "say(text): [$text$]");

  private static void leads(String query, String marked, String expected) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    SourceMap map = Macros.map(LIBRARY, query);
    assertEquals(marked.replace("«", "").replace("»", ""), map.expanded());
    assertEquals(expected, describe(map.origin(new Span(start, end))));
  }

  private static String describe(Origin origin) {
    StringJoiner path = new StringJoiner(" > ");
    path.add(text(origin.location()));
    for (Origin.Frame frame : origin.frames()) {
      path.add(frame.macro() + ": " + text(frame.location()));
    }
    return path.toString();
  }

  private static String text(Location place) {
    return place.column() + " " + place.span().of(place.source().text());
  }

  @Test
  void leadsTextOfTheQueryToItself() {
    leads("a=1 `cmd` b=2", "«a=1» (name=cmd.exe) b=2", "1 a=1");
    leads("a=1 `cmd` b=2", "a=1 (name=cmd.exe) «b=2»", "11 b=2");
    leads("a=1 `cmd` b=2", "a=1 (name=cmd.exe) b=2«»", "14 ");
  }

  @Test
  void leadsTextOfABodyToTheCallAndTheBody() {
    leads("a=1 `cmd` b", "a=1 (name=«cmd.exe») b", "5 `cmd` > cmd: 7 cmd.exe");
  }

  @Test
  void leadsAnArgumentToTheQuery() {
    leads("`field(time)`", "min(«time») as time_min", "8 time");
    leads("`field(time)`", "min(time) as «time»_min", "8 time");
    leads("`say(\"a \\\"b\\\" c\")`", "[a \"«b»\" c]", "11 b");
    leads("`say( ```no``` x )`", "[«x»]", "16 x");
  }

  @Test
  void leadsTheRestOfABodyRightBesideArguments() {
    leads("`field(time)`", "min(time) «as» time_min", "1 `field(time)` > field(1): 10 as");
    leads("`field(time)`", "min(time) as time«_min»", "1 `field(time)` > field(1): 16 _min");
  }

  @Test
  void leadsASpanFromBodyToBodyOfOneCallToThatBody() {
    leads("`field(t)`", "«min(t)» as t_min", "1 `field(t)` > field(1): 1 min($f$)");
  }

  @Test
  void leadsASpanOfBodyAndArgumentToTheCall() {
    leads("x `field(t)`", "x min(t) as «t_min»", "3 `field(t)`");
  }

  @Test
  void leadsASpanOverQueryAndCallToBoth() {
    leads("a=1 `cmd` b=2", "a=«1 (name=cmd.exe)» b=2", "3 1 `cmd`");
    leads("`cmd` AND `cmd`", "(name=«cmd.exe) AND (name=cmd.exe»)", "1 `cmd` AND `cmd`");
  }

  @Test
  void leadsThroughNestedCalls() {
    leads(
        "`both(t)`",
        "(name=«cmd.exe») OR min(a_t) as a_t_min",
        "1 `both(t)` > both(1): 1 `cmd` > cmd: 7 cmd.exe");
    leads("`both(t)`", "(name=cmd.exe) OR min(«a_»t) as a_t_min", "1 `both(t)` > both(1): 17 a_");
    leads("`both(t)`", "(name=cmd.exe) OR min(a_«t») as a_t_min", "7 t");
    leads(
        "`both(t)`",
        "(name=cmd.exe) OR min(a_t) «as» a_t_min",
        "1 `both(t)` > both(1): 10 `field(a_$x$)` > field(1): 10 as");
  }

  @Test
  void leadsASpanFromCallToCallToTheBodyAroundThem() {
    leads(
        "`both(t)`",
        "(«name=cmd.exe) OR min»(a_t) as a_t_min",
        "1 `both(t)` > both(1): 1 `cmd` OR `field(a_$x$)`");
  }

  @Test
  void leadsACommentToItself() {
    leads("a```no```b", "a« »b", "2 ```no```");
  }
}
