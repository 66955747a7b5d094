package karst.vector;

import karst.type.SplType;

/**
 * A field of a schema.
 *
 * @param name the field's name, case-sensitive
 * @param type what is known of its values
 */
public record Column(String name, SplType type) {}
