lexer grammar SplLexer;
PIPE: '|';
