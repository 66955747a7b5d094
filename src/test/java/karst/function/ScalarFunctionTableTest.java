package karst.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import karst.function.library.ScalarFunctions;
import org.junit.jupiter.api.Test;

/** The table of functions, whose topics are loaded when a name is asked for. */
class ScalarFunctionTableTest {
  private static final List<ScalarFunction> ALL = ScalarFunctions.all();
  private static final ScalarFunction FIRST = ALL.get(0);
  private static final ScalarFunction LAST = ALL.get(ALL.size() - 1);

  private final List<String> loaded = new ArrayList<>();
  private final ScalarFunctionTable table =
      new ScalarFunctionTable(List.of(topic("a", List.of(FIRST)), topic("b", List.of(LAST))));

  private Supplier<List<ScalarFunction>> topic(String name, List<ScalarFunction> functions) {
    return () -> {
      loaded.add(name);
      return functions;
    };
  }

  @Test
  void topicsAreLoadedOnceAndOnlyUpToTheNameThatIsAskedFor() {
    assertEquals(List.of(), loaded);
    assertSame(FIRST, table.find(FIRST.name()));
    assertEquals(List.of("a"), loaded);
    assertSame(LAST, table.find(LAST.name().toUpperCase(Locale.ROOT)));
    assertNull(table.find("no_such_function"));
    assertEquals(List.of("a", "b"), loaded);
    assertEquals(List.of(FIRST, LAST), table.functions());
  }

  @Test
  void everyNameIsFound() {
    for (String name : ScalarFunctions.table().names()) {
      assertEquals(name, found(name));
    }
  }

  private static String found(String name) {
    ScalarFunction function = ScalarFunctions.table().find(name);
    return function != null && (function.name().equals(name) || function.aliases().contains(name))
        ? name
        : "not " + name;
  }

  @Test
  void anotherFunctionOfAKnownNameIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> table.with(List.of(LAST)));
  }
}
