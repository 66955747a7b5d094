package karst.function;

import karst.type.SplType;

/**
 * A parameter of a function.
 *
 * @param name for documentation and messages
 * @param type what the kernel wants; arguments are coerced to it
 * @param optional whether it may be left out
 */
public record Parameter(String name, SplType type, boolean optional) {}
