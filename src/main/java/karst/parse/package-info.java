/**
 * The front end: expanded SPL text to syntax nodes. {@link karst.parse.Parser} is the way in; all
 * else serves it.
 *
 * <p>The grammar is {@code grammar/SplLexer.g4} and {@code grammar/SplParser.g4}. Commands are no
 * keywords: the lexer asks the {@link karst.command.CommandCatalog} which kind of arguments follows
 * a name and switches its mode. This package is the only user of ANTLR; it depends on the syntax
 * nodes, the command catalog and the source map.
 */
@NullMarked
package karst.parse;

import org.jspecify.annotations.NullMarked;
