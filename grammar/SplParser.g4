// The shape of SPL. It accepts a little more than the language: what a command makes of its
// arguments is told apart when they are bound, where the messages can be better. Nearly every
// choice is made on one token, so that an error is found where it is.
parser grammar SplParser;

options { tokenVocab = SplLexer; }

query: pipeline EOF;

searchOnly: search EOF;

expressionOnly: expression EOF;

pipeline: PIPE? command (PIPE command)*;

subsearch: LBRACKET pipeline RBRACKET;

command
  : (SEARCH_COMMAND | IMPLIED_SEARCH) search                # searchCommand
  | EXPRESSION_COMMAND expression                           # expressionCommand
  | ASSIGNMENTS_COMMAND assignment (COMMA assignment?)*     # assignmentsCommand
  | GENERAL_COMMAND argument* whereClause*                  # generalCommand
  ;

// Search terms. OR binds tighter than AND; juxtaposition is AND.

search: searchAnd?;

searchAnd: searchOr (AND? searchOr)*;

searchOr: searchNot (OR searchNot)*;

searchNot: NOT* searchTerm;

searchTerm
  : LPAREN searchAnd? RPAREN                                # searchGroup
  | subsearch                                               # searchSubsearch
  | WRAPPED                                                 # searchWrapped
  | INDEXED_FIELD STRING                                    # searchIndexed
  | term=(SEARCH_WORD | STRING) predicate?                  # searchPredicate
  | field=QUOTED_NAME predicate                             # searchQuotedField
  ;

predicate
  : comparator searchValue                                  # comparisonPredicate
  | (IN_OPEN | NOT_IN_OPEN) COMMA* searchValue (COMMA | searchValue)* RPAREN # inPredicate
  ;

comparator: EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL;

searchValue: VALUE | STRING | WRAPPED | subsearch;

// General arguments.

// `where` in tstats and its like; `by` or the end of the command ends the search.
whereClause: WHERE search (BY argument*)?;

argument
  : COMMA                                                   # commaArgument
  | word ((EQUAL | NOT_EQUAL) optionValue)?                 # wordArgument
  | call                                                    # callArgument
  | OPEN_EXPRESSION expression RPAREN                       # evaluationArgument
  | subsearch                                               # subsearchArgument
  ;

word: WORD | STRING | QUOTED_NAME;

optionValue
  : word
  | call
  | OPEN_EXPRESSION expression RPAREN
  | OPEN_SEARCH search RPAREN
  | subsearch
  ;

call
  : EVAL_NAME LPAREN expression RPAREN
  | CALL_NAME LPAREN item* RPAREN
  ;

// `name=` without a value is tstats' PREFIX(name=).
item
  : COMMA
  | word ((EQUAL | NOT_EQUAL) optionValue?)?
  | call
  | subsearch
  ;

// Expressions, strongest operator first.

assignment: target=(IDENTIFIER | DOTTED_NAME | QUOTED_NAME | STRING) EQUAL expression;

expression
  : primary                                                 # primaryExpression
  | (MINUS | PLUS) expression                               # signExpression
  | expression operator=(STAR | SLASH | PERCENT) expression # binaryExpression
  | expression operator=(PLUS | MINUS) expression           # binaryExpression
  | expression operator=DOT expression                      # binaryExpression
  | expression operator=
      (EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | LIKE) expression
                                                            # binaryExpression
  | expression NOT operator=LIKE expression                 # binaryExpression
  | expression NOT? IN LPAREN expressions RPAREN            # inExpression
  | NOT expression                                          # notExpression
  | expression operator=AND expression                      # binaryExpression
  | expression operator=OR expression                       # binaryExpression
  | expression operator=XOR expression                      # binaryExpression
  ;

primary
  : LPAREN expression RPAREN                                # groupPrimary
  | NUMBER                                                  # numberPrimary
  | STRING                                                  # stringPrimary
  | (IDENTIFIER | QUOTED_NAME)                              # fieldPrimary
  | DOTTED_NAME                                             # dottedPrimary
  | name=(CALL_NAME | LIKE | IN) LPAREN expressions? RPAREN # callPrimary
  | subsearch                                               # subsearchPrimary
  ;

expressions: expression (COMMA expression)*;
