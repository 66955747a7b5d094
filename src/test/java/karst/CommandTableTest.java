package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Objects;
import karst.command.Bin;
import karst.command.CommandSyntax;
import karst.command.Head;
import karst.plan.command.BinConverter;
import karst.plan.command.HeadConverter;
import org.junit.jupiter.api.Test;

/** The table of commands, each of which is loaded when it is first asked for. */
class CommandTableTest {
  @Test
  void everyCommandIsFoundByItsNameAndItsAliases() {
    for (CommandSyntax<?> syntax : Commands.TABLE.syntaxes()) {
      assertSame(syntax, Commands.TABLE.find(syntax.name()));
      for (String alias : syntax.aliases()) {
        assertSame(syntax, Commands.TABLE.find(alias));
      }
    }
  }

  @Test
  void anAliasIsFoundBeforeAnyNameWasAskedFor() {
    CommandTable table = CommandTable.of(List.of(head("head"), bin()));
    assertEquals("bin", Objects.requireNonNull(table.find("BUCKET")).name());
  }

  @Test
  void whatASearchDoesNotNameIsNotLoaded() {
    CommandTable table =
        CommandTable.of(
            List.of(
                head("head"),
                CommandTable.command(
                    "sort",
                    () -> {
                      throw new AssertionError("loaded");
                    })));
    assertEquals("head", Objects.requireNonNull(table.find("Head")).name());
  }

  @Test
  void aLineUnderAnotherNameThanTheCommandsIsAMistake() {
    CommandTable table = CommandTable.of(List.of(head("haed")));
    assertThrows(IllegalStateException.class, () -> table.find("haed"));
  }

  private static CommandTable.Line head(String name) {
    return CommandTable.command(name, () -> CommandTable.entry(Head.SYNTAX, new HeadConverter()));
  }

  private static CommandTable.Line bin() {
    return CommandTable.command("bin", () -> CommandTable.entry(Bin.SYNTAX, new BinConverter()));
  }
}
