package karst.table;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.type.IpAddress;
import karst.type.Numbers;
import org.jspecify.annotations.Nullable;

/** Locations out of a file in MaxMind's format (.mmdb), such as a GeoLite2 City database. */
public final class MaxMindLocations implements IpLocations {
  private final Reader reader;

  private MaxMindLocations(Reader reader) {
    this.reader = reader;
  }

  /**
   * Opens a file.
   *
   * @throws karst.source.SplException if it cannot be read or has another format
   */
  public static MaxMindLocations open(Path file) {
    try {
      return new MaxMindLocations(
          new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED, new CHMCache()));
    } catch (IOException e) {
      throw Diagnostic.error(
              DiagnosticCode.UNREADABLE_FILE,
              "the database of locations " + file + " cannot be read: " + e.getMessage())
          .toException();
    }
  }

  @Override
  public @Nullable Location locate(String address, String language) {
    if (IpAddress.parse(address) == null) {
      // Only what is an address already: a name would be looked up in the network.
      return null;
    }
    try {
      Object found = reader.get(InetAddress.getByName(address), Map.class);
      return found instanceof Map<?, ?> entry ? location(entry, language) : null;
    } catch (IOException e) {
      throw Diagnostic.error(
              DiagnosticCode.MALFORMED_DATA,
              "the database of locations is broken: " + e.getMessage())
          .toException();
    }
  }

  private static Location location(Map<?, ?> entry, String language) {
    Map<?, ?> place = map(entry.get("location"));
    Object regions = entry.get("subdivisions");
    Object region = regions instanceof List<?> list && !list.isEmpty() ? list.get(0) : null;
    return new Location(
        name(entry.get("city"), language),
        name(entry.get("country"), language),
        name(region, language),
        text(place.get("latitude")),
        text(place.get("longitude")),
        name(entry.get("continent"), language),
        text(place.get("metro_code")),
        text(place.get("time_zone")));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static @Nullable String name(@Nullable Object place, String language) {
    Map<?, ?> names = map(map(place).get("names"));
    Object name = names.get(language);
    return text(name == null ? names.get("en") : name);
  }

  private static @Nullable String text(@Nullable Object value) {
    if (value instanceof Number number) {
      return Numbers.format(number.doubleValue());
    }
    return value == null ? null : value.toString();
  }
}
