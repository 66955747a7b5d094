package karst.type;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The values of a JSON text that hold no others, each with its path: {@code a.b}, {@code a{}} for
 * the elements of an array, {@code a{}.b} (spl-semantics §6.1 spath).
 */
public final class JsonLeaves {
  private record Leaf(String path, String value) {}

  private JsonLeaves() {}

  /**
   * Hands out path and value of each leaf, in order. A text that is no JSON has none.
   *
   * @param cutOff whether the text may break off; then the leaves before its end count
   */
  public static void read(String text, boolean cutOff, BiConsumer<String, String> out) {
    List<Leaf> leaves = new ArrayList<>();
    boolean complete = read(text, leaves);
    if (complete || cutOff) {
      leaves.forEach(leaf -> out.accept(leaf.path(), leaf.value()));
    }
  }

  private static boolean read(String text, List<Leaf> leaves) {
    Deque<String> prefixes = new ArrayDeque<>();
    prefixes.push("");
    try (JsonParser parser = JsonReader.FACTORY.createParser(text)) {
      String name = null;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case FIELD_NAME -> name = parser.currentName();
          case START_OBJECT -> {
            prefixes.push(path(prefixes.getFirst(), name));
            name = null;
          }
          case START_ARRAY -> {
            prefixes.push(path(prefixes.getFirst(), name) + "{}");
            name = null;
          }
          case END_OBJECT, END_ARRAY -> prefixes.pop();
          default -> {
            if (prefixes.size() > 1) {
              leaves.add(new Leaf(path(prefixes.getFirst(), name), parser.getText()));
            }
            name = null;
          }
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String path(String prefix, @Nullable String name) {
    if (name == null) {
      return prefix;
    }
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}
