package karst.function.library;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Objects;
import karst.function.ScalarFunction;
import karst.type.InvalidSyntaxException;
import org.junit.jupiter.api.Test;

class ScalarFunctionsTest {
  @Test
  void everyKernelHasAnExample() {
    for (ScalarFunction function : ScalarFunctions.all()) {
      assertFalse(!function.isSpecialForm() && function.examples().isEmpty(), function.name());
    }
  }

  @Test
  void functionsAreFoundByNameAndAliasInAnyCase() {
    assertSame(Calls.TABLE.find("len"), Calls.TABLE.find("LENGTH"));
    assertSame(Calls.TABLE.find("ceiling"), Calls.TABLE.find("Ceil"));
    assertNull(Calls.TABLE.find("lenn"));
  }

  @Test
  void wrongLiteralsAreToldBeforeTheRun() {
    assertThrows(InvalidSyntaxException.class, () -> check("tostring", 1, "comas"));
    assertThrows(InvalidSyntaxException.class, () -> check("mvrange", 2, "0"));
    assertThrows(InvalidSyntaxException.class, () -> check("cidrmatch", 0, "10.0.0.0/33"));
    assertThrows(InvalidSyntaxException.class, () -> check("match", 1, "(a"));
    assertDoesNotThrow(() -> check("match", 1, "(a)"));
  }

  private static void check(String function, int argument, String literal) {
    Objects.requireNonNull(Calls.TABLE.find(function)).parameter(argument).check().accept(literal);
  }

  @Test
  void roundIsDecimal() {
    assertEquals("-4", Calls.evaluate("round(-3.5)"));
    assertEquals("1.01", Calls.evaluate("round(1.005, 2)"));
    assertEquals("2.50", Calls.evaluate("round(2.5, 2)"));
    assertEquals("null", Calls.evaluate("round(2.5, -1)"));
  }

  @Test
  void tostringWritesNumbersInStyles() {
    assertEquals("1+01:01:01", Calls.evaluate("tostring(90061, \"duration\")"));
    assertEquals("00:00:01.500000", Calls.evaluate("tostring(1.5, \"duration\")"));
    assertEquals("1,234,567", Calls.evaluate("tostring(1234567, \"commas\")"));
    assertEquals("abc", Calls.evaluate("tostring(\"abc\", \"commas\")"));
    assertEquals("null", Calls.evaluate("tostring(1, \"nothing\")"));
    assertEquals("null", Calls.evaluate("tostring(null())"));
  }

  @Test
  void substrCountsAsSqliteDoes() {
    assertEquals("str", Calls.evaluate("substr(\"string\", 1, 3)"));
    assertEquals("st", Calls.evaluate("substr(\"string\", 0, 3)"));
    assertEquals("string", Calls.evaluate("substr(\"string\", 0)"));
    assertEquals("s", Calls.evaluate("substr(\"string\", -8, 3)"));
    assertEquals("\"\"", Calls.evaluate("substr(\"string\", 9)"));
    assertEquals("tr", Calls.evaluate("substr(\"string\", 4, -2)"));
    assertEquals("😀", Calls.evaluate("substr(\"a😀b\", 2, 1)"));
  }

  @Test
  void printfWritesAsC() {
    assertEquals("  +7|007|7", Calls.evaluate("printf(\"%+4d|%03d|%u\", 7, 7, 7)"));
    assertEquals("0xff|FF|017", Calls.evaluate("printf(\"%#x|%X|%#o\", 255, 255, 15)"));
    assertEquals("1.5|1e+06|0.0001", Calls.evaluate("printf(\"%g|%g|%g\", 1.5, 1000000, 0.0001)"));
    assertEquals("ab |100%", Calls.evaluate("printf(\"%-*.2s|%d%%\", 3, \"abc\", 100)"));
    assertEquals("1,234,567.50", Calls.evaluate("printf(\"%'.2f\", 1234567.5)"));
    assertEquals("[]", Calls.evaluate("printf(\"[%d]\", \"x\")"));
    assertEquals("null", Calls.evaluate("printf(\"%y\", 1)"));
    assertEquals("-0001|1.000000e+01", Calls.evaluate("printf(\"%05d|%e\", -1, 10)"));
  }

  @Test
  void likeMatchesWholeTextsByCodePoint() {
    assertEquals("True", Calls.evaluate("tostring(like(\"a😀b\", \"a_b\"))"));
    assertEquals("True", Calls.evaluate("tostring(like(\"aXbXc\", \"a%X%c\"))"));
    assertEquals("False", Calls.evaluate("tostring(like(\"abc\", \"ab\"))"));
    assertEquals("True", Calls.evaluate("tostring(like(\"\", \"%\"))"));
    assertEquals("True", Calls.evaluate("tostring(like(split(\"a,b\", \",\"), \"b\"))"));
  }

  @Test
  void cidrmatchKnowsBothVersions() {
    assertEquals("True", Calls.evaluate("tostring(cidrmatch(\"0.0.0.0/0\", \"1.2.3.4\"))"));
    assertEquals("False", Calls.evaluate("tostring(cidrmatch(\"10.0.0.0/31\", \"10.0.0.2\"))"));
    assertEquals("True", Calls.evaluate("tostring(cidrmatch(\"::/65\", \"::7fff:0:0:1\"))"));
    assertEquals("False", Calls.evaluate("tostring(cidrmatch(\"::/65\", \"::ffff:0:0:1\"))"));
    assertEquals("False", Calls.evaluate("tostring(cidrmatch(\"10.0.0.0/8\", \"::1\"))"));
    assertEquals("False", Calls.evaluate("tostring(cidrmatch(\"10.0.0.0/8\", \"host\"))"));
  }

  @Test
  void mvindexCutsRangesButNotIndexes() {
    assertEquals("[b, c]", Calls.evaluate("mvindex(split(\"a,b,c\", \",\"), 1, 9)"));
    assertEquals("[b, c]", Calls.evaluate("mvindex(split(\"a,b,c\", \",\"), -2, -1)"));
    assertEquals("null", Calls.evaluate("mvindex(split(\"a,b,c\", \",\"), 3)"));
    assertEquals("null", Calls.evaluate("mvindex(split(\"a,b,c\", \",\"), -4)"));
    assertEquals("null", Calls.evaluate("mvindex(split(\"a,b,c\", \",\"), 2, 1)"));
  }

  @Test
  void listsGoThroughLowerButNotThroughLen() {
    assertEquals("[a, b]", Calls.evaluate("lower(split(\"A,B\", \",\"))"));
    assertEquals("null", Calls.evaluate("len(split(\"A,B\", \",\"))"));
  }

  @Test
  void numbersOutOfRangeAreNull() {
    assertEquals("null", Calls.evaluate("sqrt(-1)"));
    assertEquals("null", Calls.evaluate("bit_and(1.5, 1)"));
    assertEquals("null", Calls.evaluate("tonumber(\"12\", 2)"));
    assertEquals("null", Calls.evaluate("strftime(99999999999999, \"%Y\")"));
    assertEquals("null", Calls.evaluate("relative_time(0, \"yesterday\")"));
  }

  @Test
  void clockTellsMicroseconds() {
    assertEquals("1700000000.123456", Calls.evaluate("time()"));
    assertEquals("1700000000", Calls.evaluate("now()"));
  }

  @Test
  void timesGoThroughTextAndBack() {
    assertEquals("1699920000.000000", Calls.evaluate("strptime(\"2023-11-14\", \"%Y-%m-%d\")"));
    assertEquals(
        "2023-11-14T22:13:20", Calls.evaluate("strftime(1700000000, \"%Y-%m-%dT%H:%M:%S\")"));
    assertEquals("1699920000", Calls.evaluate("relative_time(now(), \"@d\")"));
    assertEquals("null", Calls.evaluate("strptime(\"yesterday\", \"%Y-%m-%d\")"));
    assertEquals("null", Calls.evaluate("strftime(\"yesterday\", \"%Y\")"));
  }

  @Test
  void rangesStepThroughNumbersAndTheCalendar() {
    assertEquals("[0, 86400]", Calls.evaluate("mvrange(0, 172800, \"1d\")"));
    assertEquals("[3, 2]", Calls.evaluate("mvrange(3, 1, -1)"));
    assertEquals("null", Calls.evaluate("mvrange(0, 1, 0)"));
    assertEquals("null", Calls.evaluate("mvrange(0, 1, \"soon\")"));
  }

  @Test
  void extremesKeepTheTextOfTheWinner() {
    assertEquals("7.70", Calls.evaluate("max(\"7.70\", 7)"));
    assertEquals("[1, 2]", Calls.evaluate("mvappend(min(split(\"3,1\", \",\")), sum(1, 1))"));
  }
}
