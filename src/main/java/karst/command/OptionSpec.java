package karst.command;

import java.util.List;

/**
 * A declared option of a command.
 *
 * @param name in lower case; option names are case-insensitive
 * @param type what a value may be
 * @param choices the values of an {@link Type#ENUM}; empty otherwise
 * @param defaultText the default as the reference shows it; empty for none
 * @param summary one line for the reference, without a final stop
 * @param hasEffect false for an option that a Splunk server needs and that means nothing here; it
 *     is accepted, and explain says so
 */
public record OptionSpec(
    String name,
    Type type,
    List<String> choices,
    String defaultText,
    String summary,
    boolean hasEffect) {
  public OptionSpec {
    choices = List.copyOf(choices);
  }

  /** What a value may be. */
  public enum Type {
    /** {@code t}, {@code true}, {@code 1}, {@code f}, {@code false}, {@code 0}, in any case. */
    BOOLEAN("a boolean (true or false)"),
    /** A whole number. */
    INTEGER("a whole number"),
    /** Any number. */
    NUMBER("a number"),
    /** Any text. */
    TEXT("a text"),
    /** A time span such as {@code 1h}. */
    SPAN("a time span such as 1h"),
    /** A field. */
    FIELD("a field"),
    /** One of a few words. */
    ENUM("one of a few words");

    private final String description;

    Type(String description) {
      this.description = description;
    }

    /** Returns the type in words. */
    public String description() {
      return description;
    }
  }
}
