package karst.table.event;

import org.jspecify.annotations.Nullable;

/**
 * Where events come from and what is said of them; a null leaves a field to what the events
 * themselves tell.
 *
 * @param path a file, a folder (its files, those of folders within included), or a pattern such as
 *     {@code logs/*.jsonl.gz}
 * @param host the value of {@code host}
 * @param source the value of {@code source}
 * @param sourcetype the value of {@code sourcetype}
 * @param index the value of {@code index}
 */
public record EventInput(
    String path,
    @Nullable String host,
    @Nullable String source,
    @Nullable String sourcetype,
    @Nullable String index) {
  /** Returns the input of a path of which nothing is said. */
  public static EventInput of(String path) {
    return new EventInput(path, null, null, null, null);
  }

  /** Returns this input with another host. */
  public EventInput withHost(String value) {
    return new EventInput(path, value, source, sourcetype, index);
  }

  /** Returns this input with another source. */
  public EventInput withSource(String value) {
    return new EventInput(path, host, value, sourcetype, index);
  }

  /** Returns this input with another sourcetype. */
  public EventInput withSourcetype(String value) {
    return new EventInput(path, host, source, value, index);
  }

  /** Returns this input with another index. */
  public EventInput withIndex(String value) {
    return new EventInput(path, host, source, sourcetype, value);
  }
}
