package karst.exec.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import karst.exec.RunContext;
import karst.exec.Workers;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.expression.RequiredTexts;
import karst.source.SplException;
import karst.table.RequiredText;
import karst.type.TextAutomaton;
import karst.vector.Batch;
import karst.vector.Column;
import karst.vector.NullVector;
import karst.vector.Schema;
import karst.vector.Selection;
import karst.vector.StringVector;
import org.apache.calcite.rex.RexNode;

/**
 * The distinct texts of a column, and for conditions on the column alone which of them pass. A
 * condition is evaluated once for each text; what several conditions have in common, once for all.
 */
final class ColumnTexts {
  /** Texts that a thread looks at in one go; whole words of bits. */
  private static final int PIECE = 1 << 14;

  private final Batch texts;
  private final Batch missing;
  private final EvaluatorFactory factory;
  private final RunContext context;
  private final Map<RexNode, Passing> known = new ConcurrentHashMap<>();

  /**
   * Which texts pass a condition.
   *
   * @param codes the texts
   * @param missing whether a missing text passes
   */
  record Passing(BitSet codes, boolean missing) {
    /** Returns which texts pass this condition or another. */
    Passing or(Passing other) {
      BitSet both = (BitSet) codes.clone();
      both.or(other.codes);
      return new Passing(both, missing || other.missing);
    }
  }

  ColumnTexts(Column column, StringVector distinct, RunContext context) {
    Schema schema = new Schema(List.of(column));
    texts = Batch.of(schema, List.of(distinct), distinct.size());
    missing = Batch.of(schema, List.of(new NullVector(1)), 1);
    factory = EvaluatorFactory.sharing(context.functionContext());
    this.context = context;
  }

  /** Returns the number of texts. */
  int size() {
    return texts.rowCount();
  }

  /** Returns which texts pass a condition on the column; asks each of them if it is not known. */
  synchronized Passing passing(RexNode condition) {
    Passing passing = known.get(condition);
    if (passing == null) {
      passing = among(condition, texts.selection(), factory);
      known.put(condition, passing);
    }
    return passing;
  }

  private Passing among(RexNode condition, Selection candidates, EvaluatorFactory evaluators) {
    Evaluator evaluator = evaluators.create(condition);
    Selection rows = evaluator.select(texts, candidates);
    BitSet codes = new BitSet(size());
    for (int i = 0; i < rows.size(); i++) {
      codes.set(rows.row(i));
    }
    Evaluator ofNull = new EvaluatorFactory(context.functionContext()).create(condition);
    return new Passing(codes, ofNull.select(missing, missing.selection()).size() > 0);
  }

  /**
   * Looks for the literals of some conditions in one pass over all texts, and asks each condition
   * about the texts that hold one of its literals.
   */
  void search(List<RexNode> conditions) {
    Map<String, Integer> literals = new LinkedHashMap<>();
    for (RexNode condition : conditions) {
      for (String literal : literals(condition).orElse(List.of())) {
        literals.putIfAbsent(literal, literals.size());
      }
    }
    List<BitSet> found = find(List.copyOf(literals.keySet()));
    Workers.run(
        context.threads(),
        conditions.size(),
        number -> {
          context.checkpoint();
          RexNode condition = conditions.get(number);
          BitSet candidates = new BitSet(size());
          for (String literal : literals(condition).orElse(List.of())) {
            candidates.or(found.get(literals.getOrDefault(literal, 0)));
          }
          int[] codes = Rows.of(candidates);
          Selection asked = Selection.of(codes, codes.length);
          EvaluatorFactory own = new EvaluatorFactory(context.functionContext());
          try {
            known.put(condition, among(condition, asked, own));
          } catch (SplException failure) {
            // The searches that have the condition find out when they evaluate it.
            context.checkpoint();
          }
        });
  }

  /** Returns for each literal the texts that hold it; every thread looks at some of the texts. */
  private List<BitSet> find(List<String> literals) {
    StringVector distinct = (StringVector) texts.vector(0);
    TextAutomaton automaton = TextAutomaton.of(literals);
    int pieces = (size() + PIECE - 1) / PIECE;
    List<List<BitSet>> found = new ArrayList<>(Collections.nCopies(pieces, List.of()));
    Workers.run(
        context.threads(),
        pieces,
        piece -> {
          context.checkpoint();
          int from = piece * PIECE;
          int to = Math.min(size(), from + PIECE);
          int[] offsets = Arrays.copyOfRange(distinct.offsets(), from, to + 1);
          found.set(piece, automaton.find(distinct.heap(), offsets, to - from));
        });
    List<BitSet> all = new ArrayList<>();
    for (int literal = 0; literal < literals.size(); literal++) {
      long[] words = new long[pieces * PIECE / Long.SIZE];
      for (int piece = 0; piece < pieces; piece++) {
        long[] own = found.get(piece).get(literal).toLongArray();
        System.arraycopy(own, 0, words, piece * PIECE / Long.SIZE, own.length);
      }
      all.add(BitSet.valueOf(words));
    }
    return all;
  }

  /** Returns whether it is known which texts pass a condition. */
  boolean knows(RexNode condition) {
    return known.containsKey(condition);
  }

  /** Returns literals of which each text that passes holds one; empty if there are none to find. */
  static Optional<List<String>> literals(RexNode condition) {
    return RequiredTexts.of(condition).stream()
        .map(RequiredText::alternatives)
        .filter(texts -> texts.stream().allMatch(TextAutomaton::isLiteral))
        .max(Comparator.comparingInt(ColumnTexts::shortest));
  }

  private static int shortest(List<String> texts) {
    return texts.stream().mapToInt(String::length).min().orElse(0);
  }
}
