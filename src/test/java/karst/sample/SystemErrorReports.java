package karst.sample;

import static karst.sample.SampleTime.at;

/** What error reporting does when nothing is wrong with it: a queue is sent, a crash is noted. */
record SystemErrorReports(Machine machine) {
  /** Plays the day of this number. */
  void play(int day) {
    RunningProcess svchost =
        machine.running(
            Programs.SVCHOST,
            "C:\\Windows\\System32\\svchost.exe -k WerSvcGroup",
            "SYSTEM",
            "System");
    long start = at(day, 17, machine.choose(60), machine.choose(60), machine.choose(1000));
    RunningProcess reporter =
        machine.start(
            start, svchost, Programs.ERROR_REPORTER, "C:\\Windows\\system32\\wermgr.exe -upload");
    machine.start(
        start + 2_500,
        reporter,
        Programs.FAULT_REPORTER,
        "C:\\Windows\\system32\\WerFault.exe -pss -s 460 -p 2112 -ip 2112");
  }
}
