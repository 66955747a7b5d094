package karst.source;

import java.util.List;

/**
 * Where a piece of expanded text comes from.
 *
 * @param location the place in the user's query: for expanded text, the macro call
 * @param frames the macro bodies on the way from the call to the text, outermost first; empty for
 *     text that the user wrote in the query itself
 */
public record Origin(Location location, List<Frame> frames) {
  public Origin {
    frames = List.copyOf(frames);
  }

  /**
   * A macro body in an expansion.
   *
   * @param macro the macro's name, with its arity when it has arguments: {@code ctime(1)}
   * @param location the place in the macro's definition
   */
  public record Frame(String macro, Location location) {}
}
