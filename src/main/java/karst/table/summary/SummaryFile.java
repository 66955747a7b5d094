package karst.table.summary;

import org.jspecify.annotations.Nullable;

/**
 * A file of a summary.
 *
 * @param name its name within the folder
 * @param rows the number of rows
 * @param bytes its size
 * @param earliest the smallest {@code _time} in it; null if there is none
 * @param latest the greatest {@code _time} in it; null if there is none
 */
public record SummaryFile(
    String name, long rows, long bytes, @Nullable Double earliest, @Nullable Double latest) {}
