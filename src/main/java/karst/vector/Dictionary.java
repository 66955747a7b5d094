package karst.vector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Distinct texts with codes from 0 up, in order of first appearance.
 *
 * <p>A dictionary may grow while vectors that refer to it are in use: codes never change and their
 * texts neither, so a reader sees a consistent prefix. Growing is for one thread; whoever hands a
 * vector to another thread does so through a happens-before edge (a queue, a future).
 *
 * <p>One that is complete can be {@link #seal sealed}: it then takes no more memory than its texts,
 * and what is found out about them is kept for everybody who asks again.
 */
public final class Dictionary {
  /** As large as an array may be in any JVM. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - 16;

  private byte[] bytes = new byte[256];
  private int[] offsets = new int[17];

  /** Of each slot, the hash of its text above its code plus 1; 0 is free. */
  private long[] table = new long[32];

  private int size;
  private @Nullable DictionaryFacts facts;

  /** Returns the number of distinct texts so far. */
  public int size() {
    return size;
  }

  /** Returns the text of a code. */
  public String text(int code) {
    return values().textAt(code);
  }

  /** Returns a view of the texts so far, row = code. */
  public StringVector values() {
    return new StringVector(bytes, offsets, null, size);
  }

  /** Returns about how many bytes of memory the dictionary takes. */
  public long memory() {
    DictionaryFacts known = facts;
    return bytes.length
        + 4L * offsets.length
        + 8L * table.length
        + (known == null ? 0 : known.memory());
  }

  /** Ends growing: from now on no text may be interned. */
  public void seal() {
    bytes = Arrays.copyOf(bytes, offsets[size]);
    offsets = Arrays.copyOf(offsets, size + 1);
    table = new long[0];
    facts = new DictionaryFacts(values());
  }

  /** Returns what is known of the texts of a sealed dictionary; null while it may grow. */
  public @Nullable DictionaryFacts facts() {
    return facts;
  }

  /**
   * Returns the code of a text, a new one for a text not seen before.
   *
   * @throws IllegalStateException if the dictionary is sealed
   */
  public int intern(byte[] from, int start, int length) {
    return intern(from, start, length, hash(from, start, length));
  }

  /**
   * Interns the texts of another dictionary; returns for each of its codes the one here.
   *
   * @throws IllegalStateException if this dictionary is sealed
   */
  public int[] internAll(Dictionary other) {
    int[] hashes = other.hashes();
    int[] codes = new int[other.size];
    for (int code = 0; code < codes.length; code++) {
      int start = other.offsets[code];
      codes[code] = intern(other.bytes, start, other.offsets[code + 1] - start, hashes[code]);
    }
    return codes;
  }

  private int[] hashes() {
    int[] hashes = new int[size];
    if (facts != null) {
      // A sealed dictionary has no table any more.
      for (int code = 0; code < size; code++) {
        hashes[code] = hash(bytes, offsets[code], offsets[code + 1] - offsets[code]);
      }
      return hashes;
    }
    for (long entry : table) {
      if (entry != 0) {
        hashes[code(entry)] = (int) (entry >>> Integer.SIZE);
      }
    }
    return hashes;
  }

  private int intern(byte[] from, int start, int length, int hash) {
    if (facts != null) {
      throw new IllegalStateException("the dictionary is sealed");
    }
    int mask = table.length - 1;
    int slot = hash & mask;
    for (long entry = table[slot]; entry != 0; entry = table[slot]) {
      if ((int) (entry >>> Integer.SIZE) == hash) {
        int code = code(entry);
        int at = offsets[code];
        if (offsets[code + 1] - at == length
            && Arrays.equals(bytes, at, at + length, from, start, start + length)) {
          return code;
        }
      }
      slot = (slot + 1) & mask;
    }
    return insert(slot, hash, from, start, length);
  }

  private static int code(long entry) {
    return (int) entry - 1;
  }

  private int insert(int slot, int hash, byte[] from, int start, int length) {
    int at = offsets[size];
    int end = Math.addExact(at, length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(end, Math.min(MOST_BYTES, bytes.length * 2L)));
    }
    if (size + 2 > offsets.length) {
      offsets = Arrays.copyOf(offsets, offsets.length * 2);
    }
    System.arraycopy(from, start, bytes, at, length);
    offsets[size + 1] = end;
    int code = size++;
    table[slot] = (long) hash << Integer.SIZE | size;
    if (size * 2 > table.length) {
      rehash();
    }
    return code;
  }

  private void rehash() {
    long[] larger = new long[table.length * 2];
    int mask = larger.length - 1;
    for (long entry : table) {
      if (entry != 0) {
        int slot = (int) (entry >>> Integer.SIZE) & mask;
        while (larger[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        larger[slot] = entry;
      }
    }
    table = larger;
  }

  /** A 32-bit hash of bytes, well spread in its low bits. */
  private static int hash(byte[] bytes, int start, int length) {
    long hash = 0x9E3779B97F4A7C15L ^ length;
    int end = start + length;
    int i = start;
    // Four words at a time: only one multiplication of them waits for the one before.
    for (; i + 32 <= end; i += 32) {
      long a = Bytes.longAt(bytes, i) * 0x9E3779B97F4A7C15L;
      long b = Bytes.longAt(bytes, i + 8) * 0xC2B2AE3D27D4EB4FL;
      long c = Bytes.longAt(bytes, i + 16) * 0x165667B19E3779F9L;
      long d = Bytes.longAt(bytes, i + 24) * 0x27D4EB2F165667C5L;
      hash = (hash ^ a ^ (b >>> 29) ^ b ^ c ^ (c >>> 31) ^ (d >>> 27) ^ d) * 0xD6E8FEB86659FD93L;
      hash ^= hash >>> 32;
    }
    for (; i + 8 <= end; i += 8) {
      hash = (hash ^ Bytes.longAt(bytes, i)) * 0xD6E8FEB86659FD93L;
      hash ^= hash >>> 32;
    }
    long tail = 0;
    for (; i < end; i++) {
      tail = (tail << 8) | (bytes[i] & 0xFF);
    }
    hash = (hash ^ tail) * 0xD6E8FEB86659FD93L;
    hash ^= hash >>> 32;
    return (int) (hash ^ (hash >>> 16));
  }
}
