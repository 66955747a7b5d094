package karst.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates texts that are nearly right: right ones with a few pieces lost, doubled or put in. */
final class MangledText {
  private static final int EDITS = 4;
  private static final int LOST = 6;

  /** Pieces that mean something to one reader or another. */
  private static final List<String> PIECES =
      List.of(
          "|",
          "[",
          "]",
          "(",
          ")",
          ",",
          "=",
          "\"",
          "'",
          "\\",
          "`",
          "```",
          "*",
          ".",
          "-",
          "$",
          "$$",
          ":",
          "@",
          "%",
          "{",
          "}",
          "<<",
          "\n",
          "\r\n",
          "\t",
          " ",
          "\u0000",
          "\u00a0",
          "\uD83D",
          "\uD83D\uDE00",
          "\uFEFF",
          "0",
          "-1",
          "9999999999999999999",
          "1e999",
          "nan",
          "null",
          "by ",
          "as ",
          "AND ",
          "NOT ",
          "IN (",
          "where ",
          "[search ",
          "eval(",
          "limit=",
          "span=",
          "&a ",
          "*a ",
          "- ",
          "? ",
          "!!",
          "|-\n",
          "(?<",
          "(?P<x>",
          "[^",
          "{2,",
          "\\p{",
          "%Q",
          "@w9",
          "+1y");

  private MangledText() {}

  /** Returns texts near the given ones. */
  static Arbitrary<String> near(List<String> texts) {
    Arbitrary<Edit> edits =
        Combinators.combine(
                Arbitraries.integers().between(0, 1000),
                Arbitraries.integers().between(0, LOST),
                Arbitraries.of(false, false, true),
                Arbitraries.oneOf(Arbitraries.just(""), Arbitraries.of(PIECES)))
            .as(Edit::new);
    return Combinators.combine(Arbitraries.of(texts), edits.list().ofMaxSize(EDITS))
        .as(
            (text, list) -> {
              String mangled = text;
              for (Edit edit : list) {
                mangled = edit.apply(mangled);
              }
              return mangled;
            });
  }

  /**
   * A change.
   *
   * @param place in thousandths of the text
   * @param length of what is lost, or comes twice
   */
  private record Edit(int place, int length, boolean twice, String piece) {
    String apply(String text) {
      int start = text.length() * place / 1000;
      int end = Math.min(text.length(), start + length);
      String kept = twice ? text.substring(start, end).repeat(2) : "";
      return text.substring(0, start) + kept + piece + text.substring(end);
    }
  }

  /** Returns the searches of all scripts and of the queries folder. */
  static List<String> searches() {
    return Stream.concat(
            files(Path.of("src/test/resources/script"), ".test")
                .flatMap(file -> read(file).lines().filter(line -> line.startsWith("|")))
                .filter(line -> !line.endsWith("|")),
            files(Path.of("queries"), ".spl").map(MangledText::read))
        .distinct()
        .toList();
  }

  /** Returns the texts of files, in order of their names. */
  static List<String> contents(Path folder, String suffix) {
    return files(folder, suffix).map(MangledText::read).toList();
  }

  private static Stream<Path> files(Path folder, String suffix) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
