package karst.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A query of a script.
 *
 * @param title what it shows
 * @param line the number of the line with the title, counted from 1
 * @param spl the search
 * @param sections what is expected of it
 */
public record ScriptQuery(String title, int line, String spl, List<Section> sections) {
  private static final String TITLE = "query: ";
  private static final String SECTION = "---- ";

  public ScriptQuery {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("nothing is expected of the query");
    }
  }

  /**
   * What is expected.
   *
   * @param kind what the section is about
   * @param lines its text; the lines of a table for rows
   */
  public record Section(SectionKind kind, List<String> lines) {
    public Section {
      // What a file cannot show, the space at the end of a line, does not count.
      lines = lines.stream().map(String::stripTrailing).toList();
    }

    static Section of(SectionKind kind, String text) {
      return new Section(kind, text.stripTrailing().lines().toList());
    }
  }

  /** Returns whether a line begins a query. */
  static boolean startsAt(String line) {
    return line.startsWith(TITLE);
  }

  /** Returns whether a line begins a section. */
  static boolean sectionStartsAt(String line) {
    return line.startsWith(SECTION);
  }

  static String title(String line) {
    return line.substring(TITLE.length()).strip();
  }

  static SectionKind kind(String line) {
    return SectionKind.of(line.substring(SECTION.length()).strip());
  }

  /** Returns whether a section of a kind is there. */
  boolean expects(SectionKind kind) {
    return sections.stream().anyMatch(section -> section.kind() == kind);
  }

  /** Returns this query with other expectations. */
  ScriptQuery withSections(List<Section> others) {
    return new ScriptQuery(title, line, spl, others);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(TITLE + title);
    spl.lines().forEach(lines::add);
    for (Section section : sections) {
      lines.add(SECTION + section.kind().label());
      lines.addAll(formatted(section));
    }
    return lines;
  }

  private static List<String> formatted(Section section) {
    boolean grid = section.kind().isRows() && !section.lines().isEmpty();
    return grid ? Grid.parse(section.lines()).lines() : section.lines();
  }
}
