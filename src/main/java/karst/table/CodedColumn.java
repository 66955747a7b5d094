package karst.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import karst.table.ScanFilter.RowPredicate;
import karst.vector.Batch;
import karst.vector.Dictionary;
import karst.vector.DictionaryVector;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.StringVector;
import karst.vector.Vector;
import org.jspecify.annotations.Nullable;

/** A column of texts, each distinct text once, with the rows of each text on demand. */
final class CodedColumn implements LoadedColumn {
  /** A dictionary with more entries than this for each row that is read does not pay. */
  private static final int ENTRIES_A_ROW = 2;

  private final NarrowCodes codes;
  private final Dictionary dictionary;
  private final ColumnFacts facts;
  private final KnownAnswers answers = new KnownAnswers();
  private volatile @Nullable Postings postings;

  private CodedColumn(NarrowCodes codes, Dictionary dictionary, ColumnFacts facts) {
    this.codes = codes;
    this.dictionary = dictionary;
    this.facts = facts;
  }

  /** Returns the number of distinct texts. */
  int distinct() {
    return dictionary.size();
  }

  /** Returns the distinct texts, row = code. */
  StringVector texts() {
    return dictionary.values();
  }

  /** Returns the codes of some rows, -1 for null. */
  int[] codes(Selection rows) {
    return codes.read(rows);
  }

  @Override
  public Vector read(Selection rows, int expected) {
    int[] read = codes.read(rows);
    // What reads a coded column makes tables as large as the dictionary: too large for a few rows.
    return dictionary.size() <= (long) ENTRIES_A_ROW * expected
        ? new DictionaryVector(read, dictionary, read.length)
        : texts(read);
  }

  private StringVector texts(int[] read) {
    StringVector all = dictionary.values();
    StringVector.Builder texts = new StringVector.Builder(read.length);
    for (int code : read) {
      if (code < 0) {
        texts.appendNull();
      } else {
        texts.append(all, code);
      }
    }
    return texts.build();
  }

  /**
   * Returns the codes of the distinct texts that pass, -1 for null. What passes a filter that has a
   * key is kept for the next one that has the same.
   */
  int[] passing(ScanFilter filter, Schema schema) {
    Object key = filter.key();
    int[] known = key == null ? null : answers.find(key);
    if (known == null) {
      known = passing(filter.open(), schema);
      if (key != null) {
        answers.add(key, known);
      }
    }
    return known;
  }

  private int[] passing(RowPredicate predicate, Schema schema) {
    StringVector distinct = dictionary.values();
    Selection texts = predicate.select(Batch.of(schema, List.of(distinct), distinct.size()));
    Selection nulls = predicate.select(Batch.of(schema, List.of(new NullVector(1)), 1));
    int[] passing = Arrays.copyOf(texts.toArray(), texts.size() + nulls.size());
    Arrays.fill(passing, texts.size(), passing.length, DictionaryVector.NULL);
    return passing;
  }

  /** Marks the rows that have one of some texts, or none if that is wanted. */
  void mark(BitSet texts, boolean missing, BitSet found) {
    Postings lists = postings();
    for (int code = texts.nextSetBit(0); code >= 0; code = texts.nextSetBit(code + 1)) {
      lists.mark(code, found);
    }
    if (missing) {
      lists.mark(DictionaryVector.NULL, found);
    }
  }

  /** Returns the rows of each text; made when first asked for. */
  Postings postings() {
    Postings known = postings;
    if (known == null) {
      synchronized (this) {
        known = postings;
        if (known == null) {
          known = Postings.of(codes, dictionary.size());
          postings = known;
        }
      }
    }
    return known;
  }

  @Override
  public ColumnFacts facts() {
    return facts;
  }

  @Override
  public long memory() {
    Postings known = postings;
    return codes.memory()
        + dictionary.memory()
        + answers.memory()
        + (known == null ? 0 : known.memory());
  }

  /** Collects the rows of a column. */
  static final class Builder implements ColumnBuilder {
    private final Dictionary dictionary = new Dictionary();
    private int[] codes = new int[1024];
    private int size;
    private @Nullable Dictionary foreign;
    private int[] own = new int[0];

    @Override
    public void append(Vector vector) {
      int needed = Math.addExact(size, vector.size());
      if (needed > codes.length) {
        codes = Arrays.copyOf(codes, Math.max(needed, codes.length + (codes.length >> 1)));
      }
      if (vector instanceof DictionaryVector coded) {
        appendCoded(coded);
      } else if (vector instanceof StringVector texts) {
        for (int row = 0; row < texts.size(); row++) {
          codes[size++] = texts.isNull(row) ? DictionaryVector.NULL : intern(texts, row);
        }
      } else {
        for (int row = 0; row < vector.size(); row++) {
          StringVector text = StringVector.of(vector.isNull(row) ? null : vector.textAt(row));
          codes[size++] = text.isNull(0) ? DictionaryVector.NULL : intern(text, 0);
        }
      }
    }

    @SuppressWarnings("ReferenceEquality")
    private void appendCoded(DictionaryVector coded) {
      if (foreign != coded.dictionary()) {
        foreign = coded.dictionary();
        own = new int[0];
      }
      StringVector texts = coded.dictionary().values();
      int known = own.length;
      if (known < texts.size()) {
        own = Arrays.copyOf(own, texts.size());
        Arrays.fill(own, known, own.length, DictionaryVector.NULL);
      }
      for (int row = 0; row < coded.size(); row++) {
        int code = coded.codes()[row];
        if (code < 0) {
          codes[size++] = DictionaryVector.NULL;
          continue;
        }
        if (own[code] < 0) {
          own[code] = intern(texts, code);
        }
        codes[size++] = own[code];
      }
    }

    private boolean anyNull() {
      for (int row = 0; row < size; row++) {
        if (codes[row] < 0) {
          return true;
        }
      }
      return false;
    }

    private static boolean anyEmpty(StringVector texts) {
      for (int code = 0; code < texts.size(); code++) {
        if (texts.start(code) == texts.end(code)) {
          return true;
        }
      }
      return false;
    }

    private int intern(StringVector texts, int row) {
      return dictionary.intern(texts.heap(), texts.start(row), texts.end(row) - texts.start(row));
    }

    @Override
    public LoadedColumn build() {
      dictionary.seal();
      ColumnFacts facts = new ColumnFacts(anyNull(), anyEmpty(dictionary.values()));
      return new CodedColumn(NarrowCodes.of(codes, size, dictionary.size()), dictionary, facts);
    }
  }
}
