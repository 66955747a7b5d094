package karst.exec.shared;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karst.exec.RunContext;
import karst.exec.expression.Evaluator;
import karst.exec.expression.EvaluatorFactory;
import karst.exec.expression.RequiredTexts;
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
  private final Batch texts;
  private final Batch missing;
  private final EvaluatorFactory factory;
  private final EvaluatorFactory ofNull;
  private final Map<RexNode, Passing> known = new HashMap<>();

  /**
   * Which texts pass a condition.
   *
   * @param codes the texts
   * @param missing whether a missing text passes
   */
  record Passing(BitSet codes, boolean missing) {}

  ColumnTexts(Column column, StringVector distinct, RunContext context) {
    Schema schema = new Schema(List.of(column));
    texts = Batch.of(schema, List.of(distinct), distinct.size());
    missing = Batch.of(schema, List.of(new NullVector(1)), 1);
    factory = EvaluatorFactory.sharing(context.functionContext());
    ofNull = new EvaluatorFactory(context.functionContext());
  }

  /** Returns the number of texts. */
  int size() {
    return texts.rowCount();
  }

  /** Returns which texts pass a condition on the column; asks each of them if it is not known. */
  Passing passing(RexNode condition) {
    Passing passing = known.get(condition);
    if (passing == null) {
      passing = among(condition, texts.selection());
      known.put(condition, passing);
    }
    return passing;
  }

  private Passing among(RexNode condition, Selection candidates) {
    Evaluator evaluator = factory.create(condition);
    Selection rows = evaluator.select(texts, candidates);
    BitSet codes = new BitSet(size());
    for (int i = 0; i < rows.size(); i++) {
      codes.set(rows.row(i));
    }
    boolean nothing = ofNull.create(condition).select(missing, missing.selection()).size() > 0;
    return new Passing(codes, nothing);
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
    StringVector distinct = (StringVector) texts.vector(0);
    List<BitSet> found =
        TextAutomaton.of(List.copyOf(literals.keySet()))
            .find(distinct.heap(), distinct.offsets(), distinct.size());
    for (RexNode condition : conditions) {
      BitSet candidates = new BitSet(size());
      for (String literal : literals(condition).orElse(List.of())) {
        candidates.or(found.get(literals.getOrDefault(literal, 0)));
      }
      int[] codes = candidates.stream().toArray();
      try {
        known.put(condition, among(condition, Selection.of(codes, codes.length)));
      } catch (RuntimeException failure) {
        // The searches that have the condition find out when they evaluate it.
        continue;
      }
    }
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
