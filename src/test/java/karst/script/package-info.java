/**
 * Scripts that say what SPL means: {@code .test} files with tables, searches and what each search
 * must give. {@link karst.script.Script} reads and writes them, {@link karst.script.ScriptRunner}
 * runs them, in several ways that must agree.
 *
 * <pre>
 * # dedup keeps the first row of each combination.
 *
 * table web
 * | host | status:number | tags:multi |
 * | a    | 200           | [x, y]     |
 * | b    | 500           | null       |
 *
 * query: keeps the first
 * | from web | dedup host | table host
 * ---- rows
 * | host |
 * | a    |
 * | b    |
 * </pre>
 *
 * <p>{@code mvn test -Dkarst.accept=true} rewrites the sections that differ, in place.
 */
@NullMarked
package karst.script;

import org.jspecify.annotations.NullMarked;
