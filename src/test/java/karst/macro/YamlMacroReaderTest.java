package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import karst.source.Location;
import karst.source.SourceMap;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import org.junit.jupiter.api.Test;

class YamlMacroReaderTest {
  private static MacroDefinition read(String text) {
    return YamlMacroReader.read(SourceText.of("m.yml", text));
  }

  private static void fails(String text, String expected) {
    assertEquals(expected, assertThrows(SplException.class, () -> read(text)).render());
  }

  @Test
  void readsAllFields() {
    MacroDefinition macro =
        read(
            """
            name: between
            arguments:
              - low
              - high
            definition: (x>$low$ x<$high$)
            description: A range
            iseval: false
            validation: isnum($low$)
            errormsg: low must be a number
            author: somebody
            tags:
              - {a: [1, 2]}
            """);
    assertEquals(new MacroName("between", 2), macro.signature());
    assertEquals(List.of("low", "high"), macro.parameters());
    assertEquals("(x>$low$ x<$high$)", macro.definition().expanded());
    assertEquals("A range", macro.description());
    assertEquals("low must be a number", macro.errorMessage());
    SourceMap validation = macro.validation();
    assertEquals("isnum($low$)", validation == null ? null : validation.expanded());
    assertEquals("m.yml:5:13", macro.location().toString());
    assertEquals("between(low, high)", macro.form());
  }

  @Test
  void readsAnArityInTheName() {
    assertEquals(
        new MacroName("m", 1), read("name: m(1)\narguments: [a]\ndefinition: x").signature());
  }

  @Test
  void readsOtherSpellings() {
    MacroDefinition macro =
        read("name: m\ndefinition: x\niseval: 1\nerrormessage: no\nvalidation: x");
    assertTrue(macro.isEval());
    assertEquals("no", macro.errorMessage());
  }

  @Test
  void readsAnEmptyDefinitionInQuotes() {
    assertEquals("", read("name: m\ndefinition: ''").definition().expanded());
  }

  /** Looks for the character ^ in the definition and returns its place in the file. */
  private static String place(String text) {
    SourceMap definition = read(text).definition();
    int mark = definition.expanded().indexOf('^');
    Location place = definition.origin(new Span(mark, mark + 1)).location();
    return place.line() + ":" + place.column() + " " + place.span().of(text);
  }

  @Test
  void knowsThePlaceInEveryStyleOfText() {
    assertEquals("2:15 ^", place("name: m\ndefinition: a ^ b"));
    assertEquals("2:20 ^", place("name: m\ndefinition: 'it''s ^'"));
    assertEquals("2:19 ^", place("name: m\ndefinition: \"a\\\"b ^\""));
    assertEquals("2:14 \\x5e", place("name: m\ndefinition: \"\\x5e\""));
    assertEquals("3:3 ^", place("name: m\ndefinition: a\n  ^ b"));
    assertEquals("4:5 ^", place("name: m\ndefinition: |\n  a\n    ^ b\n"));
    assertEquals("4:3 ^", place("name: m\ndefinition: >-\n  a\n  ^\n"));
    assertEquals("4:4 ^", place("name: m\ndefinition: 'a\n\n   ^'"));
    assertEquals("3:2 ^", place("name: m\ndefinition: \"a\\\n ^\""));
    assertEquals("2:17 ^", place("name: m\r\ndefinition: '😀 é^'\r\n"));
  }

  @Test
  void fallsBackToTheFirstLine() {
    assertEquals("2:13 !!str a ^ b", place("name: m\ndefinition: !!str a ^ b\n"));
  }

  @Test
  void tellsWhatAMacroLacks() {
    fails(
        "definition: x\n",
        """
        error[E0204]: expected a macro with a `name`
         --> m.yml:1:1
          |
        1 | definition: x
          | ^^^^^^^^^^^^^
        """);
    fails(
        "# a comment\nname: m\n",
        """
        error[E0204]: expected a macro with a `definition`
         --> m.yml:2:1
          |
        2 | name: m
          | ^^^^^^^
        """);
    fails(
        "- a\n- b\n",
        """
        error[E0204]: expected a macro: fields such as `name: ...` and `definition: ...`
         --> m.yml:1:1
          |
        1 | - a
          | ^^^
        """);
    fails(
        "",
        """
        error[E0204]: expected a macro: fields such as `name: ...` and `definition: ...`
         --> m.yml:1:1
          |
        1 |\s
          | ^
        """);
  }

  @Test
  void tellsWhichFieldIsWrong() {
    fails(
        "name: m\ndefinition:\n",
        """
        error[E0204]: expected text for `definition`
         --> m.yml:2:12
          |
        2 | definition:
          |            ^
          = help: write "" for an empty text
        """);
    fails(
        "name: m\ndefinition: [a]\n",
        """
        error[E0204]: expected text for `definition`
         --> m.yml:2:13
          |
        2 | definition: [a]
          |             ^^^
        """);
    fails(
        "name: m\narguments: a\ndefinition: x\n",
        """
        error[E0204]: expected a list of names for `arguments`
         --> m.yml:2:12
          |
        2 | arguments: a
          |            ^
        """);
    fails(
        "name: m\narguments: [a, b c]\ndefinition: x\n",
        """
        error[E0204]: expected an argument name of letters, digits, `_` and `-`, not `b c`
         --> m.yml:2:16
          |
        2 | arguments: [a, b c]
          |                ^^^
        """);
    fails(
        "name: m\narguments: [a, a]\ndefinition: x\n",
        """
        error[E0204]: argument `a` is listed twice
         --> m.yml:2:16
          |
        2 | arguments: [a, a]
          |                ^
        """);
    fails(
        "name: m(2)\narguments: [a]\ndefinition: x\n",
        """
        error[E0204]: macro `m(2)` lists 1 argument
         --> m.yml:1:7
          |
        1 | name: m(2)
          |       ^^^^
          = help: expected the name `m(1)`
        """);
    fails(
        "name: two words\ndefinition: x\n",
        """
        error[E0204]: `two words` is not a macro name
         --> m.yml:1:7
          |
        1 | name: two words
          |       ^^^^^^^^^
        """);
    fails(
        "name: m\ndefinition: x\niseval: maybe\n",
        """
        error[E0204]: expected `true` or `false` for `iseval`
         --> m.yml:3:9
          |
        3 | iseval: maybe
          |         ^^^^^
        """);
  }

  @Test
  void showsWhereAFileIsNoYaml() {
    fails(
        "name: m\ndefinition: 'x\n",
        """
        error[E0204]: not YAML: found unexpected end of stream
         --> m.yml:3:1
          |
        3 |\s
          | ^
        """);
    fails(
        "name: m\ndefinition: a\u0001b\n",
        """
        error[E0204]: not YAML: a character that YAML does not allow
         --> m.yml:2:14
          |
        2 | definition: a\u0001b
          |              ^
        """);
  }

  @Test
  void refusesAliasesAndSecondDocuments() {
    fails(
        "name: &a m\ndefinition: *a\n",
        """
        error[E0204]: aliases are not supported in a macro file
         --> m.yml:2:13
          |
        2 | definition: *a
          |             ^^
        """);
    fails(
        "name: m\ndefinition: x\n---\nname: n\n",
        """
        error[E0204]: expected one macro a file
         --> m.yml:3:1
          |
        3 | ---
          | ^^^
        """);
  }

  @Test
  void isNotLaughedAt() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    text.append("name: m\ndefinition: x\n");
    assertEquals("m", read(text.toString()).name());
  }

  @Test
  void readsOverDeepNesting() {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    assertEquals("m", read("name: m\ndefinition: x\nother: " + deep).name());
  }
}
