package karst.sample;

import static karst.sample.ProcessColumn.ORIGINAL_FILE_NAME;
import static karst.sample.ProcessColumn.PARENT_PROCESS;
import static karst.sample.ProcessColumn.PARENT_PROCESS_GUID;
import static karst.sample.ProcessColumn.PARENT_PROCESS_ID;
import static karst.sample.ProcessColumn.PARENT_PROCESS_NAME;
import static karst.sample.ProcessColumn.PROCESS;
import static karst.sample.ProcessColumn.PROCESS_GUID;
import static karst.sample.ProcessColumn.PROCESS_HASH;
import static karst.sample.ProcessColumn.PROCESS_NAME;
import static karst.sample.ProcessColumn.USER;

import org.jspecify.annotations.Nullable;

/**
 * Shells under wermgr.exe, and what only looks like it: one process a rule that decides whether the
 * founding search finds it, and how it groups it.
 */
final class WermgrCases {
  private final Machine machine;
  private final RunningProcess wermgr;
  private long clock;

  /** Prepares the cases, a minute apart, from a time in milliseconds since the epoch. */
  WermgrCases(Machine machine, String user, long start) {
    this.machine = machine;
    this.wermgr =
        machine.running(
            Programs.ERROR_REPORTER, "C:\\Windows\\system32\\wermgr.exe", user, "Medium");
    this.clock = start;
  }

  /** Plays all cases. */
  void play() {
    found();
    foundThoughRenamed();
    foundThoughIncomplete();
    repeated();
    notFound();
  }

  private void found() {
    under(wermgr, Programs.CMD, "cmd.exe /c echo \"one, two\" & ver");
    under(wermgr, Programs.CMD, "cmd.exe /c (echo first\necho second\r\necho third)");
    under(
        wermgr,
        Programs.CMD,
        "cmd.exe /c type C:\\Users\\Public\\Größe_данные_数据_\uD83D\uDE80.txt");
    under(wermgr, Programs.PWSH, Programs.PWSH.quotedPath() + " -NoProfile -Command Get-Date");
    under(wermgr, Programs.CMD.copiedTo("C:\\Windows\\System32\\CMD.exe"), "CMD /C VER");
    under(named("WerMgr.EXE"), Programs.CMD, "cmd.exe /c hostname");
    under(named("WERMGR.exe"), Programs.POWERSHELL, "PowerShell -nop -c \"$PSVersionTable\"");
  }

  private void foundThoughRenamed() {
    under(
        wermgr,
        Programs.CMD.copiedTo("C:\\Users\\Public\\svch0st.exe"),
        "C:\\Users\\Public\\svch0st.exe /c dir \\\\file01\\home$");
    under(
        wermgr,
        Programs.POWERSHELL.copiedTo("C:\\ProgramData\\update.exe"),
        "C:\\ProgramData\\update.exe -e " + Payload.encoded("renamed", 3));
    under(wermgr, Programs.CMD, "cmd.exe /c set");
    change(ORIGINAL_FILE_NAME, "cmd.exe");
    under(wermgr, Programs.CMD.copiedTo("C:\\Windows\\Temp\\1234"), "1234 /c set");
    change(ORIGINAL_FILE_NAME, "CMD.EXE");
  }

  private void foundThoughIncomplete() {
    under(wermgr, Programs.CMD, "cmd.exe /c query user");
    change(PROCESS_GUID, null);
    under(wermgr, Programs.CMD, "cmd.exe /c query session");
    change(PARENT_PROCESS_ID, null);
    under(wermgr, Programs.CMD, "cmd.exe /c echo nobody");
    change(USER, null);
    under(wermgr, Programs.CMD, "cmd.exe /c arp -a");
    change(ORIGINAL_FILE_NAME, null);
    change(PARENT_PROCESS_ID, null);
    under(wermgr, Programs.CMD, "");
    change(PROCESS, null);
    // The data model takes a missing name from the first word of the command line.
    under(wermgr, Programs.CMD, "cmd.exe /c route print");
    change(PROCESS_NAME, null);
    under(wermgr, Programs.CMD, "cmd.exe /c netstat -ano");
    change(PARENT_PROCESS_NAME, null);
    change(PARENT_PROCESS, "  wermgr.exe -upload");
  }

  private void repeated() {
    under(wermgr, Programs.CMD, "cmd.exe /c tasklist");
    machine.report(machine.latest());
    machine.report(machine.latest());
    under(wermgr, Programs.CMD, "cmd.exe /c gpresult /r");
    machine.report(machine.latest().later(4_500));
    machine.report(machine.latest().later(86_400_000));
    clock -= 60_000; // the same millisecond as the first report above
    under(wermgr, Programs.CMD, "cmd.exe /c gpresult /z");
  }

  private void notFound() {
    under(wermgr, Programs.CONSOLE_HOST, "\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff");
    under(wermgr, Programs.CMD.copiedTo("C:\\Users\\Public\\notcmd.exe"), "notcmd.exe");
    change(ORIGINAL_FILE_NAME, null);
    change(PROCESS_HASH, null);
    under(named("wermgr.exe.bak"), Programs.CMD, "cmd.exe /c echo near miss");
    under(named("xwermgr.exe"), Programs.CMD, "cmd.exe /c echo near miss");
    under(named("wermgr"), Programs.POWERSHELL, "powershell.exe -c 'near miss'");
    // Here the first word of the parent's command line is a whole path, not a name.
    under(wermgr, Programs.CMD, "cmd.exe /c echo no parent name");
    change(PARENT_PROCESS_NAME, null);
    under(named("explorer.exe"), Programs.CMD, "cmd.exe /c start wermgr.exe");
    change(PARENT_PROCESS_GUID, null);
  }

  private RunningProcess named(String name) {
    Image image = Programs.ERROR_REPORTER.copiedTo("C:\\Windows\\System32\\" + name);
    return machine.running(image, image.path(), wermgr.user(), wermgr.integrity());
  }

  private void under(RunningProcess parent, Image image, String commandLine) {
    machine.start(clock, parent, image, commandLine);
    clock += 60_000;
  }

  private void change(ProcessColumn column, @Nullable String value) {
    machine.correctLatest(machine.latest().with(column, value));
  }
}
