package karst.table.event;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * A part of a stream that is looked at: it grows at its end up to a limit, and is consumed from its
 * start. Positions count from the start.
 */
final class ByteWindow {
  private static final int BLOCK = 1 << 16;

  private final InputStream in;
  private final int limit;
  private byte[] buffer = new byte[BLOCK];
  private int start;
  private int end;
  private long line = 1;
  private boolean ended;
  private boolean broken;

  /** Creates a window that holds at most a number of bytes. */
  ByteWindow(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Returns the number of bytes in the window. */
  int size() {
    return end - start;
  }

  /** Returns the line of the file on which the window starts, from 1. */
  long line() {
    return line;
  }

  byte at(int position) {
    return buffer[start + position];
  }

  /** Returns whether the window holds as much as it may. */
  boolean isFull() {
    return size() >= limit;
  }

  /** Returns whether the compressed data turned out to be cut off or damaged. */
  boolean isBroken() {
    return broken;
  }

  /** Reads more; returns false at the end of the stream or when the window is full. */
  boolean grow() throws IOException {
    if (ended || isFull()) {
      return false;
    }
    if (end == buffer.length) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, size());
        end -= start;
        start = 0;
      }
      if (end > buffer.length / 2) {
        buffer = Arrays.copyOf(buffer, Math.min(limit + BLOCK, buffer.length * 2));
      }
    }
    int read = read();
    ended = read < 0;
    end += Math.max(0, read);
    return !ended;
  }

  /** Data that end too early are an end like any other, but known to be one. */
  private int read() throws IOException {
    try {
      return in.read(buffer, end, buffer.length - end);
    } catch (EOFException | ZipException cut) {
      broken = true;
      return -1;
    }
  }

  /** Returns the first bytes as a record; valid until the window grows. */
  EventRecord record(int from, int to) {
    long at = line;
    for (int i = start; i < start + from; i++) {
      at += buffer[i] == '\n' ? 1 : 0;
    }
    return new EventRecord(buffer, start + from, start + to, at);
  }

  /** Moves the start forward. */
  void consume(int count) {
    for (int i = start; i < start + count; i++) {
      line += buffer[i] == '\n' ? 1 : 0;
    }
    start += count;
    if (start == end) {
      start = 0;
      end = 0;
    }
  }

  /** Returns where a byte first occurs at or after a position, or -1. */
  int indexOf(int wanted, int from) {
    for (int i = start + from; i < end; i++) {
      if (buffer[i] == wanted) {
        return i - start;
      }
    }
    return -1;
  }

  /** Returns where some bytes first occur at or after a position, or -1. */
  int indexOf(byte[] wanted, int from) {
    int last = end - wanted.length;
    for (int i = start + from; i <= last; i++) {
      if (buffer[i] == wanted[0]
          && Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i - start;
      }
    }
    return -1;
  }
}
