package karst.cli;

import java.util.ArrayList;
import java.util.List;
import karst.lint.Lint;

/**
 * Kinds of warnings as an option names them.
 *
 * @param lints one, or all
 */
record LintChoice(List<Lint> lints) {
  LintChoice {
    lints = List.copyOf(lints);
  }

  /** Reads a code such as {@code W0801}, a name such as {@code unknown-field}, or {@code all}. */
  static LintChoice parse(String text) {
    if (text.equalsIgnoreCase("all")) {
      return new LintChoice(List.of(Lint.values()));
    }
    Lint lint = Lint.find(text);
    if (lint != null) {
      return new LintChoice(List.of(lint));
    }
    List<String> names = new ArrayList<>();
    for (Lint known : Lint.values()) {
      names.add(known.id());
      names.add(known.label());
    }
    throw OptionValues.expected(
        "a code such as W0801, a name such as sort-limit, or all", text, names);
  }
}
