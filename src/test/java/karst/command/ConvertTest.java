package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConvertTest {
  @Test
  void theFormatHasADefault() {
    assertEquals(
        "convert timeformat=\"%m/%d/%Y %H:%M:%S\" ctime(firstTime)",
        Spl.canonical("convert ctime(firstTime)"));
  }

  @Test
  void conversionsAreBound() {
    assertEquals(
        "convert timeformat=\"%Y-%m-%dT%H:%M:%S\""
            + " ctime(*Window) AS *W, mktime(\"a b\") AS c, auto(*), none(d)",
        Spl.canonical(
            "convert timeformat=\"%Y-%m-%dT%H:%M:%S\""
                + " CTIME(*Window) as *W, mktime(\"a b\") AS c auto(*) none(d)"));
  }

  @ParameterizedTest
  @EnumSource(Convert.Function.class)
  void everyFunctionIsKnown(Convert.Function function) {
    Convert convert = Spl.bind(Convert.class, "convert " + function.spelling() + "(x)");
    assertEquals(function, convert.conversions().get(0).function());
  }

  @Test
  void anUnknownFunctionIsAnError() {
    assertEquals(
        "error: `convert` has no function `ctimes` @ ctimes ? did you mean `ctime`?"
            + " ? its functions are auto, ctime, dur2sec, memk, mktime, mstime, none, num, rmcomma,"
            + " rmunit",
        Spl.findings("convert ctimes(x) as y"));
  }

  @Test
  void aFunctionTakesOneField() {
    assertEquals(
        "error: `ctime` takes exactly one field @ ctime(x, y)"
            + " ? write a call for each field, or use a wildcard",
        Spl.findings("convert ctime(x, y)"));
  }

  @Test
  void starsMustBeAsMany() {
    assertEquals(
        "error: `x*` has one star and `y` has no star @ y"
            + " ? each star of the new name stands for the star at the same place in the old one",
        Spl.findings("convert num(x*) as y"));
  }

  @Test
  void aConversionIsNeeded() {
    assertEquals(
        "error: `convert` needs a conversion such as ctime(_time) @  ? usage: "
            + Convert.SYNTAX.usage(),
        Spl.findings("convert"));
    assertEquals(
        "error: `convert` does not take this argument @ x ? usage: " + Convert.SYNTAX.usage(),
        Spl.findings("convert x"));
  }
}
