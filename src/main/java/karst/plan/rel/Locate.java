package karst.plan.rel;

import java.util.List;
import java.util.Map;
import karst.table.IpLocations;

/**
 * The places of IP addresses as further columns: city, country, region, latitude, longitude and
 * perhaps continent, metro code, time zone, in this order.
 *
 * @param column the addresses
 * @param count how many columns are added
 * @param language of names
 * @param locations the places
 */
public record Locate(int column, int count, String language, IpLocations locations)
    implements Transformation {
  @Override
  public Map<String, Object> terms(List<String> fields) {
    return Map.of("column", fields.get(column));
  }
}
