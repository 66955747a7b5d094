package karst.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** The rows of each code, to the last one. */
class PostingsTest {
  private static final int[] CODES = {1, 0, -1, 1, 0, 1, 2};

  private final Postings postings = Postings.of(NarrowCodes.of(CODES, CODES.length, 3), 3);

  @Test
  void theRowsOfCodesAreInOrder() {
    assertArrayEquals(new int[] {1, 4}, postings.rows(new int[] {0}));
    assertArrayEquals(new int[] {0, 2, 3, 5, 6}, postings.rows(new int[] {2, -1, 1}));
    assertArrayEquals(new int[0], postings.rows(new int[0]));
  }

  @Test
  void eachRowOfACodeIsCountedAndMarked() {
    for (int code = -1; code < 3; code++) {
      BitSet found = new BitSet();
      postings.mark(code, found);
      int[] rows = postings.rows(new int[] {code});
      assertEquals(rows.length, postings.count(code));
      assertArrayEquals(rows, found.stream().toArray());
    }
  }
}
