package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MacroExpanderTest {
  private static final MacroLibrary LIBRARY =
      Macros.library(
          "cmd: (name=cmd.exe OR name=Cmd.Exe)",
          "both: `cmd` OR `shell(bash)`",
          "shell(name): name=$name$",
          "pair(a, b): <$a$|$b$>",
          "swap(a, b): `pair($b$, $a$)`",
          "careful(a, b): `pair(\"$b$\", \"$a$\")`",
          "pair: no arguments",
          "pipe: a=1 | stats count",
          "decode(field): eval $field$_decoded=\"x $field$\" '$field$'",
          "quoted: eval x=\"`cmd`\"",
          "noted: a ```inside``` b",
          "money(name): $100 $name$$name$ $other$ $",
          "nothing:",
          "a-b.c_1: odd");

  private static void expands(String query, String expected) {
    assertEquals(expected, Macros.expand(LIBRARY, query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          search a=1 `cmd` OR b=2  ~ search a=1 (name=cmd.exe OR name=Cmd.Exe) OR b=2
          `pair``pair`             ~ no argumentsno arguments
          x`shell(a)`y             ~ xname=ay
          ` shell ( a ) `          ~ name=a
          `both`                   ~ (name=cmd.exe OR name=Cmd.Exe) OR name=bash
          search `pipe` by b       ~ search a=1 | stats count by b
          join x [`cmd`]           ~ join x [(name=cmd.exe OR name=Cmd.Exe)]
          a`nothing`b              ~ ab
          `a-b.c_1`                ~ odd
          """)
  void replacesACallByItsDefinition(String query, String expected) {
    expands(query, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          `pair()`                   ~ no arguments
          `pair( )`                  ~ no arguments
          `pair(x,y)`                ~ <x|y>
          `pair(  x y ,  z )`        ~ <x y|z>
          `pair(x,)`                 ~ <x|>
          `pair("x, y", z)`          ~ <x, y|z>
          `pair(" x ", "")`          ~ < x |>
          `pair(f(x, y), z)`         ~ <f(x, y)|z>
          `pair(a"b,c"d, z)`         ~ <a"b,c"d|z>
          `pair("a" "b", z)`         ~ <"a" "b"|z>
          `pair("say \\"hi\\"", z)`  ~ <say "hi"|z>
          `pair("C:\\\\", z)`        ~ <C:\\\\|z>
          `pair("(", ")")`           ~ <(|)>
          `pair(:), z)`              ~ <:)|z>
          """)
  void splitsArgumentsAtCommasOutsideOfQuotesAndParentheses(String query, String expected) {
    expands(query, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          `pair(a=1, b=2)`      ~ <1|2>
          `pair(b=2, a=1)`      ~ <1|2>
          `pair(b = "x, y", a=)` ~ <|x, y>
          `pair(a=1, c=2)`      ~ <a=1|c=2>
          `pair(a=1, 2)`        ~ <a=1|2>
          `pair(a=1, a=2)`      ~ <a=1|a=2>
          `pair(a==1, b==2)`    ~ <a==1|b==2>
          `shell(user=me)`      ~ name=user=me
          """)
  void takesArgumentsByNameOnlyWhenTheirNamesAreTheParameters(String query, String expected) {
    expands(query, expected);
  }

  @Test
  void putsAnArgumentInWhereverItIsNamed() {
    expands("`decode(x)`", "eval x_decoded=\"x x\" 'x'");
    expands("`money(m)`", "$100 mm $other$ $");
    expands("`swap(x, y)`", "<y|x>");
  }

  @Test
  void putsAllArgumentsInAtOnce() {
    expands("`pair($b$, 1)`", "<$b$|1>");
  }

  @Test
  void keepsNoQuotesAroundAnArgumentThatIsPassedOn() {
    expands("`careful(\"x, y\", z)`", "<z|x, y>");
    assertEquals(
        "macro `pair` takes 0 or 2 arguments, not 3",
        Macros.failure(LIBRARY, "`swap(\"x, y\", z)`")
            .lines()
            .findFirst()
            .orElse("")
            .substring(14));
  }

  @Test
  void expandsACallInAnArgument() {
    expands("`pair(\"`nothing`\", \"`pair(1, 2)`\")`", "<|<1|2>>");
  }

  @Test
  void letsAMacroStandInItsOwnArgument() {
    expands("`shell(\"`shell(x)`\")`", "name=name=x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          map search="search `cmd` $id$"  ~ map search="search `cmd` $id$"
          "a \\" `cmd`" `a-b.c_1`         ~ "a \\" `cmd`" odd
          "a \\\\" `a-b.c_1`              ~ "a \\\\" odd
          x=*\\"y\\":`a-b.c_1`            ~ x=*\\"y\\":odd
          `quoted`                        ~ eval x="`cmd`"
          "```no comment```"              ~ "```no comment```"
          "not closed `cmd`               ~ "not closed `cmd`
          """)
  void changesNothingInDoubleQuotes(String query, String expected) {
    expands(query, expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          stats```x```count                    ~ stats count
          a ```b | [c "d `e` f``` g            ~ a   g
          a``````b                             ~ a b
          `a-b.c_1````x```b                    ~ odd b
          `pair(x ```first, "``` , y)`         ~ <x|y>
          `pair(x,y)````c```                   ~ <x|y>
          `noted`                              ~ a   b
          `pair(```none```)`                   ~ no arguments
          """)
  void makesACommentOneSpace(String query, String expected) {
    assertEquals(expected, Macros.expand(LIBRARY, query).stripTrailing());
  }

  @Test
  void takesACommentOverSeveralLines() {
    expands("a ```one\ntwo``` b", "a   b");
  }

  @Test
  void readsAFilterThatIsDefinedNowhereAsEveryRow() {
    expands("| `my_detection_filter`", "| search *");
    MacroLibrary defined = Macros.library("my_detection_filter: search dest!=lab");
    assertEquals("search dest!=lab", Macros.expand(defined, "`my_detection_filter`"));
  }

  @Test
  void readsACommentMacroAsNothingUnlessItIsDefined() {
    expands("a `comment(\"any, text\")` b", "a  b");
    MacroLibrary defined = Macros.library("comment(text): \"$text$\"");
    assertEquals("\"x\"", Macros.expand(defined, "`comment(x)`"));
  }

  @Test
  void expandsFiftyThousandCalls() {
    int count = 50_000;
    String query = "\"a\" `shell(\\\")` ```c``` ".repeat(count);
    assertEquals("\"a\" name=\\\"   ".repeat(count), Macros.expand(LIBRARY, query));
  }

  @Test
  void goesAHundredMacrosDeep() {
    MacroDefinition[] chain = new MacroDefinition[MacroExpander.MAX_DEPTH];
    for (int i = 0; i < chain.length; i++) {
      chain[i] =
          Macros.macro("m" + i + ": " + (i == chain.length - 1 ? "end" : "`m" + (i + 1) + "`"));
    }
    assertEquals("end", Macros.expand(MacroLibrary.of(List.of(chain)), "`m0`"));
  }

  @Test
  void expandsTheFoundingSearchWithTheShippedMacros() throws Exception {
    Path query = Path.of("queries/wermgr_process_spawned_cmd_or_powershell_process.spl");
    String expanded = Macros.expand(MacroLibrary.shipped(), Files.readString(query));
    MacroDefinition cmd = MacroLibrary.shipped().lookup("process_cmd", 0);
    MacroDefinition shell = MacroLibrary.shipped().lookup("process_powershell", 0);
    assertNotNull(cmd);
    assertNotNull(shell);
    String predicate = cmd.definition().expanded() + " OR " + shell.definition().expanded();
    assertEquals(
        """
        | tstats summariesonly=false allow_old_summaries=true fillnull_value=null \
        values(Processes.process) as cmdline min(_time) as firstTime max(_time) as lastTime \
        from datamodel=Endpoint.Processes where Processes.parent_process_name = "wermgr.exe" \
        PREDICATE by Processes.parent_process_name  Processes.original_file_name \
        Processes.parent_process_id  Processes.process_name Processes.process \
        Processes.process_id Processes.process_guid Processes.dest Processes.user\s
        | rename "Processes.*" as *\s
        | convert timeformat="%Y-%m-%dT%H:%M:%S" ctime(firstTime)\s
        | convert timeformat="%Y-%m-%dT%H:%M:%S" ctime(lastTime)\s
        | search *"""
            .replace("PREDICATE", predicate),
        expanded.stripTrailing());
  }
}
