package karst.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates the commands that take texts apart, over the columns of a general table. */
final class AnyTextCommand {
  private static final List<String> FIELDS = AnyCommand.FIELDS;

  private AnyTextCommand() {}

  /** Returns the generators by the command's name. */
  static Map<String, Arbitrary<String>> byName() {
    Map<String, Arbitrary<String>> commands = new LinkedHashMap<>();
    commands.put("rex", rexes());
    commands.put("regex", regexes());
    commands.put("makemv", makemvs());
    commands.put("nomv", Arbitraries.of(FIELDS).map(field -> "nomv " + field));
    commands.put("mvexpand", mvexpands());
    commands.put("replace", replaces());
    commands.put("strcat", strcats());
    commands.put("rangemap", rangemaps());
    commands.put("fieldformat", Arbitraries.just("fieldformat n=tostring(n)"));
    commands.put("reverse", Arbitraries.just("reverse"));
    commands.put("tail", Arbitraries.of("tail", "tail 0", "tail 2", "tail limit=5"));
    commands.put("uniq", Arbitraries.just("uniq"));
    commands.put(
        "filldown", Arbitraries.of("", "s", "n, m", "*", "_time", "z").map(f -> "filldown " + f));
    commands.put(
        "mvcombine", Arbitraries.of("s", "t", "n", "m", "x", "z").map(f -> "mvcombine " + f));
    commands.put(
        "tojson",
        Arbitraries.of("", " s n m", " num(t) str(n) bool(s) fill_null=true", " default_type=num")
            .map(fields -> "tojson output_field=s" + fields));
    commands.put(
        "spath",
        Arbitraries.of("input=s output=y n", "input=t path={} output=s", "input=s")
            .map(arguments -> "tojson output_field=s | spath " + arguments));
    commands.put("fromjson", Arbitraries.just("tojson output_field=t | fromjson t prefix=y"));
    commands.put("addinfo", Arbitraries.just("addinfo"));
    commands.put(
        "foreach",
        Arbitraries.of(
                "s t [eval y='<<FIELD>>'.\"!\"]",
                "* [eval n=coalesce(n, 0)+len('<<FIELD>>')]",
                "mode=multivalue m [eval y=mvappend(y, if(<<ITEM>> >= 1, <<ITER>>, s))]",
                "n m [rex field=<<FIELD>> \"(?<y>x)\" | fillnull <<FIELD>>]")
            .map(arguments -> "foreach " + arguments));
    return commands;
  }

  private static Arbitrary<String> rexes() {
    Arbitrary<String> extract =
        Combinators.combine(
                Arbitraries.of(FIELDS),
                Arbitraries.of("(?<y>x)", "(?<s>.)(?<z>y)?", "(?<t>\\d+)|(?<y>\\w)", "^(?<n>x*)"),
                Arbitraries.of("", " max_match=2", " max_match=0", " offset_field=z"))
            .as((field, regex, options) -> "rex field=" + field + " \"" + regex + "\"" + options);
    Arbitrary<String> edit =
        Combinators.combine(
                Arbitraries.of(FIELDS),
                Arbitraries.of("s/x/<&>/", "s/(.)(.)/\\2\\1/g", "s/./_/2", "y/xy/yx/"))
            .as((field, script) -> "rex field=" + field + " mode=sed \"" + script + "\"");
    return Arbitraries.oneOf(extract, edit);
  }

  private static Arbitrary<String> regexes() {
    return Combinators.combine(
            Arbitraries.of(FIELDS),
            Arbitraries.of("=", "!="),
            Arbitraries.of("x", "^\\d", "", "(?i)É|x", "y$"))
        .as((field, sign, regex) -> "regex " + field + sign + "\"" + regex + "\"");
  }

  private static Arbitrary<String> makemvs() {
    return Combinators.combine(
            Arbitraries.of(
                "",
                "delim=x ",
                "delim=\", \" ",
                "allowempty=true delim=x ",
                "tokenizer=\"(.)\" ",
                "tokenizer=\"(x)|y\" "),
            Arbitraries.of(FIELDS))
        .as((option, field) -> "makemv " + option + field);
  }

  private static Arbitrary<String> mvexpands() {
    return Combinators.combine(
            Arbitraries.of("s", "t", "n", "m", "x", "z"),
            Arbitraries.of("", " limit=1", " limit=2"))
        .as((field, limit) -> "mvexpand " + field + limit);
  }

  private static Arbitrary<String> replaces() {
    return Combinators.combine(
            Arbitraries.of("x", "*", "*x*", "1*", "\"\"", "*.*", "**", "x*y"),
            Arbitraries.of("y", "*", "<*>", "*-*", "\"\""),
            Arbitraries.of("", ", y WITH x", ", * WITH z"),
            Arbitraries.of("", " IN s", " IN n, m", " IN *", " IN _time"))
        .as((from, to, more, fields) -> "replace " + from + " WITH \"" + to + "\"" + more + fields)
        .map(command -> command.replace("\"\"\"\"", "\"\""));
  }

  private static Arbitrary<String> strcats() {
    return Combinators.combine(
            Arbitraries.of("", "allrequired=true "),
            Arbitraries.of("s", "t", "n", "m", "z", "\"-\"", "\"\"")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3),
            Arbitraries.of("s", "m", "y"))
        .as((option, parts, target) -> "strcat " + option + String.join(" ", parts) + " " + target);
  }

  private static Arbitrary<String> rangemaps() {
    return Combinators.combine(
            Arbitraries.of(FIELDS), Arbitraries.of("", " b=1-10", " b=-5-0.5 default=q"))
        .as((field, more) -> "rangemap field=" + field + " a=0-2" + more);
  }
}
