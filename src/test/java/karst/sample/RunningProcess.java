package karst.sample;

/**
 * A process on one of the machines.
 *
 * @param image the program
 * @param commandLine how it was called
 * @param user the account, without its domain
 * @param integrity the integrity level as Windows writes it
 * @param id the process id, a multiple of four
 * @param guid the identifier that a sensor gives it, 32 hexadecimal digits
 */
record RunningProcess(
    Image image, String commandLine, String user, String integrity, int id, String guid) {}
