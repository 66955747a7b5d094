/**
 * Expression evaluation: a row expression becomes a tree of small evaluators, one class for each
 * special form; all ordinary functions share {@link karst.exec.expression.CallEvaluator}.
 */
@NullMarked
package karst.exec.expression;

import org.jspecify.annotations.NullMarked;
