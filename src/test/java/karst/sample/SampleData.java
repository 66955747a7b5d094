package karst.sample;

import static karst.sample.SampleTime.at;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Writes {@code queries/data/endpoint_processes.csv}: the same bytes in every run.
 *
 * <p>Rows are in the order of time, but for one machine whose reports arrive late, all at the end.
 * A change of what happens is taken into the file by running the tests with {@code
 * -Dkarst.accept=true}.
 */
public final class SampleData {
  private SampleData() {}

  /**
   * Writes the file.
   *
   * @param arguments the path
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), csv());
  }

  /** Returns the text of the file. */
  static String csv() {
    var text = new StringWriter();
    CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    writer.writeRecord(ProcessColumn.header());
    events().forEach(event -> writer.writeRecord(event.values()));
    flush(writer);
    return text.toString();
  }

  private static void flush(CsvWriter writer) {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
  }

  /** Returns the rows of the file. */
  static List<ProcessEvent> events() {
    var random = new Random(20240513);
    var events = new ArrayList<ProcessEvent>();
    for (Machine machine : desks(random)) {
      events.addAll(machine.events());
    }
    for (Machine machine : servers(random)) {
      events.addAll(machine.events());
    }
    events.sort(Comparator.comparingLong(ProcessEvent::millis));
    events.addAll(late(random).events());
    return List.copyOf(events);
  }

  private static List<Machine> desks(Random random) {
    Machine finance1 = office("fin-ws01", Sensor.SYSMON, random, "amina.solberg", 8);
    Machine finance2 = office("fin-ws02", Sensor.SYSMON, random, "theo.marchetti", 7);
    Machine people1 = office("hr-ws01", Sensor.SECURITY_LOG, random, "lucia.brandt", 9);
    Machine people2 = office("hr-ws02", Sensor.SYSMON, random, "zoë.jäger", 8);
    Machine code1 = development("eng-ws01", Sensor.EDR, random, "priya.raman");
    Machine code2 = development("eng-ws02", Sensor.SYSMON, random, "oskar.lind");
    Machine code3 = development("eng-ws03", Sensor.EDR, random, "mei.tanaka");

    var first = new Intrusion(finance1, "amina.solberg", at(1, 10, 14, 3, 117));
    RunningProcess hidden = first.hide(first.openDocument());
    first.explore(hidden);
    first.stay(hidden);
    var second = new Intrusion(people1, "lucia.brandt", at(1, 14, 41, 20, 5));
    second.explore(second.hide(second.openSpreadsheet()));
    var third = new Intrusion(code3, "mei.tanaka", at(2, 6, 2, 59, 900));
    third.stay(third.hide(third.openSpreadsheet()));
    new WermgrCases(finance2, "theo.marchetti", at(1, 11, 0, 0, 0)).play();
    new Oddities(people2, "zoë.jäger").play();
    return List.of(finance1, finance2, people1, people2, code1, code2, code3);
  }

  private static List<Machine> servers(Random random) {
    var servers =
        List.of(
            new Machine("dc01", Sensor.SYSMON, random),
            new Machine("file01", Sensor.SECURITY_LOG, random),
            new Machine("web01", Sensor.SYSMON, random));
    var build = new Machine("build01", Sensor.LINUX, random);
    for (int day = 0; day < SampleTime.DAYS; day++) {
      for (Machine server : servers) {
        new ServerDay(server).play(day);
      }
      new SystemErrorReports(servers.get(2)).play(day);
      new LinuxDay(build).play(day);
    }
    return List.of(servers.get(0), servers.get(1), servers.get(2), build);
  }

  private static Machine late(Random random) {
    return office("sales-ws01", Sensor.SECURITY_LOG, random, "femi.adeyemi", 8);
  }

  private static Machine office(
      String host, Sensor sensor, Random random, String user, int startHour) {
    var machine = new Machine(host, sensor, random);
    for (int day = 0; day < SampleTime.DAYS; day++) {
      new OfficeDay(machine, user, startHour).play(day);
    }
    return machine;
  }

  private static Machine development(String host, Sensor sensor, Random random, String user) {
    var machine = new Machine(host, sensor, random);
    for (int day = 0; day < SampleTime.DAYS; day++) {
      new DeveloperDay(machine, user).play(day);
    }
    new SystemErrorReports(machine).play(1);
    return machine;
  }
}
