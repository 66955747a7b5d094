package karst.source;

import java.util.ArrayList;
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

  /**
   * A macro call: leads from a place in a macro's definition to that place in this call of it.
   *
   * @param macro the macro's name, with its arity when it has arguments
   * @param origin where the call stands
   */
  public record Call(String macro, Origin origin) {
    /** Returns the origin of text that stands at a place of the called macro's definition. */
    public Origin at(Location place) {
      List<Frame> frames = new ArrayList<>(origin.frames);
      frames.add(new Frame(macro, place));
      return new Origin(origin.location, frames);
    }
  }

  /**
   * Returns the smallest origin that holds both this one and a later one: a span of one macro body
   * when both stand in it, else the span from call to call in the text around.
   */
  public Origin to(Origin end) {
    if (!location.equals(end.location) || frames.isEmpty() || end.frames.isEmpty()) {
      return location.source() == end.location.source()
          ? new Origin(to(location, end.location), List.of())
          : this;
    }
    // Both come from one call in the query: go down as long as they come from one call there too.
    int shared = Math.min(frames.size(), end.frames.size());
    int depth = 0;
    while (depth < shared - 1 && frames.get(depth).equals(end.frames.get(depth))) {
      depth++;
    }
    List<Frame> common = new ArrayList<>(frames.subList(0, depth));
    Frame from = frames.get(depth);
    Frame to = end.frames.get(depth);
    if (from.macro().equals(to.macro()) && from.location().source() == to.location().source()) {
      common.add(new Frame(from.macro(), to(from.location(), to.location())));
    }
    return new Origin(location, common);
  }

  private static Location to(Location from, Location to) {
    return new Location(from.source(), from.span().to(to.span()));
  }
}
