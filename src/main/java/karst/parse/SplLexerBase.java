package karst.parse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import karst.command.ArgumentKind;
import karst.command.CommandCatalog;
import karst.parse.antlr.SplLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The part of the lexer that needs to know more than characters: which kind of arguments a command
 * has, where a pipeline without a leading pipe begins with a command, and where a word is the name
 * of a call.
 *
 * <p>Parentheses and brackets push modes, so that the height of the mode stack is the nesting
 * depth.
 */
public abstract class SplLexerBase extends Lexer {
  /** Options whose value in parentheses is a search; in any other it is an eval expression. */
  private static final Set<String> SEARCH_OPTIONS = Set.of("startswith", "endswith");

  private final Deque<Stage> stages = new ArrayDeque<>();
  private @Nullable CommandCatalog catalog;
  private int previousType = Token.EOF;
  private String optionName = "";
  private String wordText = "";

  /** Creates a lexer that knows no command yet. */
  protected SplLexerBase(CharStream input) {
    super(input);
    stages.push(new Stage(false));
  }

  /** Tells the lexer of the commands and where in the language the text begins. */
  final void begin(CommandCatalog commands, int mode) {
    this.catalog = commands;
    mode(mode);
  }

  /** What the lexer remembers of the command at hand, for each level of brackets. */
  private static final class Stage {
    /** Whether the brackets around are an argument of a command that is no search or eval. */
    final boolean insideGeneral;

    ArgumentKind kind = ArgumentKind.GENERAL;

    /** The height of the mode stack at the command's arguments. */
    int depth;

    /** Whether a search after {@code where} is open. */
    boolean inWhere;

    Stage(boolean insideGeneral) {
      this.insideGeneral = insideGeneral;
    }
  }

  @Override
  public Token nextToken() {
    Token token = null;
    if (_mode == SplLexer.DEFAULT_MODE) {
      token = beginPipeline();
    } else if (_mode == SplLexer.SEARCH_VALUE_MODE && valueIsMissing("|,)](")) {
      mode(SplLexer.SEARCH_MODE);
    } else if (_mode == SplLexer.OPTION_VALUE_MODE && valueIsMissing("|,)]")) {
      mode(SplLexer.GENERAL_MODE);
    }
    if (token == null) {
      token = super.nextToken();
    }
    if (token.getChannel() == Token.DEFAULT_CHANNEL) {
      previousType = token.getType();
    }
    return token;
  }

  /**
   * Decides what a pipeline without a leading pipe begins with: a command that is named, or a
   * search that is implied (spl-semantics §0.9).
   */
  private @Nullable Token beginPipeline() {
    int start = skipSpaces(1);
    int first = _input.LA(start);
    if (first == '|' || first == ']' || first == EOF) {
      return null;
    }
    _input.seek(_input.index() + start - 1);
    int length = 0;
    while (isNamePart(_input.LA(length + 1))) {
      length++;
    }
    if (length > 0 && beginsWithCommand(peekText(length), length)) {
      mode(SplLexer.COMMAND_MODE);
      return null;
    }
    mode(SplLexer.SEARCH_MODE);
    stage().kind = ArgumentKind.SEARCH;
    stage().depth = _modeStack.size();
    return zeroWidth(SplLexer.IMPLIED_SEARCH);
  }

  private boolean beginsWithCommand(String word, int length) {
    int next = _input.LA(length + 1);
    if (word.equalsIgnoreCase("search")) {
      return !isComparison(length + 1)
          && (isSpace(next) || next == EOF || "|](\"[".indexOf(next) >= 0);
    }
    // Only foreach, appendpipe and their like hold a template whose first command needs no pipe;
    // in the brackets of a search the word is more likely a search term.
    boolean command =
        commands().isGenerating(word) || (stage().insideGeneral && commands().isKnown(word));
    return command && (isSpace(next) || next == EOF || next == ']') && !isComparison(length + 1);
  }

  @Override
  public Token emit() {
    switch (_type) {
      case SplLexer.COMMAND_NAME -> command();
      case SplLexer.LBRACKET -> stages.push(new Stage(isGeneral(stage().kind)));
      case SplLexer.RBRACKET -> {
        if (stages.size() > 1) {
          stages.pop();
        }
      }
      case SplLexer.SEARCH_WORD -> searchWord();
      case SplLexer.WORD -> word();
      case SplLexer.STRING, SplLexer.QUOTED_NAME -> wordText = "";
      case SplLexer.EQUAL, SplLexer.NOT_EQUAL -> optionName = wordText;
      case SplLexer.LPAREN -> open();
      case SplLexer.IDENTIFIER -> identifier();
      case SplLexer.DOTTED_NAME -> dottedName();
      case SplLexer.NUMBER -> number();
      default -> {}
    }
    return super.emit();
  }

  private void command() {
    String name = text();
    Stage stage = stage();
    stage.kind = commands().argumentKind(name);
    stage.depth = _modeStack.size();
    stage.inWhere = false;
    switch (stage.kind) {
      case SEARCH -> begin(SplLexer.SEARCH_COMMAND, SplLexer.SEARCH_MODE);
      case EXPRESSION -> begin(SplLexer.EXPRESSION_COMMAND, SplLexer.EXPRESSION_MODE);
      case ASSIGNMENTS -> begin(SplLexer.ASSIGNMENTS_COMMAND, SplLexer.EXPRESSION_MODE);
      case GENERAL, GENERAL_WITH_SEARCH, GENERAL_WITH_EXPRESSION ->
          begin(SplLexer.GENERAL_COMMAND, SplLexer.GENERAL_MODE);
    }
  }

  private void begin(int type, int mode) {
    setType(type);
    mode(mode);
  }

  private void searchWord() {
    cutNotEqual();
    String text = text();
    if (atCommandLevel() && stage().inWhere && isBy(text) && !isComparison(1)) {
      stage().inWhere = false;
      wordText = text;
      begin(SplLexer.BY, SplLexer.GENERAL_MODE);
    } else if (text.equals("search") && isRedundantSearch()) {
      _channel = HIDDEN;
    } else if (text.endsWith("::") && _input.LA(1) == '"') {
      setType(SplLexer.INDEXED_FIELD);
    } else if (text.startsWith("'")) {
      quotedField();
    }
  }

  /** Tells the second word of {@code search search x}: macros bring it about (§1.8). */
  private boolean isRedundantSearch() {
    boolean first =
        previousType == SplLexer.SEARCH_COMMAND || previousType == SplLexer.IMPLIED_SEARCH;
    if (!first || isComparison(1)) {
      return false;
    }
    int next = skipSpaces(1);
    int c = _input.LA(next);
    if (c == EOF || c == '|' || c == ']') {
      return false;
    }
    int length = 0;
    while (isNamePart(_input.LA(next + length))) {
      length++;
    }
    String follower = peekText(next, length);
    return !Set.of("AND", "OR", "IN").contains(follower);
  }

  /** Takes {@code 'a field'} for a field where an operator follows; else quotes are characters. */
  private void quotedField() {
    int end = _input.index();
    _input.seek(_tokenStartCharIndex + 1);
    int length = 0;
    for (int c = _input.LA(1); c != '\''; c = _input.LA(length + 1)) {
      if (c == EOF || c == '"' || c == '|' || c == '\n') {
        _input.seek(end);
        return;
      }
      length++;
    }
    if (isComparison(length + 2)) {
      cutTo(_tokenStartCharIndex + length + 2);
      setType(SplLexer.QUOTED_NAME);
    } else {
      _input.seek(end);
    }
  }

  private void word() {
    cutNotEqual();
    String text = text();
    wordText = text;
    if (stage().kind == ArgumentKind.GENERAL_WITH_SEARCH
        && atCommandLevel()
        && previousType != SplLexer.EQUAL
        && text.equalsIgnoreCase("where")
        && !isComparison(1)) {
      stage().inWhere = true;
      begin(SplLexer.WHERE, SplLexer.SEARCH_MODE);
      return;
    }
    boolean adjacent = _input.LA(1) == '(';
    boolean spaced =
        stage().kind != ArgumentKind.GENERAL_WITH_EXPRESSION
            && Character.isLetter(text.charAt(0))
            && _input.LA(skipSpaces(1)) == '(';
    if (adjacent || spaced) {
      setType(text.equalsIgnoreCase("eval") ? SplLexer.EVAL_NAME : SplLexer.CALL_NAME);
    }
  }

  private void open() {
    if (_mode != SplLexer.GENERAL_MODE) {
      return;
    }
    if (previousType == SplLexer.CALL_NAME) {
      pushMode(SplLexer.GENERAL_MODE);
    } else if (previousType == SplLexer.EVAL_NAME) {
      pushMode(SplLexer.EXPRESSION_MODE);
    } else if (previousType == SplLexer.EQUAL || previousType == SplLexer.NOT_EQUAL) {
      boolean search = SEARCH_OPTIONS.contains(optionName.toLowerCase(Locale.ROOT));
      setType(search ? SplLexer.OPEN_SEARCH : SplLexer.OPEN_EXPRESSION);
      pushMode(search ? SplLexer.SEARCH_MODE : SplLexer.EXPRESSION_MODE);
    } else if (stage().kind == ArgumentKind.GENERAL_WITH_EXPRESSION) {
      setType(SplLexer.OPEN_EXPRESSION);
      pushMode(SplLexer.EXPRESSION_MODE);
    } else {
      pushMode(SplLexer.GENERAL_MODE);
    }
  }

  private void identifier() {
    if (_input.LA(skipSpaces(1)) == '(') {
      setType(SplLexer.CALL_NAME);
    }
  }

  /** Leaves the last part of {@code a.b(x)} to be a call: it means {@code a . b(x)}. */
  private void dottedName() {
    if (_input.LA(skipSpaces(1)) != '(') {
      return;
    }
    String text = text();
    int dot = text.lastIndexOf('.');
    cutTo(_tokenStartCharIndex + dot);
    if (text.indexOf('.') == dot) {
      setType(SplLexer.IDENTIFIER);
    }
  }

  /** Takes {@code .1} after a value for a dot and a number: {@code "a".1} joins texts. */
  private void number() {
    boolean afterValue =
        switch (previousType) {
          case SplLexer.STRING,
              SplLexer.NUMBER,
              SplLexer.IDENTIFIER,
              SplLexer.DOTTED_NAME,
              SplLexer.QUOTED_NAME,
              SplLexer.RPAREN,
              SplLexer.RBRACKET ->
              true;
          default -> false;
        };
    if (afterValue && text().startsWith(".")) {
      cutTo(_tokenStartCharIndex + 1);
      setType(SplLexer.DOT);
    }
  }

  /** Gives the sign of {@code a!=b} back: a bare word may hold one, but not before an equals. */
  private void cutNotEqual() {
    if (_input.LA(1) == '=' && _input.LA(-1) == '!') {
      cutTo(_input.index() - 1);
    }
  }

  private void cutTo(int offset) {
    _input.seek(offset);
    _hitEOF = false;
  }

  @Override
  public int popMode() {
    // A closing bracket too many is for the parser to report.
    return _modeStack.isEmpty() ? _mode : super.popMode();
  }

  private Token zeroWidth(int type) {
    int at = _input.index();
    return _factory.create(
        _tokenFactorySourcePair, type, null, Token.DEFAULT_CHANNEL, at, at - 1, getLine(), 0);
  }

  private boolean valueIsMissing(String delimiters) {
    int next = _input.LA(skipSpaces(1));
    return next == EOF || delimiters.indexOf(next) >= 0;
  }

  private boolean isComparison(int distance) {
    int at = skipSpaces(distance);
    int next = _input.LA(at + 1);
    return switch (_input.LA(at)) {
      case '=', '>' -> true;
      case '!' -> next == '=';
      // Not the name `<<FIELD>>` of foreach.
      case '<' -> next != '<';
      default -> false;
    };
  }

  private int skipSpaces(int distance) {
    int at = distance;
    while (isSpace(_input.LA(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
  }

  private static boolean isNamePart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static boolean isBy(String text) {
    return text.equalsIgnoreCase("by") || text.equalsIgnoreCase("groupby");
  }

  private static boolean isGeneral(ArgumentKind kind) {
    return switch (kind) {
      case GENERAL, GENERAL_WITH_SEARCH, GENERAL_WITH_EXPRESSION -> true;
      case SEARCH, EXPRESSION, ASSIGNMENTS -> false;
    };
  }

  private boolean atCommandLevel() {
    return _modeStack.size() == stage().depth;
  }

  private String text() {
    return _input.getText(Interval.of(_tokenStartCharIndex, _input.index() - 1));
  }

  private String peekText(int length) {
    return peekText(1, length);
  }

  private String peekText(int distance, int length) {
    int from = _input.index() + distance - 1;
    return _input.getText(Interval.of(from, from + length - 1));
  }

  private Stage stage() {
    return stages.getFirst();
  }

  private CommandCatalog commands() {
    if (catalog == null) {
      throw new IllegalStateException("the lexer was not told of the commands");
    }
    return catalog;
  }
}
