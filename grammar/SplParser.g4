parser grammar SplParser;
options { tokenVocab = SplLexer; }
pipeline: PIPE EOF;
