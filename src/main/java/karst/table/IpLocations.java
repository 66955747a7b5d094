package karst.table;

import org.jspecify.annotations.Nullable;

/** Where IP addresses are; asked from any thread. */
public interface IpLocations {
  /**
   * Returns where an address is, or null when nothing is known of it.
   *
   * @param address as text; what is no address is nowhere
   * @param language of names, such as {@code en}
   */
  @Nullable Location locate(String address, String language);

  /** A place; what is not known of it is null. */
  record Location(
      @Nullable String city,
      @Nullable String country,
      @Nullable String region,
      @Nullable String latitude,
      @Nullable String longitude,
      @Nullable String continent,
      @Nullable String metroCode,
      @Nullable String timeZone) {}
}
