package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Assumptions;

/** Without options, properties are tried with what they were tried with before. */
class SeedsTest {
  private static final List<Integer> TRIED = new ArrayList<>();

  @Property(tries = 5)
  void aPropertyHasASeedOfItsOwn(@ForAll @IntRange(max = 99) int number) {
    TRIED.add(number);
  }

  @AfterContainer
  static void theSameNumbersCameAsAlways() {
    Assumptions.assumeTrue(Seeds.fixed(), "a long run has a new seed");
    assertEquals(List.of(0, 98, 29, 11, 2), TRIED);
  }
}
