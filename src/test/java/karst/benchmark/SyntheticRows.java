package karst.benchmark;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Appends the rows of the synthetic table one after another, each as a CSV record. */
final class SyntheticRows {
  private static final long START = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
  private static final long DURATION = 30L * 24 * 60 * 60 * 1000;
  private static final int JITTER = 5 * 60 * 1000;

  private static final int HOSTS = 2_000;
  private static final int USERS = 5_000;
  private static final int RARE_PROGRAMS = 50_000;

  private static final long INFECTION_INTERVAL = 100_000;
  private static final long FIRST_INFECTION = 499;

  /** What the founding search finds: shells, one of them renamed, under wermgr.exe. */
  private static final List<Launch> INFECTIONS =
      List.of(
          infection("wermgr.exe", "cmd.exe", "Cmd.Exe", "cmd.exe /c {word} {number}"),
          infection("wermgr.exe", "powershell.exe", "PowerShell.EXE", "powershell -e {payload}"),
          infection("WerMgr.exe", "CMD.EXE", "Cmd.Exe", "CMD.EXE /C echo {word}, {word}"),
          infection("wermgr.exe", "svch0st.exe", "Cmd.Exe", "svch0st.exe /c \"{word}\" {hex}"));

  private final List<Launch> launches;
  private final long rows;
  private final Random random;
  private final StringBuilder text = new StringBuilder();

  SyntheticRows(long rows, long seed) throws IOException {
    this.launches = Launch.readAll();
    this.rows = rows;
    this.random = new Random(seed);
  }

  /** Returns how many of so many rows the founding search finds. */
  static long infections(long rows) {
    return rows <= FIRST_INFECTION ? 0 : (rows - 1 - FIRST_INFECTION) / INFECTION_INTERVAL + 1;
  }

  /** Appends the row of this number; rows count from 0 and must come in order. */
  void append(long row, StringBuilder out) {
    boolean infected = row % INFECTION_INTERVAL == FIRST_INFECTION;
    Launch launch =
        infected
            ? INFECTIONS.get((int) (row / INFECTION_INTERVAL % INFECTIONS.size()))
            : launches.get(skewed(launches.size()));
    int machine = skewed(HOSTS);
    String host = "ws-" + digits(machine);
    String user = "u" + digits(random.nextInt(5) > 0 ? machine * 2 : random.nextInt(USERS));
    // Event 4688 has neither guids nor hashes; it never reports an infection here, so that each
    // infection is a group of its own in the founding search's answer.
    boolean bare = !infected && random.nextInt(8) == 0;

    Program program = launch.program();
    text.setLength(0);
    if (!infected && random.nextInt(20) == 0) {
      program = rareProgram("C:\\Users\\" + user + "\\AppData\\Local\\Temp\\setup-");
      text.append('"').append(program.path()).append("\" /quiet /log ").append(row);
    } else {
      launch.commandLine().append(text, random, user, host);
    }
    appendExtras();

    appendTime(out, row);
    out.append(',').append(host).append(".corp.example.com,");
    appendUser(out, bare, user);
    out.append(',').append(program.name()).append(',');
    appendCell(out, text);
    out.append(',').append(program.path()).append(',');
    appendId(out, bare);
    out.append(',');
    appendGuid(out, bare, row);
    out.append(',');
    appendCell(out, bare ? "" : program.hashes());
    out.append(',').append(bare ? "" : program.originalFileName());
    out.append(bare ? ",,," : ",medium,C:\\Windows\\system32\\,");
    appendParent(out, launch, infected, bare, user, host);
    out.append(",allowed,Microsoft Windows,");
    out.append(bare ? "Microsoft Windows\n" : "Microsoft Sysmon\n");
  }

  private void appendParent(
      StringBuilder out, Launch launch, boolean infected, boolean bare, String user, String host) {
    Program parent = launch.parent();
    text.setLength(0);
    if (!infected && random.nextInt(20) == 0) {
      parent = rareProgram("C:\\Program Files\\Example\\app-");
      text.append('"').append(parent.path()).append('"');
    } else {
      launch.parentCommandLine().append(text, random, user, host);
    }
    out.append(parent.name()).append(',');
    appendCell(out, bare ? parent.path() : text);
    out.append(',').append(parent.path()).append(',');
    appendId(out, bare);
    out.append(',');
    appendGuid(out, bare, random.nextInt() & 0x7fff_ffffL);
  }

  private void appendExtras() {
    if (random.nextInt(100) < 15) {
      text.append(" --note \"").append(CommandLineTemplate.word(random)).append(", ");
      text.append(CommandLineTemplate.word(random)).append('"');
    }
    if (random.nextInt(3_000) == 0) {
      text.append(random.nextBoolean() ? "\r\n" : "\n").append("rem ");
      text.append(CommandLineTemplate.word(random));
    }
  }

  /** Rows come nearly, not exactly, in the order of time, as logs do. */
  private void appendTime(StringBuilder out, long row) {
    long place = (long) ((double) (DURATION - JITTER) * row / rows);
    long millis = START + place + random.nextInt(JITTER);
    out.append(millis / 1000).append('.');
    out.append(digits((int) (millis % 1000)), 1, 4);
  }

  private void appendUser(StringBuilder out, boolean bare, String user) {
    boolean system = random.nextInt(10) == 0;
    out.append(bare ? "" : system ? "NT AUTHORITY\\" : "CORP\\").append(system ? "SYSTEM" : user);
  }

  private void appendId(StringBuilder out, boolean bare) {
    int id = 4 * (1 + random.nextInt(8_000));
    out.append(bare ? "0x" + Integer.toHexString(id) : Integer.toString(id));
  }

  /** A guid ends in a number of its own, which makes it unique. */
  private void appendGuid(StringBuilder out, boolean bare, long number) {
    if (bare) {
      return;
    }
    String hex = HexFormat.of().toHexDigits(random.nextLong());
    out.append('{').append(hex, 0, 8).append('-').append(hex, 8, 12).append('-');
    out.append(hex, 12, 16).append("-a000-");
    out.append(HexFormat.of().toHexDigits(number, 12)).append('}');
  }

  private static void appendCell(StringBuilder out, CharSequence cell) {
    boolean quoted = false;
    for (int i = 0; i < cell.length() && !quoted; i++) {
      char c = cell.charAt(i);
      quoted = c == ',' || c == '"' || c == '\n' || c == '\r';
    }
    if (!quoted) {
      out.append(cell);
      return;
    }
    out.append('"');
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      out.append(c);
      if (c == '"') {
        out.append(c);
      }
    }
    out.append('"');
  }

  private Program rareProgram(String prefix) {
    return Program.of(prefix + random.nextInt(RARE_PROGRAMS) + ".exe");
  }

  /** Returns a number below a bound; the smaller, the more frequent. */
  private int skewed(int bound) {
    double fraction = random.nextDouble();
    return (int) (bound * fraction * fraction);
  }

  private static String digits(int number) {
    return Integer.toString(10_000 + number).substring(1);
  }

  private static Launch infection(
      String parent, String program, String originalFileName, String commandLine) {
    String folder = "C:\\Windows\\System32\\";
    return Launch.parse(
        String.join(
            "\t",
            folder + program,
            originalFileName,
            commandLine,
            folder + parent,
            folder + parent + " -upload"));
  }
}
