/**
 * Data models: datasets with their constraints, fields and the calculations that fill fields in.
 *
 * <p>A model is a YAML resource, not code: the ones of the Common Information Model are beside this
 * package's classes, a folder of a user's own may add to them or replace them. Constraints (search
 * language) and calculations (eval language) are text here; the planner parses them.
 *
 * <p>Stands beside the parser and before planning. Depends on {@code karst.type}, {@code
 * karst.source} and {@code karst.yaml}.
 */
@NullMarked
package karst.model;

import org.jspecify.annotations.NullMarked;
