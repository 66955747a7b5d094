package karst.sample;

import static karst.sample.SampleTime.at;

/** A day of a server: services, scheduled work, remote management and the nightly backup. */
record ServerDay(Machine machine) {
  /** Plays the day of this number. */
  void play(int day) {
    RunningProcess services =
        machine.running(
            Programs.SERVICES, "C:\\Windows\\system32\\services.exe", "SYSTEM", "System");
    RunningProcess agent =
        machine.start(
            time(day, 0), services, Programs.AGENT, Programs.AGENT.quotedPath() + " --service");
    for (int hour = 3; hour < 24; hour += 6) {
      machine.start(
          time(day, hour),
          agent,
          Programs.CMD,
          "cmd.exe /c typeperf \"\\Processor(_Total)\\% Processor Time\" -sc 1 -f CSV");
    }
    RunningProcess svchost =
        machine.start(
            time(day, 1),
            services,
            Programs.SVCHOST,
            "C:\\Windows\\system32\\svchost.exe -k DcomLaunch -p");
    RunningProcess wmi =
        machine.startAs(
            time(day, 6),
            svchost,
            Programs.WMI_HOST,
            "C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding",
            "NETWORK SERVICE",
            "System");
    manage(day, wmi);
    backUp(day, svchost);
  }

  private void manage(int day, RunningProcess wmi) {
    RunningProcess console =
        machine.startAs(
            time(day, 9),
            wmi,
            Programs.POWERSHELL,
            "powershell.exe -NoProfile -NonInteractive -Command \"Get-Service | Where-Object"
                + " {$_.Status -eq 'Stopped'} | Export-Csv C:\\Logs\\stopped.csv\"",
            "adm.hartwell",
            "High");
    machine.start(time(day, 10), console, Programs.TASKLIST, "tasklist.exe /svc /fo csv");
    machine.startAs(
        time(day, 13),
        wmi,
        Programs.CMD,
        "cmd.exe /Q /c sc.exe query state= all",
        "svc_deploy",
        "High");
  }

  private void backUp(int day, RunningProcess svchost) {
    RunningProcess shell =
        machine.startAs(
            at(day, 22, 0, 0, 0),
            svchost,
            Programs.CMD,
            "cmd.exe /c \"\"C:\\Backup\\nightly.cmd\" full\"",
            "svc_backup",
            "High");
    machine.start(
        at(day, 22, 0, 2, machine.choose(1000)),
        shell,
        Programs.ROBOCOPY,
        "robocopy D:\\Data \\\\file01\\backup$ /MIR /R:1 /W:5 /LOG+:C:\\Backup\\nightly.log");
  }

  private long time(int day, int hour) {
    return at(day, hour, machine.choose(60), machine.choose(60), machine.choose(1000));
  }
}
