package karst.yaml;

import java.util.List;
import karst.source.Span;

/** A part of a YAML text that knows where it stands; types of scalars are the reader's affair. */
public sealed interface YamlNode {
  /** Returns the place in the text, counted in UTF-16 units. */
  Span span();

  /** A single value. */
  record Scalar(String text, Span span) implements YamlNode {}

  /** A list. */
  record Sequence(List<YamlNode> items, Span span) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in the order of the text; a key may occur twice. */
  record Mapping(List<Entry> entries, Span span) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, YamlNode value) {}
}
