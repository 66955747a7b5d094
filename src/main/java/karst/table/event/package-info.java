/**
 * Raw events: log files as agents and Windows write them, read into fields on demand.
 *
 * <p>A file is opened ({@link karst.table.event.EventFile}), its form is told by its first bytes,
 * cut into records, and each record parsed into {@link karst.table.event.EventFields}. A segment
 * holds some thousand events by fields; a table of events hands out the columns that a search
 * names.
 */
@NullMarked
package karst.table.event;

import org.jspecify.annotations.NullMarked;
