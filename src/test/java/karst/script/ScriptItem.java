package karst.script;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.lookup.LookupDefinition;
import karst.macro.MacroDefinition;

/** A part of a script. Settings, macros, lookups and tables hold for the queries after them. */
public sealed interface ScriptItem {
  /** Returns the part as lines of a script. */
  List<String> lines();

  /** A comment or an empty line. */
  record Remark(String line) implements ScriptItem {
    @Override
    public List<String> lines() {
      return List.of(line);
    }
  }

  /** The time that searches take for now. */
  record Now(Instant time) implements ScriptItem {
    @Override
    public List<String> lines() {
      return List.of("now " + time);
    }
  }

  /** The time zone of the user. */
  record TimeZone(ZoneId zone) implements ScriptItem {
    @Override
    public List<String> lines() {
      return List.of("timezone " + zone);
    }
  }

  /** A macro. */
  record Macro(MacroDefinition macro) implements ScriptItem {
    @Override
    public List<String> lines() {
      return List.of("macro " + macro.form() + " = " + macro.definition().expanded());
    }
  }

  /** A lookup's definition: settings of transforms.conf, separated by semicolons. */
  record Lookup(String name, String settings) implements ScriptItem {
    private static final Pattern FORM = Pattern.compile("lookup ([\\w.-]+)\\s*=\\s*(.*)");

    static boolean startsAt(String line) {
      return FORM.matcher(line).matches();
    }

    static Lookup parse(String line) {
      Matcher form = FORM.matcher(line);
      if (!form.matches()) {
        throw new IllegalArgumentException(line);
      }
      return new Lookup(form.group(1), form.group(2).strip());
    }

    LookupDefinition definition() {
      Map<String, String> byName = new LinkedHashMap<>();
      for (String setting : settings.split(";")) {
        int equals = setting.indexOf('=');
        byName.put(setting.substring(0, equals).strip(), setting.substring(equals + 1).strip());
      }
      return LookupDefinition.of(name, byName);
    }

    @Override
    public List<String> lines() {
      return List.of("lookup " + name + " = " + settings);
    }
  }

  /** A table. */
  record Data(ScriptTable table) implements ScriptItem {
    @Override
    public List<String> lines() {
      return table.lines();
    }
  }

  /** A query and what is expected of it. */
  record Search(ScriptQuery query) implements ScriptItem {
    @Override
    public List<String> lines() {
      return query.lines();
    }
  }
}
