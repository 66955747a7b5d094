package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BackendOptionsTest {
  @Test
  void theBuildWithoutSparkSaysHowToGetOneWithIt() {
    Outcome outcome = Outcome.of("run", "-e", "| makeresults", "--engine", "spark");
    assertEquals(2, outcome.exit());
    assertTrue(
        outcome
            .err()
            .contains(
                "there is no engine `spark` in this build, but embedded; `mvn -Pspark package`"
                    + " makes one that has it"),
        outcome.err());
  }

  @Test
  void thereIsNoOtherEngineEither() {
    Outcome outcome = Outcome.of("run", "-e", "| makeresults", "--engine", "flink");
    assertEquals(2, outcome.exit());
    assertTrue(outcome.err().contains("there is no engine `flink` in this build, but embedded\n"));
  }

  @Test
  void ofItsOwnEngineNothingOfSparkCanBeSet() {
    for (String option : new String[] {"--master=local[2]", "--conf=a=b", "--ordinal=n"}) {
      Outcome outcome = Outcome.of("run", "-e", "| makeresults", option);
      assertEquals(2, outcome.exit());
      assertTrue(outcome.err().contains("need --engine spark"), outcome.err());
    }
    assertEquals(0, Outcome.of("run", "-e", "| makeresults", "--engine", "embedded").exit());
  }
}
