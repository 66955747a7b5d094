package karst.sample;

import static karst.sample.SampleTime.at;

/** A day of a build machine: cron, compilers, downloads. */
record LinuxDay(Machine machine) {
  private static final Image CRON = Image.of("/usr/sbin/cron", null);
  private static final Image SSHD = Image.of("/usr/sbin/sshd", null);
  private static final Image BASH = Image.of("/usr/bin/bash", null);
  private static final Image DASH = Image.of("/usr/bin/dash", null);
  private static final Image CURL = Image.of("/usr/bin/curl", null);
  private static final Image GCC = Image.of("/usr/bin/gcc", null);
  private static final Image TAR = Image.of("/usr/bin/tar", null);
  private static final Image INSTALLER = Image.of("/tmp/.x/setup", null);

  /** Plays the day of this number. */
  void play(int day) {
    RunningProcess cron = machine.running(CRON, "/usr/sbin/cron -f", "root", "");
    for (int hour = 0; hour < 24; hour += 8) {
      RunningProcess shell =
          machine.start(at(day, hour, 17, 1, 0), cron, DASH, "/bin/sh -c \"cd / && run-parts\"");
      machine.start(at(day, hour, 17, 1, 0), shell, TAR, "tar -czf /var/backups/etc.tgz /etc");
    }
    RunningProcess sshd = machine.running(SSHD, "sshd: build [priv]", "root", "");
    RunningProcess login =
        machine.startAs(
            at(day, 11, machine.choose(60), 3, machine.choose(1000)),
            sshd,
            BASH,
            "-bash",
            "build",
            "");
    long start = at(day, 11, 59, 58, machine.choose(1000));
    machine.start(
        start,
        login,
        CURL,
        "curl -fsSL https://packages.example.org/pool/tool_1.2.tar.gz -o t.tgz");
    for (int unit = 0; unit < 4; unit++) {
      machine.start(
          start + 1_000 + 250L * unit,
          login,
          GCC,
          "gcc -O2 -Wall -DVERSION='\"1." + day + "\"' -c unit" + unit + ".c");
    }
    if (day == 1) {
      machine.start(start + 9_000, login, INSTALLER, "/tmp/.x/setup --quiet");
    }
  }
}
