package karst.table.summary;

import java.util.Arrays;
import karst.table.parquet.WrittenColumn.Kind;
import karst.type.SplType;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.DoubleVector;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.TextOf;
import karst.vector.Validity;
import karst.vector.Vector;
import karst.vector.VectorBuilder;
import org.jspecify.annotations.Nullable;

/** A column of rows that wait to be written. */
sealed interface BufferedColumn {
  /** Appends some rows. */
  void append(Vector vector, Selection rows);

  /** Returns the column as it is now. */
  Vector vector();

  /** Returns how the column is to be written. */
  Kind kind();

  /** Returns about how many bytes the column takes. */
  long memory();

  /** Returns a column of a type. */
  static BufferedColumn of(SplType type) {
    if (type.isNumeric()) {
      return new Numbers(type instanceof SplType.Time ? Kind.TIME : Kind.NUMBER);
    }
    return type instanceof SplType.Text ? new Texts() : new Values();
  }

  /** Numbers. */
  final class Numbers implements BufferedColumn {
    private final Kind kind;
    private double[] numbers = new double[1024];
    private long[] validity = Validity.none(numbers.length);
    private int size;

    Numbers(Kind kind) {
      this.kind = kind;
    }

    @Override
    public void append(Vector vector, Selection rows) {
      if (size + rows.size() > numbers.length) {
        numbers = Arrays.copyOf(numbers, Math.max(size + rows.size(), 2 * size));
        validity = Arrays.copyOf(validity, (numbers.length + 63) >>> 6);
      }
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.row(i);
        if (!vector.isNull(row)) {
          numbers[size] = vector.numberAt(row);
          Validity.set(validity, size);
        }
        size++;
      }
    }

    @Override
    public DoubleVector vector() {
      return new DoubleVector(numbers, validity, size);
    }

    @Override
    public Kind kind() {
      return kind;
    }

    @Override
    public long memory() {
      return 8L * numbers.length;
    }
  }

  /** Texts, each distinct one once. */
  final class Texts implements BufferedColumn {
    private final Dictionary dictionary = new Dictionary();
    private int[] codes = new int[1024];
    private int size;
    private @Nullable Dictionary foreign;
    private int[] own = new int[0];

    @Override
    public void append(Vector vector, Selection rows) {
      if (size + rows.size() > codes.length) {
        codes = Arrays.copyOf(codes, Math.max(size + rows.size(), 2 * size));
      }
      if (vector instanceof DictionaryVector coded) {
        recode(coded, rows);
        return;
      }
      for (int i = 0; i < rows.size(); i++) {
        int row = rows.row(i);
        codes[size++] = vector.isNull(row) ? DictionaryVector.NULL : intern(vector, row);
      }
    }

    @SuppressWarnings("ReferenceEquality")
    private void recode(DictionaryVector coded, Selection rows) {
      StringVector texts = coded.dictionary().values();
      if (foreign != coded.dictionary()) {
        foreign = coded.dictionary();
        own = new int[0];
      }
      int known = own.length;
      if (known < texts.size()) {
        own = Arrays.copyOf(own, Math.max(texts.size(), 2 * known));
        Arrays.fill(own, known, own.length, DictionaryVector.NULL);
      }
      for (int i = 0; i < rows.size(); i++) {
        int code = coded.codes()[rows.row(i)];
        if (code >= 0 && own[code] < 0) {
          own[code] = intern(texts, code);
        }
        codes[size++] = code < 0 ? DictionaryVector.NULL : own[code];
      }
    }

    private int intern(Vector vector, int row) {
      if (vector instanceof StringVector texts) {
        int start = texts.start(row);
        return dictionary.intern(texts.heap(), start, texts.end(row) - start);
      }
      return intern(StringVector.of(TextOf.row(vector, row)), 0);
    }

    @Override
    public DictionaryVector vector() {
      return new DictionaryVector(codes, dictionary, size);
    }

    @Override
    public Kind kind() {
      return Kind.TEXT;
    }

    @Override
    public long memory() {
      return 4L * codes.length + dictionary.memory();
    }
  }

  /** Values of any kind: texts, as long as no row has several. */
  final class Values implements BufferedColumn {
    private final VectorBuilder values = new VectorBuilder(1024);
    private boolean lists;
    private @Nullable Vector built;

    @Override
    public void append(Vector vector, Selection rows) {
      for (int i = 0; i < rows.size(); i++) {
        lists |= vector.kindAt(rows.row(i)) == karst.vector.Kind.LIST;
        values.append(vector, rows.row(i));
      }
    }

    @Override
    public Vector vector() {
      Vector known = built;
      if (known == null) {
        known = values.build();
        built = known;
      }
      return known;
    }

    @Override
    public Kind kind() {
      return lists ? Kind.TEXTS : Kind.TEXT;
    }

    @Override
    public long memory() {
      return values.memory();
    }
  }
}
