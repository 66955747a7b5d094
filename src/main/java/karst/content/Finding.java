package karst.content;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karst.Row;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A row that a detection found, and what it means.
 *
 * @param detection who found it
 * @param fields the row's fields that have a value: a {@link Double}, a {@link String} or a list of
 *     these, in the order of the columns
 */
public record Finding(Detection detection, Map<String, Object> fields) {
  private static final List<String> FIRST = List.of("firstTime", "earliest", "_time");
  private static final List<String> LAST = List.of("lastTime", "latest", "_time");

  public Finding {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * Whom or what a finding is about.
   *
   * @param object the field with its role
   * @param values what the row has in it
   */
  public record Entity(RiskObject object, List<String> values) {
    public Entity {
      values = List.copyOf(values);
    }
  }

  /** Returns a row as a finding. */
  static Finding of(Detection detection, Row row) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < row.columns().size(); i++) {
      Object value = row.value(i);
      if (value != null) {
        fields.put(row.columns().column(i).name(), value);
      }
    }
    return new Finding(detection, fields);
  }

  /** Returns the values of a field as texts; none where it has none. */
  public List<String> texts(String field) {
    Object value = fields.get(field);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Finding::text).toList();
    }
    return List.of(text(value));
  }

  private static String text(Object value) {
    return value instanceof Double number ? Numbers.format(number) : value.toString();
  }

  /** Returns when it began, as ISO text where the row has a time; else empty. */
  public String first() {
    return time(FIRST);
  }

  /** Returns when it ended, as ISO text where the row has a time; else empty. */
  public String last() {
    return time(LAST);
  }

  private String time(List<String> candidates) {
    for (String field : candidates) {
      Object value = fields.get(field);
      if (value instanceof Double seconds && Double.isFinite(seconds)) {
        return Instant.ofEpochMilli(Math.round(seconds * 1000)).toString();
      }
      if (value != null) {
        return String.join(", ", texts(field));
      }
    }
    return "";
  }

  /**
   * Returns when it ended, in seconds since the epoch, or null. A text without a zone is in UTC.
   */
  @Nullable Double lastSeconds() {
    for (String field : LAST) {
      Object value = fields.get(field);
      if (value instanceof Double seconds && Double.isFinite(seconds)) {
        return seconds;
      }
      if (value instanceof String text) {
        return seconds(text);
      }
    }
    return null;
  }

  private static @Nullable Double seconds(String text) {
    if (Numbers.isNumber(text)) {
      return Numbers.parse(text);
    }
    try {
      return (double)
          LocalDateTime.parse(text.replaceFirst("Z$", "")).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeParseException anotherFormat) {
      return null;
    }
  }

  /** Returns whom or what it is about: the detection's objects that the row has a value for. */
  public List<Entity> entities() {
    List<Entity> entities = new ArrayList<>();
    for (RiskObject object : detection.risk().objects()) {
      List<String> values = texts(object.field());
      if (!values.isEmpty()) {
        entities.add(new Entity(object, values));
      }
    }
    return entities;
  }

  /** Returns the risk message with the row's values in it. */
  public String message() {
    return RiskMessage.fill(detection.risk().message(), this::texts);
  }
}
