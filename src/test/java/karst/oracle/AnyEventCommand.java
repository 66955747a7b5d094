package karst.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generates the commands that read the texts of events, after a text for them to read. */
final class AnyEventCommand {
  private static final String PAIRS =
      "eval _raw=\"s=\".coalesce(s, \"x\").\" y:\".n.\", t=\\\"\".t.\"\\\" z=1;s=2\" | ";
  private static final String XML =
      "eval _raw=\"<r><s>\".coalesce(s, \"x\").\"</s><y k='1'>&lt;1</y><y>2</y></r>\" | ";

  private static final String TYPED =
      "eval Channel=if(n>1, \"Security\", \"x-Sysmon/Operational\"), EventCode=if(n=1, 22, 1) | ";

  private static final String LINES =
      "eval _raw=\"a b\".urldecode(\"%0A\").coalesce(s, \"x\").\" 1 2\".urldecode(\"%0A%0A\").t | ";

  /** An earlier command may have dropped the time, without which these are errors. */
  private static final String TIMED =
      "eval _time=if(_time>1690000000 AND _time<1710000000, _time, 1700000000) | ";

  private AnyEventCommand() {}

  /** Returns the generators by the command's name. */
  static Map<String, Arbitrary<String>> byName() {
    Map<String, Arbitrary<String>> commands = new LinkedHashMap<>();
    commands.put(
        "extract",
        of(
            PAIRS,
            "extract",
            "kv mv_add=true limit=2",
            "extract kvdelim=\":=\" clean_keys=false",
            "extract pairdelim=\" ;\" maxchars=9",
            "extract pairdelim=\",;\" kvdelim=\"=\" mv_add=true"));
    commands.put("xmlkv", of(XML, "xmlkv", "xmlkv _raw", "xmlkv field=s"));
    commands.put("xmlunescape", of(XML, "xmlunescape"));
    commands.put("outputtext", of(XML, "outputtext", "outputtext usexml=false"));
    commands.put(
        "xpath",
        of(XML, "xpath \"//y\"", "xpath outfield=s \"/r/y/@k\"", "xpath default=z \"//z\""));
    commands.put("setfields", of("", "setfields s=\"a b\", y=1", "setfields n=2"));
    commands.put("typer", of(TYPED, "typer", "typer eventtypes=ms-sysmon-dns"));
    commands.put("tags", of(TYPED, "tags", "typer | tags outputfield=s inclvalue=true"));
    for (String passing : List.of("localop", "noop", "redistribute", "require", "rtorder")) {
      commands.put(passing, Arbitraries.just("appendpipe [stats count] | " + passing));
    }
    commands.put("highlight", of("", "highlight x, \"a b\""));
    commands.put("iconify", of("", "iconify s"));
    commands.put("abstract", of(LINES, "abstract maxlines=2", "abstract"));
    commands.put("diff", of(LINES, "diff", "diff context=true position2=3", "diff attribute=s"));
    commands.put("gauge", of("", "gauge n", "gauge s 0 5 n", "gauge 3 -1 2.5"));
    commands.put(
        "multikv",
        of(
            LINES,
            "multikv",
            "multikv noheader=true rmorig=false",
            "multikv forceheader=2 fields a filter x",
            "multikv multitable=false copyattrs=false"));
    commands.put("localize", of(TIMED, "localize", "localize maxpause=1h timeafter=1s"));
    commands.put("reltime", of(TIMED, "reltime", "reltime timefield=n prefix=s"));
    commands.put(
        "timewrap", of(TIMED, "timewrap 1d", "timewrap 2w series=short", "timewrap mon align=now"));
    commands.put("fieldsummary", of("", "fieldsummary", "fieldsummary maxvals=1 s n m z"));
    commands.put(
        "makecontinuous",
        of(
            "eval n=if(abs(n)<100, n, null()) | ",
            "makecontinuous n",
            "makecontinuous n span=0.5 start=-1 end=3",
            "makecontinuous n bins=2",
            "makecontinuous s",
            "makecontinuous span=1h"));
    return commands;
  }

  private static Arbitrary<String> of(String before, String... commands) {
    return Arbitraries.of(commands).map(command -> before + command);
  }
}
