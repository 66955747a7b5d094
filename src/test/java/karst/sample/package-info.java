/**
 * The sample table that the searches in {@code queries/} run over: a small simulation of twelve
 * machines and three days, written as {@code Endpoint.Processes} rows.
 *
 * <p>Everything in it is invented and inert: command lines are text, names end in example domains,
 * and addresses are those set aside for documentation (RFC 5737).
 */
@NullMarked
package karst.sample;

import org.jspecify.annotations.NullMarked;
