/**
 * Planning: bound commands and tables become Calcite's relational algebra. Fields are resolved,
 * types assigned, and SPL's rules about null, coercion, multivalue and order made explicit.
 *
 * <p>Each command has one converter in {@code karst.plan.command}; own relational nodes, only where
 * the algebra lacks one, are in {@code karst.plan.rel}.
 */
@NullMarked
package karst.plan;

import org.jspecify.annotations.NullMarked;
