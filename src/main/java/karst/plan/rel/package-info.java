/** Relational nodes of Karst's own, for what the standard algebra cannot say. */
@NullMarked
package karst.plan.rel;

import org.jspecify.annotations.NullMarked;
