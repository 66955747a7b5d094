package karst.sample;

/** The programs of the sample. */
final class Programs {
  // Started before the sample begins, or by the system itself.
  static final Image SERVICES = Image.system("services.exe");
  static final Image SVCHOST = Image.system("svchost.exe");
  static final Image WINLOGON = Image.system("winlogon.exe");
  static final Image USERINIT = Image.system("userinit.exe");
  static final Image EXPLORER = Image.of("C:\\Windows\\explorer.exe", "EXPLORER.EXE");
  static final Image WMI_HOST =
      Image.of("C:\\Windows\\System32\\wbem\\WmiPrvSE.exe", "Wmiprvse.exe");
  static final Image TASK_HOST = Image.system("taskhostw.exe", "taskhostw.exe");
  static final Image BROKER = Image.system("RuntimeBroker.exe", "RuntimeBroker.exe");
  static final Image CONSOLE_HOST = Image.system("conhost.exe");
  static final Image SPOOLER_HELPER = Image.of("C:\\Windows\\splwow64.exe", "splwow64.exe");
  static final Image ERROR_REPORTER = Image.system("wermgr.exe", "WerMgr");
  static final Image FAULT_REPORTER = Image.system("WerFault.exe", "WerFault.exe");

  // Shells.
  static final Image CMD = Image.system("cmd.exe", "Cmd.Exe");
  static final Image POWERSHELL =
      Image.of("C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe", "PowerShell.EXE");
  static final Image PWSH = Image.of("C:\\Program Files\\PowerShell\\7\\pwsh.exe", "pwsh.dll");
  static final Image WSCRIPT = Image.system("wscript.exe", "wscript.exe");
  static final Image MSHTA = Image.system("mshta.exe");

  // Tools that come with Windows.
  static final Image NET = Image.system("net.exe", "net.exe");
  static final Image NET1 = Image.system("net1.exe", "net1.exe");
  static final Image IPCONFIG = Image.system("ipconfig.exe", "ipconfig.exe");
  static final Image WHOAMI = Image.system("whoami.exe", "whoami.exe");
  static final Image SYSTEMINFO = Image.system("systeminfo.exe", "sysinfo.exe");
  static final Image NLTEST = Image.system("nltest.exe", "nltestrk.exe");
  static final Image TASKLIST = Image.system("tasklist.exe", "tasklist.exe");
  static final Image PING = Image.system("PING.EXE", "ping.exe");
  static final Image CERTUTIL = Image.system("certutil.exe", "CertUtil.exe");
  static final Image BITSADMIN = Image.system("bitsadmin.exe", "bitsadmin.exe");
  static final Image REGSVR32 = Image.system("regsvr32.exe");
  static final Image RUNDLL32 = Image.system("rundll32.exe");
  static final Image CURL = Image.system("curl.exe", "curl.exe");
  static final Image SCHTASKS = Image.system("schtasks.exe", "schtasks.exe");
  static final Image ROBOCOPY = Image.system("Robocopy.exe", "robocopy.exe");
  static final Image MSIEXEC = Image.system("msiexec.exe", "msiexec.exe");
  static final Image NOTEPAD = Image.system("notepad.exe");
  static final Image CALC =
      Image.of("C:\\Program Files\\WindowsApps\\Calculator\\CalculatorApp.exe", null);

  // Office and desk.
  static final Image WORD = office("WINWORD.EXE", "WinWord.exe");
  static final Image EXCEL = office("EXCEL.EXE", "Excel.exe");
  static final Image OUTLOOK = office("OUTLOOK.EXE", "Outlook.exe");
  static final Image POWERPOINT = office("POWERPNT.EXE", "POWERPNT.EXE");
  static final Image BROWSER =
      Image.of("C:\\Program Files\\Example\\Browser\\browser.exe", "browser.exe");
  static final Image READER =
      Image.of("C:\\Program Files (x86)\\Example\\Reader\\reader.exe", "reader.exe");
  static final Image ZIP = Image.of("C:\\Program Files\\7-Zip\\7zG.exe", "7zg.exe");

  // Development.
  static final Image EDITOR = Image.of("C:\\Program Files\\Editor\\editor.exe", "electron.exe");
  static final Image GIT = Image.of("C:\\Program Files\\Git\\cmd\\git.exe", "git.exe");
  static final Image NODE = Image.of("C:\\Program Files\\nodejs\\node.exe", "node.exe");
  static final Image JAVA = Image.of("C:\\Program Files\\Java\\jdk-17\\bin\\java.exe", "java.exe");
  static final Image PYTHON = Image.of("C:\\Python312\\python.exe", "python.exe");
  static final Image CSC =
      Image.of("C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\csc.exe", "csc.exe");

  // Servers.
  static final Image WEB_WORKER = Image.of("C:\\Windows\\System32\\inetsrv\\w3wp.exe", "w3wp.exe");
  static final Image AGENT =
      Image.of("C:\\ProgramData\\Example Agent\\agent.exe", "exampleagent.exe");
  static final Image UPDATER = Image.of("C:\\Windows\\Temp\\upd4711.exe", null);
  static final Image REMOTE_SERVICE = Image.of("C:\\Windows\\PSEXESVC.exe", "psexesvc.exe");

  private Programs() {}

  private static Image office(String name, String originalFileName) {
    return Image.of(
        "C:\\Program Files\\Microsoft Office\\root\\Office16\\" + name, originalFileName);
  }
}
