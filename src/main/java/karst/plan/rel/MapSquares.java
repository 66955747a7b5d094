package karst.plan.rel;

import java.util.List;
import java.util.Map;

/**
 * Makes a row of each row and zoom level, and adds a column with the square that it is in; rows
 * that are on no map drop out.
 *
 * @param latitude the column with the latitude
 * @param longitude the column with the longitude
 * @param height of a square at level 0, in degrees
 * @param width of a square at level 0, in degrees
 * @param levels how many levels there are
 */
public record MapSquares(int latitude, int longitude, double height, double width, int levels)
    implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of(
        "at", List.of(fields.get(latitude), fields.get(longitude)),
        "size", List.of(height, width),
        "levels", levels);
  }
}
