package karst.table;

import static karst.table.TestTables.allColumns;
import static karst.table.TestTables.rows;
import static karst.table.TestTables.utf8;
import static karst.table.TestTables.where;
import static karst.table.TestTables.withFile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import karst.source.Diagnostic;
import karst.source.SplException;
import karst.type.CaseFolding;
import karst.type.WildcardPattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class RawFilterProperties {
  /** Any bytes, well formed or not, in which the words sometimes stand whole. */
  @Property(tries = 2000)
  void aRawFilterLosesNoRow(
      @ForAll("noise") String noise,
      @ForAll("words") List<String> words,
      @ForAll @IntRange(min = 1, max = 200) int blockBytes,
      @ForAll @IntRange(min = 1, max = 5) int batchSize,
      @ForAll boolean parallel) {
    check(noise, words, blockBytes, batchSize, parallel);
  }

  /** Blocks of several windows, with needles and quotes at any place of them. */
  @Property(tries = 300)
  void aRawFilterLosesNoRowOfALargeBlock(
      @ForAll("sparseNoise") String noise,
      @ForAll("words") List<String> words,
      @ForAll @IntRange(min = 2 * Words.WINDOW, max = 5 * Words.WINDOW) int blockBytes,
      @ForAll boolean parallel) {
    check(noise, words, blockBytes, 7, parallel);
  }

  private static void check(
      String noise, List<String> words, int blockBytes, int batchSize, boolean parallel) {
    Predicate<@Nullable Object> holdsWord =
        value -> value != null && words.stream().anyMatch(word -> holds(value.toString(), word));
    ScanFilter plain = where(0, holdsWord);
    withFile(
        utf8("a,b\n" + noise),
        file -> {
          CsvOptions options = CsvOptions.defaults().withBlockBytes(blockBytes);
          Table table = CsvTable.open("t", file, options);
          ScanSettings settings =
              ScanSettings.defaults().withBatchSize(batchSize).withThreads(parallel ? 3 : 1);
          assertEquals(
              outcome(table, plain, settings), outcome(table, requiring(plain, words), settings));
        });
  }

  /** Rows before the fault, or all of them, and what kind of fault it is. */
  private static List<Object> outcome(Table table, ScanFilter filter, ScanSettings settings) {
    try {
      return List.of(rows(table, new ScanRequest(allColumns(table), filter), settings));
    } catch (SplException fault) {
      return List.of(String.valueOf(fault.getMessage()).replaceAll("(?s)\\n.*", ""));
    }
  }

  private static boolean holds(String text, String word) {
    return WildcardPattern.compile("*" + word + "*", false).matches(text);
  }

  static ScanFilter requiring(ScanFilter filter, List<String> words) {
    return new ScanFilter() {
      @Override
      public List<Integer> columns() {
        return filter.columns();
      }

      @Override
      public List<RequiredText> required() {
        return List.of(new RequiredText(words));
      }

      @Override
      public RowPredicate open() {
        return filter.open();
      }
    };
  }

  @Example
  void aFaultNamesTheRightLineThoughOthersWerePassedOver() {
    String content = "a,b\nx,1\n\"y\nz\",2\nneedle,3,4\nx,5\n".replace("x", "x".repeat(40));
    withFile(
        utf8(content),
        file -> {
          List<Diagnostic> found = new ArrayList<>();
          Table table = CsvTable.open("t", file, CsvOptions.defaults().withBlockBytes(50));
          ScanFilter filter = requiring(where(0, "needle"::equals), List.of("needle"));
          ScanRequest request = new ScanRequest(List.of(1), filter);
          assertEquals(
              List.of(List.of("3")),
              rows(table, request, ScanSettings.defaults().onReport(found::add)));
          assertEquals(1, found.size());
          assertEquals(
              "1 row of `" + file + "` has too many cells, the extra ones are ignored (line 5)",
              found.get(0).message());
        });
  }

  @Example
  void lettersThatMatchOthersBeyondAsciiAreNotLookedFor() {
    assertNull(Needle.of("sks"));
    assertNull(Needle.of("ab"));
    assertNotNull(Needle.of("\u00e9abc"));
    for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
      int folded = CaseFolding.fold(c);
      if (folded < 0x80) {
        assertNull(Needle.of(Character.toString(folded).repeat(3)), Character.toString(c));
      }
    }
  }

  @Example
  void whereALongerNeedleIsAShorterOneIsToo() {
    Needle shorter = Needle.of("wer.exe");
    Needle longer = Needle.of("\\WER.exe");
    assertTrue(shorter != null && longer != null && longer.contains(shorter));
    assertTrue(shorter != null && longer != null && !shorter.contains(longer));
  }

  @Provide
  Arbitrary<List<String>> words() {
    return Arbitraries.of("wer.exe", "aab", "-enc", "\u00e9abc", "key.dll", "a\"bcd", "b,cde")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .uniqueElements();
  }

  @Provide
  Arbitrary<String> sparseNoise() {
    Arbitrary<String> filler = Arbitraries.integers().between(0, 3000).map("z"::repeat);
    return Combinators.combine(noise(), filler)
        .as((part, gap) -> part + gap)
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.frequency(
            Tuple.of(6, "wer.exe"),
            Tuple.of(2, "WER.Exe"),
            Tuple.of(2, "w\"er.exe"),
            Tuple.of(2, "we\"\"r.exe"),
            Tuple.of(2, "wer"),
            Tuple.of(2, ".exe"),
            Tuple.of(2, "aaab"),
            Tuple.of(2, "-EnC"),
            Tuple.of(1, "\u00c9ABC"),
            Tuple.of(1, "\u212aey.dll"),
            Tuple.of(1, "a\"\"bcd"),
            Tuple.of(1, "b,cde"),
            Tuple.of(6, ","),
            Tuple.of(6, "\n"),
            Tuple.of(2, "\r\n"),
            Tuple.of(3, "\""),
            Tuple.of(2, ",\""),
            Tuple.of(2, "\","),
            Tuple.of(1, "\"\n"),
            Tuple.of(2, "filler of some length that no word is in "))
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }
}
