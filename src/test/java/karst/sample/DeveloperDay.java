package karst.sample;

import static karst.sample.SampleTime.at;

import java.util.List;

/** A day of editing and building: many short processes, shells among them, all of them harmless. */
record DeveloperDay(Machine machine, String user) {
  private static final List<String> GIT_ARGUMENTS =
      List.of(
          " status -z -u",
          " log --format=%H%x00%an,%ae -n 50",
          " commit -m \"Fix \"\"off by one\"\" in parser\"",
          " -c core.quotepath=false diff --cached");

  private static final List<String> SHELL_ARGUMENTS =
      List.of(
          "mvn -q -o test",
          "\"\"C:\\Program Files\\nodejs\\npm.cmd\" run build\"",
          "gradlew.bat check --no-daemon > build.log 2>&1",
          "dir /b /s *.java | find /c \":\"");

  /** Plays the day of this number. */
  void play(int day) {
    RunningProcess explorer =
        machine.running(Programs.EXPLORER, "C:\\Windows\\Explorer.EXE", user, "Medium");
    RunningProcess editor =
        machine.start(
            morning(day), explorer, Programs.EDITOR, Programs.EDITOR.quotedPath() + " C:\\src");
    for (int hour = 9; hour < 18; hour += 2) {
      edit(time(day, hour), editor);
      build(time(day, hour + 1), editor);
    }
    RunningProcess terminal =
        machine.start(
            time(day, 14),
            explorer,
            Programs.POWERSHELL,
            "\"" + Programs.POWERSHELL.path() + "\" -NoExit -Command Set-Location C:\\src");
    machine.start(
        time(day, 15), terminal, Programs.PYTHON, "python -m http.server --bind 127.0.0.1");
    machine.start(
        time(day, 16),
        terminal,
        Programs.CURL,
        "curl.exe -sS -o nul https://registry.example.org/-/ping");
  }

  private void edit(long at, RunningProcess editor) {
    String arguments = GIT_ARGUMENTS.get(machine.choose(GIT_ARGUMENTS.size()));
    machine.start(at, editor, Programs.GIT, "git.exe" + arguments);
    machine.start(
        at + 950,
        editor,
        Programs.NODE,
        Programs.NODE.quotedPath() + " --max-old-space-size=3072 server.js --node-ipc");
  }

  private void build(long at, RunningProcess editor) {
    String arguments = SHELL_ARGUMENTS.get(machine.choose(SHELL_ARGUMENTS.size()));
    RunningProcess shell = machine.start(at, editor, Programs.CMD, "cmd.exe /d /s /c " + arguments);
    if (arguments.startsWith("mvn")) {
      machine.start(
          at + 1_100,
          shell,
          Programs.JAVA,
          Programs.JAVA.quotedPath()
              + " -classpath \"C:\\tools\\boot.jar;C:\\tools\\core.jar\" Launcher -q -o test");
    }
  }

  private long morning(int day) {
    return at(day, 8, 30 + machine.choose(25), machine.choose(60), machine.choose(1000));
  }

  private long time(int day, int hour) {
    return at(day, hour, machine.choose(60), machine.choose(60), machine.choose(1000));
  }
}
