package karst.script;

/**
 * A query and what it runs in.
 *
 * @param environment the settings, macros and tables before it
 * @param query the query
 */
public record ScriptCase(Environment environment, ScriptQuery query) {}
