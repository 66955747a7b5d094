package karst.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import karst.macro.MacroLibrary;
import karst.type.IpAddress;
import karst.type.SplRegex;
import karst.type.TimeFormat;
import karst.type.TimeModifier;
import karst.type.TimeSpan;
import karst.type.WildcardPattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Whatever is read, there is an answer or a diagnostic. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class FuzzProperties {
  private static final double TIME = 1_700_000_000.25;

  @Property(tries = 600)
  void aSearch(@ForAll("searches") String spl) {
    Attempts.search(Attempts.engine().build(), spl);
  }

  @Property
  void aFileOfMacros(@ForAll("macros") String yaml) throws IOException {
    Attempts.withFile("m.yml", yaml.getBytes(StandardCharsets.UTF_8), MacroLibrary::load);
  }

  @Property
  void aFileOfMacroStanzas(@ForAll("stanzas") String conf) throws IOException {
    Attempts.withFile("macros.conf", conf.getBytes(StandardCharsets.UTF_8), Attempts::callMacros);
  }

  @Property
  void aDataModel(@ForAll("models") String yaml) throws IOException {
    Attempts.withFile("m.yml", yaml.getBytes(StandardCharsets.UTF_8), Attempts::readModels);
  }

  @Property
  void aTable(@ForAll("tables") String csv) throws IOException {
    Attempts.withFile("t.csv", csv.getBytes(StandardCharsets.UTF_8), Attempts::readTable);
  }

  @Property
  void aTableOfAnyBytes(@ForAll("bytes") byte[] csv) throws IOException {
    Attempts.withFile("t.csv", csv, Attempts::readTable);
  }

  @Property
  void aTime(@ForAll("times") String text) {
    Attempts.syntax(() -> TimeModifier.parse(text).apply(TIME, ZoneOffset.UTC));
    Attempts.syntax(() -> TimeSpan.parse(text).next(TIME, ZoneId.of("Europe/Berlin")));
  }

  @Property
  void aTimeFormat(@ForAll("formats") String format, @ForAll("times") String text) {
    TimeFormat compiled = TimeFormat.compile(format);
    compiled.format(TIME, ZoneOffset.UTC);
    compiled.parse(text, TIME, ZoneOffset.UTC);
  }

  @Property
  void aRegularExpression(@ForAll("regexes") String regex, @ForAll("times") String text) {
    Attempts.syntax(
        () -> {
          SplRegex compiled = SplRegex.compile(regex);
          return compiled.find(text) + compiled.replaceAll(text, "\\1$2\\");
        });
  }

  @Property
  void aPattern(@ForAll("times") String pattern, @ForAll("times") String text) {
    WildcardPattern.compile(pattern, false).matches(text);
    IpAddress.parse(text);
  }

  @Provide
  static Arbitrary<String> searches() {
    return MangledText.near(MangledText.searches());
  }

  @Provide
  static Arbitrary<String> macros() {
    return MangledText.near(MangledText.contents(Path.of("macros"), ".yml"));
  }

  @Provide
  static Arbitrary<String> stanzas() {
    return MangledText.near(
        List.of(
            "[a]\ndefinition = `a(1)` | where x=1\n\n[a(1)]\nargs = x\ndefinition = $x$\n"
                + "validation = isnum(x)\nerrormsg = no\niseval = 1\n",
            "# remark\n[a(2)]\nargs = x, y\ndefinition = \"$x$\" \\\n . $y$\niseval = true\n"));
  }

  @Provide
  static Arbitrary<String> models() {
    return MangledText.near(
        MangledText.contents(Path.of("src/main/resources/karst/model"), ".yml"));
  }

  @Provide
  static Arbitrary<String> tables() {
    return MangledText.near(
        List.of(
            "a,b,_time\n1,\"x, \"\"y\"\"\",2024-01-01\n,,\n\"l\n2\",é,1.5\n", "a\r\n1\r\n\r\n2"));
  }

  @Provide
  static Arbitrary<byte[]> bytes() {
    return Arbitraries.of(
            (byte) '"',
            (byte) ',',
            (byte) '\n',
            (byte) '\r',
            (byte) 'a',
            (byte) 0,
            (byte) 0xC3,
            (byte) 0xA9,
            (byte) 0xFF,
            (byte) 0xEF,
            (byte) 0xBB,
            (byte) 0xBF)
        .array(byte[].class)
        .ofMaxSize(60);
  }

  @Provide
  static Arbitrary<String> times() {
    return MangledText.near(
        List.of(
            "-1d@d+3h",
            "@w1",
            "now",
            "1700000000.5",
            "01/05/2024:00:00:00",
            "+2mon@q",
            "1h",
            "2log10",
            "15 Mar 2024 12:34:56.789 +0200",
            "2024-03-15T12:34:56Z",
            "10.0.0.0/8"));
  }

  @Provide
  static Arbitrary<String> formats() {
    return MangledText.near(
        List.of("%Y-%m-%dT%H:%M:%S.%6N%:z", "%s %Q %3N %p %I", "%a %b %e %j %U %V %c %x %X %%"));
  }

  @Provide
  static Arbitrary<String> regexes() {
    return MangledText.near(
        List.of(
            "(?<a_b>x+)[^\\]]*\\d{1,3}$",
            "(?P<n>a|b)(?P=n)\\Q.\\E(?i)y",
            "[[:alpha:]]\\h(?>a+)?",
            "(a*)*b",
            "{|%7B",
            "\\x{202E}|\\p{L}|\\1",
            "(?<!x)(?=y)(?#c)z",
            "[a-\\d&&[^b]]"));
  }
}
