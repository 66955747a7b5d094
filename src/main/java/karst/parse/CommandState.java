package karst.parse;

import karst.command.ArgumentKind;

/** What the lexer remembers of the command at hand; each pair of brackets has its own. */
final class CommandState {
  /**
   * Whether the brackets around are an argument of a general command. Only there, for the sake of
   * foreach and appendpipe, any known command may begin without a pipe; among search terms the word
   * is more likely a term.
   */
  final boolean insideGeneral;

  ArgumentKind kind = ArgumentKind.GENERAL;

  /** The height of the mode stack at the command's arguments. */
  int depth;

  /** Whether a search after {@code where} is open. */
  boolean inWhere;

  CommandState(boolean insideGeneral) {
    this.insideGeneral = insideGeneral;
  }

  /** Starts a command. */
  void begin(ArgumentKind argumentKind, int modeDepth) {
    kind = argumentKind;
    depth = modeDepth;
    inWhere = false;
  }

  /** Returns the state inside brackets that open here. */
  CommandState inside() {
    return switch (kind) {
      case GENERAL, GENERAL_WITH_SEARCH, GENERAL_WITH_EXPRESSION -> new CommandState(!inWhere);
      case SEARCH, EXPRESSION, ASSIGNMENTS -> new CommandState(false);
    };
  }
}
