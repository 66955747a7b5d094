/**
 * One converter a command: from its record to relational nodes. Converters do not know each other.
 */
@NullMarked
package karst.plan.command;

import org.jspecify.annotations.NullMarked;
