package karst.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import karst.ast.FieldName;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The canonical text of a command means the command again, whatever its fields are called. */
class CanonicalSplTest {
  private static String quoted(String name) {
    return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String list(List<String> names, String separator) {
    return names.stream().map(CanonicalSplTest::quoted).collect(Collectors.joining(separator));
  }

  private static List<String> names(List<FieldName> fields) {
    return fields.stream().map(FieldName::name).toList();
  }

  @Property(tries = 200)
  void ofTable(@ForAll("names") List<String> names) {
    String canonical = Spl.canonical("table " + list(names, " "));
    assertEquals(names, names(Spl.bind(Table.class, canonical).fields()));
  }

  @Property(tries = 200)
  void ofFields(@ForAll("names") List<String> names) {
    String canonical = Spl.canonical("fields - " + list(names, ", "));
    assertEquals(names, names(Spl.bind(Fields.class, canonical).fields()));
  }

  @Property(tries = 200)
  void ofSort(@ForAll("names") List<String> names) {
    String canonical = Spl.canonical("sort " + list(names, ", -"));
    List<FieldName> fields =
        Spl.bind(Sort.class, canonical).keys().stream().map(SortKey::field).toList();
    assertEquals(names, names(fields));
  }

  @Property(tries = 200)
  void ofStats(@ForAll("names") List<String> names) {
    String canonical =
        Spl.canonical(
            "stats dc("
                + quoted(names.get(0))
                + ") AS "
                + quoted(names.get(0) + "!")
                + " max("
                + quoted(names.get(0))
                + ") BY "
                + list(names, ","));
    Stats stats = Spl.bind(Stats.class, canonical);
    assertEquals(names, names(stats.by()));
    assertEquals(
        List.of(names.get(0) + "!", "max(" + names.get(0) + ")"),
        stats.aggregates().stream().map(AggregateCall::name).toList());
  }

  @Property(tries = 200)
  void ofFillnull(@ForAll("name") String value, @ForAll("names") List<String> names) {
    String canonical = Spl.canonical("fillnull value=" + quoted(value) + " " + list(names, ","));
    Fillnull fillnull = Spl.bind(Fillnull.class, canonical);
    assertEquals(value, fillnull.value());
    assertEquals(names, names(fillnull.fields()));
  }

  @Property(tries = 200)
  void ofRename(@ForAll("name") String name) {
    String canonical = Spl.canonical("rename x AS " + quoted(name));
    assertEquals(name, Spl.bind(Rename.class, canonical).pairs().get(0).name().name());
  }

  @Property(tries = 200)
  void ofFrom(@ForAll("name") String name) {
    String canonical = Spl.canonical("from " + quoted(name));
    From.Source source = Spl.bind(From.class, canonical).source();
    assertEquals(name, source instanceof From.Source.Table table ? table.name().name() : "");
  }

  @Provide
  static Arbitrary<String> name() {
    Arbitrary<String> free =
        Arbitraries.strings()
            .withChars(" ,()|\"[]='!<>\\-+.:{}$@#%&;^~/?`_aZ0äπ\t")
            .ofMinLength(1)
            .ofMaxLength(6);
    return Arbitraries.oneOf(
        free, Arbitraries.of("as", "BY", "from", "where", "sortby", "desc", "d", "5", "count"));
  }

  @Provide
  static Arbitrary<List<String>> names() {
    return name().list().uniqueElements().ofMinSize(1).ofMaxSize(4);
  }
}
