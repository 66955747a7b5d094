package karst.exec.expression;

import java.util.ArrayList;
import java.util.List;
import karst.function.FunctionContext;
import karst.function.NullPolicy;
import karst.function.ScalarFunction;
import karst.function.Volatility;
import karst.vector.Batch;
import karst.vector.ConstantVector;
import karst.vector.DictionaryVector;
import karst.vector.ListVector;
import karst.vector.MixedVector;
import karst.vector.NullVector;
import karst.vector.Selection;
import karst.vector.Vector;

/**
 * A call of an ordinary function. It does for every kernel what no kernel needs to know of: mixed
 * columns are taken apart, lists are treated by the function's policy, a single dictionary-coded
 * argument is computed once per distinct value, arguments are coerced, nulls are masked.
 */
final class CallEvaluator implements Evaluator {
  private static final int NONE = -1;
  private static final int SEVERAL = -2;

  private final ScalarFunction function;
  private final List<Evaluator> arguments;
  private final FunctionContext context;
  private final DictionaryMemo memo = new DictionaryMemo();
  private final int memoized;

  CallEvaluator(ScalarFunction function, List<Evaluator> arguments, FunctionContext context) {
    this.function = function;
    this.arguments = arguments;
    this.context = context;
    memoized = onlyColumn(arguments);
  }

  /** Returns the one argument that is no literal, or NONE, or SEVERAL. */
  private static int onlyColumn(List<Evaluator> arguments) {
    int found = NONE;
    for (int i = 0; i < arguments.size(); i++) {
      if (!(arguments.get(i) instanceof LiteralEvaluator)) {
        found = found == NONE ? i : SEVERAL;
      }
    }
    return found;
  }

  @Override
  public Vector evaluate(Batch batch, Selection rows) {
    List<Vector> vectors = new ArrayList<>(arguments.size());
    for (Evaluator argument : arguments) {
      vectors.add(argument.evaluate(batch, rows));
    }
    return call(vectors, rows.size());
  }

  private Vector call(List<Vector> vectors, int rows) {
    if (function.volatility() != Volatility.ROW && rows > 0) {
      if (vectors.stream().allMatch(CallEvaluator::isConstant)) {
        return new ConstantVector(once(vectors), rows);
      }
      // Only literals are the same in every batch; a column may be constant in one batch alone.
      if (memoized >= 0 && vectors.get(memoized) instanceof DictionaryVector coded) {
        return memo.apply(coded, values -> perDistinct(vectors, values));
      }
    }
    return general(vectors, rows);
  }

  /** Calls the function on columns; an element of the list is of as many rows as are given. */
  Vector general(List<Vector> given, int rows) {
    List<Vector> vectors = given.stream().map(vector -> spread(vector, rows)).toList();
    for (int i = 0; i < vectors.size(); i++) {
      if (vectors.get(i) instanceof MixedVector mixed) {
        return ripAndStitch(vectors, i, mixed, rows);
      }
    }
    for (int i = 0; i < vectors.size(); i++) {
      if (vectors.get(i) instanceof ListVector list) {
        switch (function.multivalue()) {
          case WHOLE -> {}
          case EACH, ANY, FIRST, NULL -> {
            return Multivalues.call(function.multivalue(), vectors, i, list, rows, this::general);
          }
        }
      }
    }
    return kernel(vectors, rows);
  }

  /** A constant list is taken apart like any other, so it must be seen as one. */
  private static Vector spread(Vector vector, int rows) {
    return vector instanceof ConstantVector constant
            && (constant.value() instanceof ListVector || constant.value() instanceof MixedVector)
        ? constant.value().gather(Selection.of(new int[rows], rows))
        : vector;
  }

  private static boolean isConstant(Vector vector) {
    return vector instanceof ConstantVector || vector instanceof NullVector;
  }

  /** Returns the answer for constant arguments, as one row. */
  private Vector once(List<Vector> vectors) {
    List<Vector> single = new ArrayList<>(vectors.size());
    for (Vector vector : vectors) {
      single.add(vector instanceof ConstantVector constant ? constant.value() : new NullVector(1));
    }
    return general(single, 1);
  }

  private Vector perDistinct(List<Vector> vectors, Vector distinct) {
    List<Vector> flat = new ArrayList<>(vectors.size());
    for (int i = 0; i < vectors.size(); i++) {
      flat.add(i == memoized ? distinct : resized(vectors.get(i), distinct.size()));
    }
    return general(flat, distinct.size());
  }

  private static Vector resized(Vector constant, int rows) {
    return constant instanceof ConstantVector wrapped
        ? new ConstantVector(wrapped.value(), rows)
        : new NullVector(rows);
  }

  /** Calls the function for each part of a mixed argument and puts the answers together. */
  private Vector ripAndStitch(List<Vector> vectors, int argument, MixedVector mixed, int rows) {
    Stitch stitch = new Stitch(Selection.all(rows));
    for (int part = 0; part < mixed.parts().size(); part++) {
      int[] inPart = new int[rows];
      int[] positions = new int[rows];
      int count = 0;
      for (int row = 0; row < rows; row++) {
        if (mixed.tags()[row] == part) {
          inPart[count] = row;
          positions[count++] = mixed.positions()[row];
        }
      }
      if (count > 0) {
        Selection selection = Selection.of(inPart, count);
        List<Vector> ripped = new ArrayList<>(vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
          ripped.add(
              i == argument
                  ? mixed.parts().get(part).gather(Selection.of(positions, count))
                  : vectors.get(i).gather(selection));
        }
        stitch.add(selection, general(ripped, count));
      }
    }
    return stitch.build();
  }

  private Vector kernel(List<Vector> vectors, int rows) {
    List<Vector> coerced = new ArrayList<>(vectors.size());
    boolean strict = function.nulls() == NullPolicy.STRICT;
    for (int i = 0; i < vectors.size(); i++) {
      Vector vector = Coercion.to(function.parameter(i).type(), vectors.get(i));
      if (strict && vector instanceof NullVector) {
        return new NullVector(rows);
      }
      coerced.add(vector);
    }
    Vector answer = function.kernel().apply(coerced, rows, context);
    return strict ? NullMask.apply(answer, coerced, rows) : answer;
  }
}
