package karst.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A place in JSON as spath writes it: {@code a.b{0}.c}, with {@code {n}} for the element at an
 * index from 0, and {@code {}} for all elements (spl-semantics §6.1 spath).
 */
public final class JsonPath {
  private final List<Step> steps;

  private JsonPath(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  private sealed interface Step {
    record Key(String name) implements Step {}

    record Index(int index) implements Step {}

    record All() implements Step {}
  }

  /**
   * Reads a path.
   *
   * @throws InvalidSyntaxException if braces hold anything but an index
   */
  public static JsonPath parse(String path) {
    List<Step> steps = new ArrayList<>();
    int at = 0;
    while (at < path.length()) {
      if (path.charAt(at) == '{') {
        int close = path.indexOf('}', at);
        if (close < 0) {
          throw new InvalidSyntaxException("a closing brace is missing", at);
        }
        steps.add(element(path.substring(at + 1, close), at + 1));
        at = close + 1;
      } else {
        at += path.charAt(at) == '.' ? 1 : 0;
        int end = at;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '{') {
          end++;
        }
        if (end > at) {
          steps.add(new Step.Key(path.substring(at, end)));
        }
        at = end;
      }
    }
    return new JsonPath(steps);
  }

  /** Returns the path that is one key, whatever characters it has. */
  public static JsonPath key(String name) {
    return new JsonPath(List.of(new Step.Key(name)));
  }

  private static Step element(String index, int at) {
    if (index.isEmpty()) {
      return new Step.All();
    }
    if (!index.matches("[0-9]{1,9}")) {
      throw new InvalidSyntaxException("`" + index + "` is no index of an array", at);
    }
    return new Step.Index(Integer.parseInt(index));
  }

  /** Returns whether the path may lead to several values. */
  public boolean isMany() {
    return steps.stream().anyMatch(Step.All.class::isInstance);
  }

  /** Returns the values at the path: none, one, or several. */
  public List<JsonValue> find(JsonValue root) {
    List<JsonValue> found = new ArrayList<>();
    find(root, 0, found);
    return found;
  }

  private void find(JsonValue value, int step, List<JsonValue> found) {
    if (step == steps.size()) {
      found.add(value);
      return;
    }
    Step next = steps.get(step);
    if (next instanceof Step.Key key && value instanceof JsonValue.Members object) {
      JsonValue member = object.members().get(key.name());
      if (member != null) {
        find(member, step + 1, found);
      }
    } else if (next instanceof Step.Index index && value instanceof JsonValue.Array array) {
      if (index.index() < array.elements().size()) {
        find(array.elements().get(index.index()), step + 1, found);
      }
    } else if (next instanceof Step.All && value instanceof JsonValue.Array array) {
      for (JsonValue element : array.elements()) {
        find(element, step + 1, found);
      }
    }
  }

  /**
   * Returns a value in which what is at the path is changed. A member that an object lacks at the
   * path's end is changed as null; what is not there otherwise stays so.
   *
   * @param change answers null to remove a member or an element
   */
  public @Nullable JsonValue change(JsonValue root, UnaryOperator<@Nullable JsonValue> change) {
    return change(root, 0, change);
  }

  private @Nullable JsonValue change(
      @Nullable JsonValue value, int step, UnaryOperator<@Nullable JsonValue> change) {
    if (step == steps.size()) {
      return change.apply(value);
    }
    Step next = steps.get(step);
    if (next instanceof Step.Key key && value instanceof JsonValue.Members object) {
      Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
      if (members.containsKey(key.name()) || step == steps.size() - 1) {
        JsonValue changed = change(members.get(key.name()), step + 1, change);
        if (changed == null) {
          members.remove(key.name());
        } else {
          members.put(key.name(), changed);
        }
      }
      return new JsonValue.Members(members);
    }
    if (!(next instanceof Step.Key) && value instanceof JsonValue.Array array) {
      List<JsonValue> elements = new ArrayList<>();
      for (int i = 0; i < array.elements().size(); i++) {
        JsonValue element = array.elements().get(i);
        boolean meant = !(next instanceof Step.Index index) || index.index() == i;
        JsonValue changed = meant ? change(element, step + 1, change) : element;
        if (changed != null) {
          elements.add(changed);
        }
      }
      return new JsonValue.Array(elements);
    }
    return value;
  }
}
