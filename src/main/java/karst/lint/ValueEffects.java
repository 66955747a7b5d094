package karst.lint;

import java.util.ArrayList;
import java.util.List;
import karst.ast.FieldName;
import karst.command.Bin;
import karst.command.Lookup;
import karst.command.Makeresults;
import karst.command.Rangemap;
import karst.command.Rex;
import karst.command.Setfields;
import karst.command.Strcat;
import karst.command.Tags;
import karst.command.Tojson;
import karst.command.Xpath;
import karst.type.InvalidSyntaxException;
import karst.type.SplRegex;

/** What the commands that set fields from the values of others do with fields. */
final class ValueEffects {
  private ValueEffects() {}

  static FieldEffect bin(Bin bin) {
    FieldName field = bin.field();
    return field == null
        ? FieldEffect.unknown()
        : FieldEffect.makes(FieldEffects.uses(List.of(field)), List.of(bin.target()));
  }

  /** Fields that are not there are made, and those that are keep their values. */
  static FieldEffect fill(List<FieldName> fields) {
    return FieldEffect.makes(lenient(fields), FieldEffects.names(fields));
  }

  static FieldEffect lookup(Lookup lookup) {
    List<FieldName> keys = lookup.keys().stream().map(Lookup.Column::field).toList();
    List<FieldName> outputs = lookup.outputs().stream().map(Lookup.Column::field).toList();
    List<FieldUse> uses = new ArrayList<>(FieldEffects.uses(keys));
    if (lookup.mode() == Lookup.Mode.OUTPUTNEW) {
      uses.addAll(lenient(outputs));
    }
    FieldEffect effect = FieldEffect.makes(uses, FieldEffects.names(outputs));
    // The columns are those of the file.
    return lookup.mode() == Lookup.Mode.ALL ? effect.then(FieldSet::opened) : effect;
  }

  static FieldEffect makeresults(Makeresults makeresults) {
    boolean plain = !makeresults.annotate() && makeresults.data().isEmpty();
    return plain
        ? FieldEffect.replaces(List.of(), FieldSet.closed(List.of("_time")))
        : FieldEffect.unknown();
  }

  /** It may read every field. */
  static FieldEffect tojson(Tojson tojson) {
    return FieldEffect.makes(List.of(), List.of(tojson.output())).incomplete();
  }

  static FieldEffect rangemap(Rangemap rangemap) {
    return FieldEffect.makes(FieldEffects.uses(List.of(rangemap.field())), List.of("range"));
  }

  static FieldEffect rex(Rex rex) {
    List<FieldUse> uses = new ArrayList<>(FieldEffects.uses(List.of(rex.field())));
    if (rex.mode() == Rex.Mode.SED) {
      return FieldEffect.reads(uses);
    }
    try {
      List<String> groups = new ArrayList<>(SplRegex.compile(rex.text()).groupNames());
      // Without a match a field stays as it is.
      groups.forEach(name -> uses.add(lenient(new FieldName(name, rex.span()))));
      if (rex.offsetField() != null) {
        groups.add(rex.offsetField());
      }
      return FieldEffect.makes(uses, groups);
    } catch (InvalidSyntaxException wrong) {
      return FieldEffect.unknown();
    }
  }

  static FieldEffect strcat(Strcat strcat) {
    List<FieldUse> uses = new ArrayList<>(lenient(List.of(strcat.target())));
    for (Strcat.Source source : strcat.sources()) {
      if (!source.literal()) {
        uses.add(FieldUse.of(new FieldName(source.text(), source.span())));
      }
    }
    return FieldEffect.makes(uses, List.of(strcat.target().name()));
  }

  static FieldEffect setfields(Setfields setfields) {
    return FieldEffect.makes(
        List.of(), setfields.settings().stream().map(setting -> setting.field().name()).toList());
  }

  /** It looks for whatever fields event types name. */
  static FieldEffect tags(Tags tags) {
    String output = tags.output();
    return FieldEffect.makes(
            List.of(), output == null ? List.of("tag", "tag::eventtype") : List.of(output))
        .incomplete();
  }

  static FieldEffect xpath(Xpath xpath) {
    List<FieldUse> uses = new ArrayList<>(FieldEffects.uses(List.of(xpath.field())));
    if (xpath.fallback() == null) {
      uses.add(lenient(new FieldName(xpath.output(), xpath.span())));
    }
    return FieldEffect.makes(uses, List.of(xpath.output()));
  }

  private static List<FieldUse> lenient(List<FieldName> fields) {
    return fields.stream().map(ValueEffects::lenient).toList();
  }

  private static FieldUse lenient(FieldName field) {
    return new FieldUse(field, List.of(), true);
  }
}
