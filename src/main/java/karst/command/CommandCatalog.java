package karst.command;

/** What the lexer must know of the commands; names are looked up in any case. */
public interface CommandCatalog {
  /** Returns what follows a command's name; {@link ArgumentKind#GENERAL} for an unknown one. */
  ArgumentKind argumentKind(String commandName);

  /** Returns whether a command makes rows and so may begin a subsearch without a pipe. */
  boolean isGenerating(String commandName);

  /** Returns whether there is such a command. */
  boolean isKnown(String commandName);
}
