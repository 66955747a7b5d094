package karst.sample;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** A simulated machine: starts processes and keeps what its sensor reports of them. */
final class Machine {
  private final String host;
  private final Sensor sensor;
  private final Random random;
  private final List<ProcessEvent> events = new ArrayList<>();

  Machine(String host, Sensor sensor, Random random) {
    this.host = host;
    this.sensor = sensor;
    this.random = random;
  }

  /** Returns a process that runs since before the sample begins: nothing reports its start. */
  RunningProcess running(Image image, String commandLine, String user, String integrity) {
    int id = 4 * (250 + random.nextInt(2_000));
    String guid =
        HexFormat.of().toHexDigits(random.nextLong())
            + HexFormat.of().toHexDigits(random.nextLong());
    return new RunningProcess(image, commandLine, user, integrity, id, guid);
  }

  /** Starts a process with the rights of its parent. */
  RunningProcess start(long at, RunningProcess parent, Image image, String commandLine) {
    return startAs(at, parent, image, commandLine, parent.user(), parent.integrity());
  }

  /** Starts a process with the rights of somebody else. */
  RunningProcess startAs(
      long at,
      RunningProcess parent,
      Image image,
      String commandLine,
      String user,
      String integrity) {
    RunningProcess child = running(image, commandLine, user, integrity);
    events.add(sensor.report(at, host, child, parent));
    return child;
  }

  /** Returns what the sensor reported, in the order of the starts. */
  List<ProcessEvent> events() {
    return List.copyOf(events);
  }

  /** Returns the latest report. */
  ProcessEvent latest() {
    return events.get(events.size() - 1);
  }

  /** Puts a report in as it is: what went wrong between sensor and table. */
  void report(ProcessEvent event) {
    events.add(event);
  }

  /** Replaces the latest report. */
  void correctLatest(ProcessEvent event) {
    events.set(events.size() - 1, event);
  }

  /** Returns a number below a bound, the same in every run. */
  int choose(int bound) {
    return random.nextInt(bound);
  }
}
