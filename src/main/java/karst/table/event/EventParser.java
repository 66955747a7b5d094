package karst.table.event;

/** Reads the fields of a record. */
interface EventParser {
  /**
   * Adds the fields of a record; the fields hold its text as {@code _raw} already.
   *
   * @throws MalformedEventException if the record is not in the form that is expected
   */
  void parse(EventRecord record, EventFields fields) throws MalformedEventException;
}
