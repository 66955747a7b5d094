package karst.source;

/**
 * The kinds of diagnostics. The number is stable; its first two digits tell the stage that finds
 * it.
 */
public enum DiagnosticCode {
  SYNTAX("0101"),
  UNTERMINATED("0102"),
  TOO_DEEP("0103"),
  UNKNOWN_MACRO("0201"),
  MACRO_CYCLE("0202"),
  MACRO_ARGUMENTS("0203"),
  MACRO_DEFINITION("0204"),
  MACRO_VALIDATION("0205"),
  EXPANSION_TOO_LARGE("0206"),
  UNKNOWN_COMMAND("0301"),
  UNSUPPORTED_COMMAND("0302"),
  UNKNOWN_OPTION("0303"),
  OPTION_VALUE("0304"),
  ARGUMENT("0305"),
  OPTION_WITHOUT_EFFECT("0306"),
  UNKNOWN_FUNCTION("0401"),
  FUNCTION_ARGUMENTS("0402"),
  BAD_REGEX("0403"),
  BAD_TIME("0404"),
  BAD_NUMBER("0405"),
  TYPE_MISMATCH("0406"),
  UNKNOWN_FIELD("0501"),
  UNKNOWN_DATA_MODEL("0502"),
  UNKNOWN_TABLE("0503"),
  MODEL_DEFINITION("0504"),
  UNREADABLE_FILE("0601"),
  MALFORMED_DATA("0602"),
  BAD_OPTION("0603"),
  UNWRITABLE_FILE("0604"),
  MEMORY_LIMIT("0701"),
  TIMEOUT("0702"),
  CANCELLED("0703"),
  REGEX_LIMIT("0704"),
  ROW_LIMIT("0705"),
  UNSUPPORTED("0901"),
  INTERNAL("0999");

  private final String number;

  DiagnosticCode(String number) {
    this.number = number;
  }

  /** Returns the four digits. */
  public String number() {
    return number;
  }
}
