package karst.oracle;

import java.util.LinkedHashMap;
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
