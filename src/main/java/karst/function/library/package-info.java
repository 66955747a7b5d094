/**
 * The functions and aggregations of SPL, by topic: each is declared once, with its documentation,
 * its examples and what it does to columns.
 *
 * <p>A topic file holds declarations and short kernels; what needs more (formats, patterns, state
 * of an aggregation) has a file of its own.
 */
@NullMarked
package karst.function.library;

import org.jspecify.annotations.NullMarked;
