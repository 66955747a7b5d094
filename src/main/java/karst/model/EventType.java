package karst.model;

import java.util.List;

/**
 * A kind of raw events (spl-semantics §2.4).
 *
 * @param name the value of {@code eventtype} that means it
 * @param search the condition on events, in search language
 * @param tags the values of {@code tag} that mean it too, in lower case
 */
public record EventType(String name, String search, List<String> tags) {
  public EventType {
    tags = List.copyOf(tags);
  }
}
