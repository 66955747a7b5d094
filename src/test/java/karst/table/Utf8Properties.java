package karst.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Utf8Properties {
  @Property(tries = 2000)
  void validIsWhatTheStrictDecoderTakes(@ForAll("pieces") List<Integer> values) {
    byte[] bytes = bytes(values);
    boolean valid = true;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException malformed) {
      valid = false;
    }
    assertEquals(valid, Utf8.isValid(bytes, 0, bytes.length));
    byte[] mended = Utf8.mend(bytes, 0, bytes.length);
    assertTrue(Utf8.isValid(mended, 0, mended.length));
    if (valid) {
      assertArrayEquals(bytes, mended);
    }
  }

  @Property(tries = 500)
  void countingByWordsIsCounting(@ForAll("pieces") List<Integer> values) {
    byte[] bytes = bytes(values);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + Swar.PADDING);
    Arrays.fill(padded, bytes.length, padded.length, (byte) 'a');
    for (int start = 0; start <= bytes.length; start++) {
      int expected = 0;
      for (int at = start; at < bytes.length; at++) {
        expected += bytes[at] == 'a' ? 1 : 0;
      }
      assertEquals(expected, Swar.count(padded, start, bytes.length, Swar.repeat('a')));
    }
  }

  @Provide
  Arbitrary<List<Integer>> pieces() {
    return Arbitraries.of(
            'a' + 0, 'b' + 0, '`' + 0, 0, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2,
            0xDF, 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF, 0xE1)
        .list()
        .ofMaxSize(20);
  }

  private static byte[] bytes(List<Integer> values) {
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = values.get(i).byteValue();
    }
    return bytes;
  }
}
