/**
 * SPL's types and the one home of every rule about values: numbers in text, comparison and order,
 * formatting, wildcards, regular expressions, time modifiers and time formats.
 */
@NullMarked
package karst.type;

import org.jspecify.annotations.NullMarked;
