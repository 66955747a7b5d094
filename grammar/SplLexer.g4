// Tokens of SPL. Commands are no keywords: a mode is a kind of argument, and which kind follows a
// command's name comes from the command catalog (see SplLexerBase).
lexer grammar SplLexer;

options { superClass = karst.parse.SplLexerBase; }

tokens {
  // Given by SplLexerBase to a command's name, by the kind of its arguments.
  IMPLIED_SEARCH, SEARCH_COMMAND, EXPRESSION_COMMAND, ASSIGNMENTS_COMMAND, GENERAL_COMMAND,
  // Given by SplLexerBase to a name before a parenthesis, and to parentheses that change the mode.
  CALL_NAME, EVAL_NAME, OPEN_SEARCH, OPEN_EXPRESSION,
  // Given by SplLexerBase to `where` in tstats and its like and to the `by` that ends its search.
  WHERE, BY,
  // Given by SplLexerBase to `field::` before a quote.
  INDEXED_FIELD,
  LPAREN, RPAREN, LBRACKET, COMMA, DOT
}

fragment SPACE: [ \t\r\n\f];
fragment QUOTED: '"' ('\\' . | ~["\\])* '"';
fragment OPEN_QUOTED: '"' ('\\' . | ~["\\])* '\\'?;
fragment NAME: '\'' ('\\' . | ~['\\])* '\'';
fragment OPEN_NAME: '\'' ('\\' . | ~['\\])* '\\'?;
fragment ESCAPE: '\\' ["\\|];
// What a bare word of a search or a general argument may hold; values may hold signs as well.
fragment BARE: ESCAPE | ~[ \t\r\n\f,()|"[\]=<>];
fragment BARE_VALUE: ESCAPE | ~[ \t\r\n\f,()|"[\]];
fragment BARE_ARGUMENT: ESCAPE | ~[ \t\r\n\f,()|"[\]=];
fragment LETTER: [A-Za-z_$@\u0080-\uFFFF] | '{' ~[{}"'|[\]()\r\n]* '}' | '<<' [A-Za-z0-9_]+ '>>';
fragment IDENT: LETTER (LETTER | [0-9:])*;

// The start of a pipeline: everything but a pipe is told apart by SplLexerBase.
START_SPACE: SPACE+ -> skip;
PIPE: '|' -> mode(COMMAND_MODE);
RBRACKET: ']' -> popMode;
UNKNOWN: .;

mode COMMAND_MODE;
COMMAND_SPACE: SPACE+ -> skip;
COMMAND_NAME: [A-Za-z_] [A-Za-z0-9_.]*;
COMMAND_PIPE: '|' -> type(PIPE);
COMMAND_END: ']' -> type(RBRACKET), popMode;
COMMAND_UNKNOWN: . -> type(UNKNOWN);

mode SEARCH_MODE;
SEARCH_SPACE: (SPACE | ',')+ -> skip;
SEARCH_PIPE: '|' -> type(PIPE), mode(COMMAND_MODE);
SEARCH_START: '[' -> type(LBRACKET), pushMode(DEFAULT_MODE);
SEARCH_END: ']' -> type(RBRACKET), popMode;
SEARCH_OPEN: '(' -> type(LPAREN), pushMode(SEARCH_MODE);
SEARCH_CLOSE: ')' -> type(RPAREN), popMode;
AND: 'AND';
OR: 'OR';
NOT: 'NOT';
IN_OPEN: 'IN' SPACE* '(' -> pushMode(IN_LIST_MODE);
NOT_IN_OPEN: 'NOT' SPACE+ 'IN' SPACE* '(' -> pushMode(IN_LIST_MODE);
EQUAL: '=' '='? -> mode(SEARCH_VALUE_MODE);
NOT_EQUAL: '!=' -> mode(SEARCH_VALUE_MODE);
LESS: '<' -> mode(SEARCH_VALUE_MODE);
LESS_OR_EQUAL: '<=' -> mode(SEARCH_VALUE_MODE);
GREATER: '>' -> mode(SEARCH_VALUE_MODE);
GREATER_OR_EQUAL: '>=' -> mode(SEARCH_VALUE_MODE);
STRING: QUOTED;
UNTERMINATED: OPEN_QUOTED;
WRAPPED: ('CASE' | 'TERM') '(' SPACE* (QUOTED | ~[)("|[\]]+) SPACE* ')';
SEARCH_WORD: BARE+;
SEARCH_UNKNOWN: . -> type(UNKNOWN);

mode SEARCH_VALUE_MODE;
VALUE_SPACE: SPACE+ -> skip;
VALUE_STRING: QUOTED -> type(STRING), mode(SEARCH_MODE);
VALUE_OPEN_STRING: OPEN_QUOTED -> type(UNTERMINATED);
VALUE_WRAPPED: ('CASE' | 'TERM') '(' SPACE* (QUOTED | ~[)("|[\]]+) SPACE* ')'
  -> type(WRAPPED), mode(SEARCH_MODE);
VALUE: (BARE_VALUE+ | 'now()') -> mode(SEARCH_MODE);
VALUE_START: '[' -> type(LBRACKET), mode(SEARCH_MODE), pushMode(DEFAULT_MODE);
VALUE_UNKNOWN: . -> type(UNKNOWN);

mode IN_LIST_MODE;
LIST_SPACE: SPACE+ -> skip;
LIST_COMMA: ',' -> type(COMMA);
LIST_CLOSE: ')' -> type(RPAREN), popMode;
LIST_START: '[' -> type(LBRACKET), pushMode(DEFAULT_MODE);
LIST_STRING: QUOTED -> type(STRING);
LIST_OPEN_STRING: OPEN_QUOTED -> type(UNTERMINATED);
LIST_WRAPPED: ('CASE' | 'TERM') '(' SPACE* (QUOTED | ~[)("|[\]]+) SPACE* ')' -> type(WRAPPED);
LIST_VALUE: BARE_VALUE+ -> type(VALUE);
LIST_PIPE: '|' -> type(PIPE), mode(COMMAND_MODE);
LIST_END: ']' -> type(RBRACKET), popMode;
LIST_OPEN: '(' -> type(LPAREN);
LIST_UNKNOWN: . -> type(UNKNOWN);

mode EXPRESSION_MODE;
EXPRESSION_SPACE: SPACE+ -> skip;
EXPRESSION_PIPE: '|' -> type(PIPE), mode(COMMAND_MODE);
EXPRESSION_START: '[' -> type(LBRACKET), pushMode(DEFAULT_MODE);
EXPRESSION_END: ']' -> type(RBRACKET), popMode;
EXPRESSION_OPEN: '(' -> type(LPAREN), pushMode(EXPRESSION_MODE);
EXPRESSION_CLOSE: ')' -> type(RPAREN), popMode;
EXPRESSION_COMMA: ',' -> type(COMMA);
EXPRESSION_AND: [aA] [nN] [dD] -> type(AND);
EXPRESSION_OR: [oO] [rR] -> type(OR);
XOR: [xX] [oO] [rR];
EXPRESSION_NOT: ([nN] [oO] [tT] | '!') -> type(NOT);
LIKE: [lL] [iI] [kK] [eE];
IN: [iI] [nN];
EXPRESSION_EQUAL: '=' '='? -> type(EQUAL);
EXPRESSION_NOT_EQUAL: ('!=' | '<>') -> type(NOT_EQUAL);
EXPRESSION_LESS: '<' -> type(LESS);
EXPRESSION_LESS_OR_EQUAL: '<=' -> type(LESS_OR_EQUAL);
EXPRESSION_GREATER: '>' -> type(GREATER);
EXPRESSION_GREATER_OR_EQUAL: '>=' -> type(GREATER_OR_EQUAL);
PLUS: '+';
MINUS: '-';
STAR: '*';
SLASH: '/';
PERCENT: '%';
EXPRESSION_DOT: '.' -> type(DOT);
NUMBER: ([0-9]+ ('.' [0-9]+)? | '.' [0-9]+) ([eE] [+-]? [0-9]+)?;
EXPRESSION_STRING: QUOTED -> type(STRING);
EXPRESSION_OPEN_STRING: (OPEN_QUOTED | OPEN_NAME) -> type(UNTERMINATED);
QUOTED_NAME: NAME;
IDENTIFIER: IDENT;
DOTTED_NAME: IDENT ('.' IDENT)+;
EXPRESSION_UNKNOWN: . -> type(UNKNOWN);

mode GENERAL_MODE;
GENERAL_SPACE: SPACE+ -> skip;
GENERAL_PIPE: '|' -> type(PIPE), mode(COMMAND_MODE);
GENERAL_START: '[' -> type(LBRACKET), pushMode(DEFAULT_MODE);
GENERAL_END: ']' -> type(RBRACKET), popMode;
GENERAL_OPEN: '(' -> type(LPAREN);
GENERAL_CLOSE: ')' -> type(RPAREN), popMode;
GENERAL_COMMA: ',' -> type(COMMA);
GENERAL_EQUAL: '=' -> type(EQUAL), mode(OPTION_VALUE_MODE);
GENERAL_NOT_EQUAL: '!=' -> type(NOT_EQUAL), mode(OPTION_VALUE_MODE);
GENERAL_STRING: QUOTED ('.' QUOTED)* -> type(STRING);
GENERAL_NAME: NAME -> type(QUOTED_NAME);
GENERAL_OPEN_STRING: (OPEN_QUOTED | OPEN_NAME) -> type(UNTERMINATED);
WORD: (ESCAPE | ~[ \t\r\n\f,()|"[\]=']) BARE_ARGUMENT*;
GENERAL_UNKNOWN: . -> type(UNKNOWN);

mode OPTION_VALUE_MODE;
OPTION_SPACE: SPACE+ -> skip;
OPTION_START: '[' -> type(LBRACKET), mode(GENERAL_MODE), pushMode(DEFAULT_MODE);
OPTION_OPEN: '(' -> type(LPAREN), mode(GENERAL_MODE);
OPTION_STRING: QUOTED ('.' QUOTED)* -> type(STRING), mode(GENERAL_MODE);
OPTION_NAME: NAME -> type(QUOTED_NAME), mode(GENERAL_MODE);
OPTION_OPEN_STRING: (OPEN_QUOTED | OPEN_NAME) -> type(UNTERMINATED);
OPTION_WORD: (ESCAPE | ~[ \t\r\n\f,()|"[\]']) BARE_VALUE* -> type(WORD), mode(GENERAL_MODE);
OPTION_UNKNOWN: . -> type(UNKNOWN);
