package karst.table.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import karst.table.InputFiles;
import karst.table.ScanContext;
import karst.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * The events of some files.
 *
 * <p>The first search reads all of them into memory if they fit into a share of it, so that further
 * searches need not read the files again; larger ones are read by each search anew. Threads may
 * share a set.
 */
public final class EventSet {
  /** Events that take a larger share of the memory than one part of so many are not kept. */
  private static final int SHARE = 4;

  private static final InputFiles FILES = new InputFiles("events", file -> true);

  private final List<EventReader.Target> targets;
  private final boolean strict;
  private final long limit;
  private @Nullable List<EventSegment> resident;
  private @Nullable EventFaults faults;
  private boolean tooLarge;

  private EventSet(List<EventReader.Target> targets, boolean strict, long limit) {
    this.targets = List.copyOf(targets);
    this.strict = strict;
    this.limit = limit;
  }

  /** Returns a set without events, over which searches compile. */
  public static EventSet none() {
    return new EventSet(List.of(), false, Long.MAX_VALUE);
  }

  /**
   * Finds the files of some inputs.
   *
   * @param strict whether a bad record ends a search; otherwise it is left out with a warning
   * @param maxMemory the memory that a search may take, in bytes; events that take more than a
   *     quarter of it are not kept
   * @throws karst.source.SplException if an input has no files
   */
  public static EventSet open(List<EventInput> inputs, boolean strict, long maxMemory) {
    List<EventReader.Target> targets = new ArrayList<>();
    for (EventInput input : inputs) {
      files(input).forEach(path -> targets.add(new EventReader.Target(path, input)));
    }
    return new EventSet(targets, strict, maxMemory / SHARE);
  }

  /**
   * Returns the files of an input, in order.
   *
   * @throws karst.source.SplException if it has no files
   */
  public static List<Path> files(EventInput input) {
    return FILES.of(input.path());
  }

  /**
   * Returns the events as a table with some of their fields as columns, beside those that every
   * event has. A field that no event has is null.
   */
  public Table table(List<String> fields) {
    return new EventTable(this, fields);
  }

  /**
   * Returns whether the events are kept in memory; reads them if nobody has yet.
   *
   * @throws karst.source.SplException if a file cannot be read
   */
  public boolean isResident(ScanContext context) {
    return load(context) != null;
  }

  /** Starts a reading; the fields that are not wanted may be absent in the segments. */
  EventSegments segments(Set<String> wanted, ScanContext context) {
    List<EventSegment> loaded = load(context);
    if (loaded == null) {
      return new Passing(wanted.contains(EventTable.FIELD_NAMES) ? null : wanted, context);
    }
    EventFaults found = faults;
    if (found != null) {
      found.report(context::report);
    }
    return new Kept(loaded.iterator());
  }

  private synchronized @Nullable List<EventSegment> load(ScanContext context) {
    if (resident != null || tooLarge) {
      return resident;
    }
    List<EventSegment> loaded = new ArrayList<>();
    EventFaults found = new EventFaults(strict);
    SegmentBuilder builder = SegmentBuilder.resident();
    EventFields fields = new EventFields();
    long bytes = 0;
    try (EventReader reader = new EventReader(targets, found)) {
      boolean more = true;
      while (more) {
        more = reader.next(fields);
        if (more) {
          builder.add(fields);
        }
        if (builder.isFull() || (!more && builder.size() > 0)) {
          context.checkpoint();
          EventSegment segment = builder.build();
          loaded.add(segment);
          bytes += segment.bytes();
          if (bytes + builder.dictionaryBytes() > limit) {
            tooLarge = true;
            return null;
          }
        }
      }
    }
    resident = loaded;
    faults = found;
    return loaded;
  }

  /** Segments in memory. */
  private record Kept(Iterator<EventSegment> segments) implements EventSegments {
    @Override
    public @Nullable EventSegment next() {
      return segments.hasNext() ? segments.next() : null;
    }

    @Override
    public void close() {}
  }

  /** Segments that are read from the files and forgotten. */
  private final class Passing implements EventSegments {
    private final EventFaults found = new EventFaults(strict);
    private final EventReader reader = new EventReader(targets, found);
    private final EventFields fields = new EventFields();
    private final SegmentBuilder builder;
    private final ScanContext context;
    private boolean closed;

    Passing(@Nullable Set<String> wanted, ScanContext context) {
      this.builder = SegmentBuilder.passing(wanted == null ? null : new HashSet<>(wanted));
      this.context = context;
    }

    @Override
    public @Nullable EventSegment next() {
      context.checkpoint();
      while (!closed && !builder.isFull() && reader.next(fields)) {
        builder.add(fields);
      }
      if (closed || builder.size() == 0) {
        return null;
      }
      return builder.build();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        reader.close();
        found.report(context::report);
      }
    }
  }
}
