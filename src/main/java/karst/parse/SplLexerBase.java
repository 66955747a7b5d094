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

  /** Words that cannot follow a redundant {@code search}: there it is a term itself. */
  private static final Set<String> SEARCH_INFIX = Set.of("AND", "OR", "IN");

  private final Lookahead ahead;
  private final Deque<CommandState> commands = new ArrayDeque<>();
  private @Nullable CommandCatalog catalog;
  private int previousType = Token.EOF;
  private String optionName = "";
  private String wordText = "";

  /** Creates a lexer that knows no command yet. */
  protected SplLexerBase(CharStream input) {
    super(input);
    commands.push(new CommandState(false));
    this.ahead = new Lookahead(input);
  }

  /** Tells the lexer of the commands and where in the language the text begins. */
  final void begin(CommandCatalog knownCommands, int mode) {
    this.catalog = knownCommands;
    mode(mode);
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
    int first = ahead.nextVisible();
    if (first == '|' || first == ']' || first == EOF) {
      return null;
    }
    _input.seek(_input.index() + ahead.skipSpaces(1) - 1);
    if (beginsWithCommand(ahead.word(1))) {
      mode(SplLexer.COMMAND_MODE);
      return null;
    }
    mode(SplLexer.SEARCH_MODE);
    command().begin(ArgumentKind.SEARCH, _modeStack.size());
    return zeroWidth(SplLexer.IMPLIED_SEARCH);
  }

  private boolean beginsWithCommand(String word) {
    int end = word.length() + 1;
    if (word.isEmpty() || ahead.isComparison(end)) {
      return false;
    }
    if (word.equalsIgnoreCase("search")) {
      return ahead.isBoundary(end, "|](\"[");
    }
    boolean known =
        catalog().isGenerating(word) || (command().insideGeneral && catalog().isKnown(word));
    return known && ahead.isBoundary(end, "|]");
  }

  @Override
  public Token emit() {
    switch (_type) {
      case SplLexer.COMMAND_NAME -> commandName();
      case SplLexer.LBRACKET -> commands.push(command().inside());
      case SplLexer.RBRACKET -> {
        if (commands.size() > 1) {
          commands.pop();
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

  private void commandName() {
    ArgumentKind kind = catalog().argumentKind(text());
    command().begin(kind, _modeStack.size());
    switch (kind) {
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
    if (atCommandLevel() && command().inWhere && isBy(text) && !ahead.isComparison(1)) {
      command().inWhere = false;
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
    int next = ahead.skipSpaces(1);
    return first
        && !ahead.isComparison(1)
        && _input.LA(next) != EOF
        && "|])".indexOf(_input.LA(next)) < 0
        && !SEARCH_INFIX.contains(ahead.word(next));
  }

  /** Takes {@code 'a field'} for a field where an operator follows; else quotes are characters. */
  private void quotedField() {
    int end = _input.index();
    _input.seek(_tokenStartCharIndex + 1);
    int quote = ahead.closingQuote(1);
    if (quote > 0 && ahead.isComparison(quote + 1)) {
      cutTo(_input.index() + quote);
      setType(SplLexer.QUOTED_NAME);
    } else {
      _input.seek(end);
    }
  }

  private void word() {
    cutNotEqual();
    String text = text();
    wordText = text;
    if (command().kind == ArgumentKind.GENERAL_WITH_SEARCH
        && atCommandLevel()
        && previousType != SplLexer.EQUAL
        && text.equalsIgnoreCase("where")
        && !ahead.isComparison(1)) {
      command().inWhere = true;
      begin(SplLexer.WHERE, SplLexer.SEARCH_MODE);
      return;
    }
    boolean adjacent = _input.LA(1) == '(';
    boolean spaced =
        command().kind != ArgumentKind.GENERAL_WITH_EXPRESSION
            && Character.isLetter(text.charAt(0))
            && ahead.nextVisible() == '(';
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
    } else if (command().kind == ArgumentKind.GENERAL_WITH_EXPRESSION) {
      setType(SplLexer.OPEN_EXPRESSION);
      pushMode(SplLexer.EXPRESSION_MODE);
    } else {
      pushMode(SplLexer.GENERAL_MODE);
    }
  }

  private void identifier() {
    if (ahead.nextVisible() == '(') {
      setType(SplLexer.CALL_NAME);
    }
  }

  /** Leaves the last part of {@code a.b(x)} to be a call: it means {@code a . b(x)}. */
  private void dottedName() {
    if (ahead.nextVisible() != '(') {
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
    int next = ahead.nextVisible();
    return next == EOF || delimiters.indexOf(next) >= 0;
  }

  private static boolean isBy(String text) {
    return text.equalsIgnoreCase("by") || text.equalsIgnoreCase("groupby");
  }

  private boolean atCommandLevel() {
    return _modeStack.size() == command().depth;
  }

  private String text() {
    return _input.getText(Interval.of(_tokenStartCharIndex, _input.index() - 1));
  }

  private CommandState command() {
    return commands.getFirst();
  }

  private CommandCatalog catalog() {
    if (catalog == null) {
      throw new IllegalStateException("the lexer was not told of the commands");
    }
    return catalog;
  }
}
