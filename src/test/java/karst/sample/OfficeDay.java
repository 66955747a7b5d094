package karst.sample;

import static karst.sample.SampleTime.at;

import java.util.List;

/** A day at a desk: the logon with its script, then documents, mail and the web. */
record OfficeDay(Machine machine, String user, int startHour) {
  private static final List<Call> CALLS =
      List.of(
          new Call(Programs.WORD, " /n \"C:\\Users\\%s\\Documents\\Offer, final (2).docx\""),
          new Call(Programs.WORD, " /n \"H:\\Minutes\\2024-05 team.docx\" /o \"\""),
          new Call(Programs.EXCEL, " \"C:\\Users\\%s\\Documents\\Q2 forecast.xlsx\""),
          new Call(Programs.EXCEL, " \"H:\\Controlling\\Übersicht Köln–Zürich.xlsx\""),
          new Call(Programs.POWERPOINT, " /s \"H:\\Slides\\Kick-off.pptx\""),
          new Call(Programs.OUTLOOK, " -Embedding"),
          new Call(
              Programs.BROWSER,
              " --type=renderer --lang=en-GB --enable-features=Fast,Tidy --renderer-client-id=7"),
          new Call(
              Programs.BROWSER, " --single-argument https://intranet.example.com/?q=leave,holiday"),
          new Call(Programs.READER, " \"C:\\Users\\%s\\AppData\\Local\\Temp\\Rechnung Mai.pdf\""),
          new Call(Programs.NOTEPAD, " C:\\Users\\%s\\Desktop\\todo.txt"),
          new Call(Programs.CALC, " ms-calculator:"),
          new Call(Programs.ZIP, " x -o\"C:\\Users\\%s\\Downloads\\\" -an -ai#7zMap2710:96"));

  /** Plays the day of this number. */
  void play(int day) {
    RunningProcess explorer = logOn(day);
    for (int hour = startHour; hour < startHour + 8; hour++) {
      Call call = CALLS.get(machine.choose(CALLS.size()));
      long start = at(day, hour, machine.choose(60), machine.choose(60), machine.choose(1000));
      RunningProcess program = machine.start(start, explorer, call.image(), call.line(user));
      if (call.image().equals(Programs.WORD)) {
        machine.start(
            start + 41_250, program, Programs.SPOOLER_HELPER, "C:\\Windows\\splwow64.exe 8192");
      }
    }
    background(day);
  }

  private RunningProcess logOn(int day) {
    RunningProcess winlogon =
        machine.running(Programs.WINLOGON, "winlogon.exe", "SYSTEM", "System");
    long start = at(day, startHour, machine.choose(20), machine.choose(60), machine.choose(1000));
    RunningProcess userinit =
        machine.startAs(
            start,
            winlogon,
            Programs.USERINIT,
            "C:\\Windows\\system32\\userinit.exe",
            user,
            "Medium");
    RunningProcess script =
        machine.start(
            start + 310,
            userinit,
            Programs.CMD,
            "C:\\Windows\\system32\\cmd.exe /c \"\\\\dc01\\netlogon\\logon.cmd\"");
    machine.start(
        start + 655, script, Programs.NET, "net  use H: \\\\file01\\home$ /persistent:no");
    return machine.start(start + 1_204, userinit, Programs.EXPLORER, "C:\\Windows\\Explorer.EXE");
  }

  private void background(int day) {
    RunningProcess services =
        machine.running(
            Programs.SERVICES, "C:\\Windows\\system32\\services.exe", "SYSTEM", "System");
    RunningProcess svchost =
        machine.startAs(
            at(day, startHour - 1, 58, machine.choose(60), machine.choose(1000)),
            services,
            Programs.SVCHOST,
            "C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Schedule",
            "SYSTEM",
            "System");
    long noon = at(day, 12, machine.choose(60), machine.choose(60), machine.choose(1000));
    machine.startAs(
        noon, svchost, Programs.TASK_HOST, "taskhostw.exe -RegisterDevice", user, "Medium");
    machine.startAs(
        noon + 180_007,
        svchost,
        Programs.BROKER,
        "C:\\Windows\\System32\\RuntimeBroker.exe -Embedding",
        user,
        "Low");
  }

  private record Call(Image image, String arguments) {
    String line(String user) {
      return image.quotedPath() + arguments.replace("%s", user);
    }
  }
}
