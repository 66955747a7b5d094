/**
 * Export: a relational plan becomes SQL of a dialect that gives the same rows, or a refusal that
 * says why not.
 *
 * <p>SPL's operators, functions and orders are translated into nodes and expressions that SQL has,
 * each by a rendering of the dialect; Calcite's converter makes SQL of the result. The plan is the
 * one before optimisation: its steps are those of the search, and every engine moves filters by
 * itself.
 */
@NullMarked
package karst.export;

import org.jspecify.annotations.NullMarked;
