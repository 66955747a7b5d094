package karst.sample;

import static karst.sample.ProcessColumn.ACTION;
import static karst.sample.ProcessColumn.DEST;
import static karst.sample.ProcessColumn.ORIGINAL_FILE_NAME;
import static karst.sample.ProcessColumn.OS;
import static karst.sample.ProcessColumn.PARENT_PROCESS;
import static karst.sample.ProcessColumn.PARENT_PROCESS_GUID;
import static karst.sample.ProcessColumn.PARENT_PROCESS_ID;
import static karst.sample.ProcessColumn.PARENT_PROCESS_NAME;
import static karst.sample.ProcessColumn.PARENT_PROCESS_PATH;
import static karst.sample.ProcessColumn.PROCESS;
import static karst.sample.ProcessColumn.PROCESS_CURRENT_DIRECTORY;
import static karst.sample.ProcessColumn.PROCESS_GUID;
import static karst.sample.ProcessColumn.PROCESS_HASH;
import static karst.sample.ProcessColumn.PROCESS_ID;
import static karst.sample.ProcessColumn.PROCESS_INTEGRITY_LEVEL;
import static karst.sample.ProcessColumn.PROCESS_NAME;
import static karst.sample.ProcessColumn.PROCESS_PATH;
import static karst.sample.ProcessColumn.USER;
import static karst.sample.ProcessColumn.VENDOR_PRODUCT;

import java.util.Locale;

/**
 * What watches a machine. Each kind of sensor reports the same process start in its own way, and
 * lacks columns of its own.
 */
enum Sensor {
  /** Knows everything; accounts with their domain. */
  SYSMON {
    @Override
    ProcessEvent report(long at, String host, RunningProcess child, RunningProcess parent) {
      return common(at, child, parent)
          .with(DEST, host + DOMAIN)
          .with(USER, account(child.user(), "CORP\\"))
          .with(PROCESS_GUID, braced(child.guid()))
          .with(PROCESS_HASH, child.image().hashes())
          .with(ORIGINAL_FILE_NAME, child.image().originalFileName())
          .with(PROCESS_INTEGRITY_LEVEL, child.integrity())
          .with(PROCESS_CURRENT_DIRECTORY, folder(child))
          .with(PARENT_PROCESS_GUID, braced(parent.guid()))
          .with(OS, "Microsoft Windows")
          .with(VENDOR_PRODUCT, "Microsoft Sysmon");
    }
  },
  /** Event 4688: hexadecimal ids, no guids, no hashes, no command line of the parent. */
  SECURITY_LOG {
    @Override
    ProcessEvent report(long at, String host, RunningProcess child, RunningProcess parent) {
      return common(at, child, parent)
          .with(DEST, host + DOMAIN)
          .with(USER, child.user())
          .with(PROCESS_ID, "0x" + Integer.toHexString(child.id()))
          .with(PARENT_PROCESS_ID, "0x" + Integer.toHexString(parent.id()))
          .with(PARENT_PROCESS, parent.image().path())
          .with(OS, "Microsoft Windows")
          .with(VENDOR_PRODUCT, "Microsoft Windows");
    }
  },
  /** An endpoint product that writes host names in capitals and accounts in small letters. */
  EDR {
    @Override
    ProcessEvent report(long at, String host, RunningProcess child, RunningProcess parent) {
      return common(at, child, parent)
          .with(DEST, host.toUpperCase(Locale.ROOT))
          .with(USER, account(child.user(), "corp\\").toLowerCase(Locale.ROOT))
          .with(PROCESS_GUID, child.guid())
          .with(PROCESS_HASH, child.image().hashes())
          .with(ORIGINAL_FILE_NAME, child.image().originalFileName())
          .with(PROCESS_INTEGRITY_LEVEL, child.integrity().toLowerCase(Locale.ROOT))
          .with(PARENT_PROCESS_GUID, parent.guid())
          .with(OS, "Windows 11")
          .with(VENDOR_PRODUCT, "Example EDR");
    }
  },
  /** Programs without version resources, folders with slashes, and no hashes. */
  LINUX {
    @Override
    ProcessEvent report(long at, String host, RunningProcess child, RunningProcess parent) {
      return common(at, child, parent)
          .with(DEST, host)
          .with(USER, child.user())
          .with(PROCESS_GUID, braced(child.guid()))
          .with(PROCESS_CURRENT_DIRECTORY, "/home/" + child.user())
          .with(PARENT_PROCESS_GUID, braced(parent.guid()))
          .with(OS, "Linux")
          .with(VENDOR_PRODUCT, "Sysmon for Linux");
    }
  };

  private static final String DOMAIN = ".corp.example.com";

  /** Returns the row that this sensor writes when a process starts. */
  abstract ProcessEvent report(long at, String host, RunningProcess child, RunningProcess parent);

  private static ProcessEvent common(long at, RunningProcess child, RunningProcess parent) {
    return ProcessEvent.at(at)
        .with(PROCESS_NAME, child.image().name())
        .with(PROCESS, child.commandLine())
        .with(PROCESS_PATH, child.image().path())
        .with(PROCESS_ID, Integer.toString(child.id()))
        .with(PARENT_PROCESS_NAME, parent.image().name())
        .with(PARENT_PROCESS, parent.commandLine())
        .with(PARENT_PROCESS_PATH, parent.image().path())
        .with(PARENT_PROCESS_ID, Integer.toString(parent.id()))
        .with(ACTION, "allowed");
  }

  private static String account(String user, String domain) {
    return user.endsWith("SYSTEM") || user.endsWith("SERVICE")
        ? "NT AUTHORITY\\" + user
        : domain + user;
  }

  private static String folder(RunningProcess process) {
    return process.integrity().equals("System")
        ? "C:\\Windows\\system32\\"
        : "C:\\Users\\" + process.user() + "\\";
  }

  private static String braced(String guid) {
    return "{"
        + String.join(
            "-",
            guid.substring(0, 8),
            guid.substring(8, 12),
            guid.substring(12, 16),
            guid.substring(16, 20),
            guid.substring(20))
        + "}";
  }
}
