package karst.table.parquet;

import java.util.Locale;
import karst.type.SplType;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.Type;

/**
 * What a stored value means: a number is the stored one, times {@code factor}, by {@code divisor}.
 *
 * @param stored how values are stored
 * @param length the bytes of a value, where all have the same number
 * @param meaning what they mean
 * @param factor what a stored number is multiplied by
 * @param divisor what it is then divided by
 * @param name the type as a person would call it
 */
record LeafType(
    Type stored, int length, Meaning meaning, double factor, double divisor, String name) {
  private static final double SECONDS_A_DAY = 86_400;

  /** What stored values mean. */
  enum Meaning {
    /** Text in UTF-8. */
    TEXT,
    /** A truth value, which becomes the text true or false. */
    TRUTH,
    /** A number. */
    NUMBER,
    /** A whole number without a sign. */
    UNSIGNED,
    /** A number that becomes seconds since the epoch. */
    TIME,
    /** Sixteen bytes that become text. */
    UUID,
    /** No value at all. */
    NOTHING,
    /** Something that no field can hold. */
    UNSUPPORTED
  }

  /** Returns the type of a leaf of a file's schema. */
  static LeafType of(SchemaElement leaf) {
    Type stored = leaf.getType();
    int length = leaf.isSetType_length() ? leaf.getType_length() : 0;
    LogicalType logical = leaf.isSetLogicalType() ? leaf.getLogicalType() : new LogicalType();
    ConvertedType converted = leaf.getConverted_type();
    if (logical.isSetUNKNOWN()) {
      return plain(stored, length, Meaning.NOTHING, "null");
    }
    return switch (stored) {
      case BOOLEAN -> plain(stored, length, Meaning.TRUTH, "boolean");
      case INT32, INT64 -> whole(leaf, stored, logical, converted);
      case INT96 -> plain(stored, 12, Meaning.TIME, "timestamp");
      case FLOAT, DOUBLE -> plain(stored, length, Meaning.NUMBER, name(stored));
      case BYTE_ARRAY -> bytes(logical, converted);
      case FIXED_LEN_BYTE_ARRAY -> fixed(leaf, length, logical, converted);
    };
  }

  private static LeafType fixed(
      SchemaElement leaf, int length, LogicalType logical, ConvertedType converted) {
    if (isDecimal(logical, converted) && length > 0) {
      return decimal(leaf, Type.FIXED_LEN_BYTE_ARRAY, length, logical);
    }
    return logical.isSetUUID() && length == 16
        ? plain(Type.FIXED_LEN_BYTE_ARRAY, length, Meaning.UUID, "uuid")
        : unsupported(annotated(Type.FIXED_LEN_BYTE_ARRAY, logical, converted));
  }

  private static boolean isDecimal(LogicalType logical, ConvertedType converted) {
    return logical.isSetDECIMAL() || converted == ConvertedType.DECIMAL;
  }

  private static LeafType decimal(
      SchemaElement leaf, Type stored, int length, LogicalType logical) {
    int scale = logical.isSetDECIMAL() ? logical.getDECIMAL().getScale() : leaf.getScale();
    return new LeafType(stored, length, Meaning.NUMBER, 1, Math.pow(10, scale), "decimal");
  }

  private static LeafType bytes(LogicalType logical, ConvertedType converted) {
    boolean text =
        logical.isSetSTRING()
            || logical.isSetENUM()
            || logical.isSetJSON()
            || converted == ConvertedType.UTF8
            || converted == ConvertedType.ENUM
            || converted == ConvertedType.JSON;
    return text
        ? plain(Type.BYTE_ARRAY, 0, Meaning.TEXT, "string")
        : unsupported(annotated(Type.BYTE_ARRAY, logical, converted));
  }

  private static LeafType whole(
      SchemaElement leaf, Type stored, LogicalType logical, ConvertedType converted) {
    if (logical.isSetTIMESTAMP()) {
      return time(stored, 1, perSecond(logical.getTIMESTAMP().getUnit()));
    }
    if (converted == ConvertedType.TIMESTAMP_MILLIS) {
      return time(stored, 1, 1e3);
    }
    if (converted == ConvertedType.TIMESTAMP_MICROS) {
      return time(stored, 1, 1e6);
    }
    if (logical.isSetDATE() || converted == ConvertedType.DATE) {
      return time(stored, SECONDS_A_DAY, 1);
    }
    if (logical.isSetTIME()
        || converted == ConvertedType.TIME_MILLIS
        || converted == ConvertedType.TIME_MICROS) {
      return unsupported("time of day");
    }
    if (isDecimal(logical, converted)) {
      return decimal(leaf, stored, 0, logical);
    }
    boolean unsigned =
        logical.isSetINTEGER()
            ? !logical.getINTEGER().isIsSigned()
            : converted != null && converted.name().startsWith("UINT");
    return plain(stored, 0, unsigned ? Meaning.UNSIGNED : Meaning.NUMBER, name(stored));
  }

  private static double perSecond(TimeUnit unit) {
    return unit.isSetMILLIS() ? 1e3 : unit.isSetMICROS() ? 1e6 : 1e9;
  }

  private static LeafType time(Type stored, double factor, double divisor) {
    return new LeafType(stored, 0, Meaning.TIME, factor, divisor, "timestamp");
  }

  private static LeafType plain(Type stored, int length, Meaning meaning, String name) {
    return new LeafType(stored, length, meaning, 1, 1, name);
  }

  /** Returns the type of a column that only exists, by the name of what it holds. */
  static LeafType unsupported(String name) {
    return plain(Type.BYTE_ARRAY, 0, Meaning.UNSUPPORTED, name);
  }

  private static String annotated(Type stored, LogicalType logical, ConvertedType converted) {
    if (logical.isSet()) {
      return logical.getSetField().getFieldName().toLowerCase(Locale.ROOT) + " in " + name(stored);
    }
    return converted == null ? name(stored) : name(stored) + " of " + name(converted);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns what the compiler may know of a value. */
  SplType type() {
    return switch (meaning) {
      case TEXT, TRUTH, UUID, NOTHING -> SplType.STRING;
      case NUMBER, UNSIGNED -> SplType.NUMBER;
      case TIME -> SplType.TIME;
      case UNSUPPORTED -> SplType.DYNAMIC;
    };
  }

  /** Returns whether values become numbers. */
  boolean isNumeric() {
    return type().isNumeric();
  }

  /** Returns the number that a stored whole number means. */
  double number(long raw) {
    if (meaning == Meaning.UNSIGNED) {
      return stored == Type.INT32 ? raw & 0xFFFF_FFFFL : unsigned(raw);
    }
    return number((double) raw);
  }

  /** Returns the number that a stored number means. */
  double number(double raw) {
    return raw * factor / divisor;
  }

  private static double unsigned(long raw) {
    return raw >= 0 ? raw : (raw >>> 1 | raw & 1) * 2.0;
  }
}
