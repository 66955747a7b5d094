package karst.export;

import java.time.ZoneId;
import java.util.Optional;

/**
 * What an export goes by.
 *
 * @param dialect what the SQL is for
 * @param now what the search takes for now, in seconds since the epoch
 * @param zone the user's time zone
 * @param ordinal a column of every table that tells the order of its rows
 */
public record ExportRequest(Dialect dialect, double now, ZoneId zone, Optional<String> ordinal) {}
