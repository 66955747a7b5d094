package karst.content;

import java.util.List;
import karst.source.Location;

/**
 * A test of a detection: events in which it has to find something.
 *
 * @param name the title
 * @param data the events
 * @param location where the test stands
 */
public record DetectionTest(String name, List<AttackData> data, Location location) {
  public DetectionTest {
    data = List.copyOf(data);
  }

  /**
   * Recorded events.
   *
   * @param data where they are published: an address or a path
   * @param source the source that they are given; empty for none
   * @param sourcetype the sourcetype that they are given; empty for none
   * @param table the dataset or table whose rows they are already; empty for raw events
   */
  public record AttackData(String data, String source, String sourcetype, String table) {}
}
