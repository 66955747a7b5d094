/**
 * Scans that several searches share: each table is read once, and what conditions have in common is
 * evaluated once. A search that finds its rows here gets those that it would have read itself.
 */
@NullMarked
package karst.exec.shared;

import org.jspecify.annotations.NullMarked;
