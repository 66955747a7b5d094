package karst.script;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import karst.macro.MacroDefinition;

/** A part of a script. Settings, macros and tables hold for the queries after them. */
sealed interface ScriptItem {
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
