package karst.macro;

import java.util.List;
import java.util.stream.Collectors;

/** Numbers of arguments in words. */
final class Counts {
  private Counts() {}

  /** Returns {@code no arguments}, {@code 1 argument}, {@code 2 arguments}. */
  static String arguments(int count) {
    return switch (count) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> count + " arguments";
    };
  }

  /** Returns the same for a choice of numbers: {@code 0 or 2 arguments}. */
  static String arguments(List<Integer> choice) {
    if (choice.size() == 1) {
      return arguments(choice.get(0));
    }
    return choice.stream().map(String::valueOf).collect(Collectors.joining(" or ")) + " arguments";
  }
}
