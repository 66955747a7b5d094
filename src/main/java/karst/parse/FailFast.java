package karst.parse;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Stops at the first error, and knows what could have stood there.
 *
 * <p>ANTLR tells what is expected at the state in which it noticed the error; by then it may have
 * left loops and options that would have gone on. The first state after the last good token tells
 * all of it.
 */
final class FailFast extends DefaultErrorStrategy {
  private int index = -1;
  private int state;
  private @Nullable RuleContext context;

  @Override
  public void sync(Parser recognizer) {
    int at = recognizer.getInputStream().index();
    if (at != index) {
      index = at;
      state = recognizer.getState();
      context = recognizer.getContext();
    }
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    throw new ParseCancellationException(e);
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw new ParseCancellationException(new InputMismatchException(recognizer));
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {
    // The exception itself is the report.
  }

  /** Returns the types of tokens that could have stood in place of the offending one. */
  IntervalSet expected(Parser recognizer, RecognitionException error) {
    if (error.getOffendingToken().getTokenIndex() == index && context != null) {
      return recognizer.getATN().getExpectedTokens(state, context);
    }
    return error.getExpectedTokens();
  }
}
