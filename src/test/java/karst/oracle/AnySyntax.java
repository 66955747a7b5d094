package karst.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karst.command.CommandSyntax;
import karst.command.OptionSpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generates a command from its declared syntax: what its synopsis says, and its options before or
 * behind. A synopsis says less than binding checks, so that some of the texts are wrong.
 */
final class AnySyntax {
  private static final Pattern PLACEHOLDER = Pattern.compile("<([^>]*)>");
  private static final Set<Character> ENDS = Set.of('|', ']', ')');
  private static final int MOST = 3;
  private static final Arbitrary<String> SPACE = Arbitraries.just(" ");

  private final String synopsis;
  private int at;

  private AnySyntax(String synopsis) {
    this.synopsis = synopsis;
  }

  /** Returns texts of a command that does not begin a search. */
  static Arbitrary<String> of(CommandSyntax<?> syntax) {
    String arguments = syntax.usage().substring(syntax.name().length()).strip();
    Arbitrary<String> positional = new AnySyntax(arguments).alternatives();
    Arbitrary<String> options =
        options(
            syntax.options().stream()
                .filter(option -> !arguments.contains(option.name() + "="))
                .toList());
    return Combinators.combine(Arbitraries.of(true, true, false), options, positional)
        .as(
            (before, option, rest) ->
                syntax.name()
                    + (before ? spaced(option) + spaced(rest) : spaced(rest) + spaced(option)));
  }

  private static String spaced(String text) {
    return text.isBlank() ? "" : " " + text.strip();
  }

  private static Arbitrary<String> options(List<OptionSpec> options) {
    if (options.isEmpty()) {
      return Arbitraries.just("");
    }
    Arbitrary<String> one =
        Arbitraries.of(options)
            .flatMap(option -> AnyArgument.value(option).map(value -> option.name() + "=" + value));
    return one.list()
        .ofMaxSize(2)
        .uniqueElements(text -> text.substring(0, text.indexOf('=')))
        .map(texts -> String.join(" ", texts));
  }

  private Arbitrary<String> alternatives() {
    List<Arbitrary<String>> forms = new ArrayList<>(List.of(sequence()));
    while (at < synopsis.length() && synopsis.charAt(at) == '|') {
      at++;
      forms.add(sequence());
    }
    return Arbitraries.oneOf(forms);
  }

  private Arbitrary<String> sequence() {
    List<Arbitrary<String>> items = new ArrayList<>();
    while (at < synopsis.length() && !ENDS.contains(synopsis.charAt(at))) {
      if (synopsis.startsWith("...", at)) {
        at += "...".length();
        repeat(items);
      } else {
        items.add(item());
      }
    }
    return together(items);
  }

  /** Repeats the last item, or all so far where the last one is only an addition to it. */
  private void repeat(List<Arbitrary<String>> items) {
    boolean spaced = items.get(items.size() - 1) == SPACE;
    if (spaced) {
      items.remove(items.size() - 1);
    }
    boolean addition = synopsis.substring(0, at).matches("(?s).*\\[AS <[a-z ]+>] ?\\.\\.\\.");
    int from = addition ? 0 : items.size() - 1;
    List<Arbitrary<String>> repeated = items.subList(from, items.size());
    Arbitrary<String> one = together(List.copyOf(repeated));
    repeated.clear();
    items.add(
        one.list()
            .ofMinSize(1)
            .ofMaxSize(MOST)
            .map(texts -> String.join(spaced || from == 0 ? " " : "", texts)));
  }

  private static Arbitrary<String> together(List<Arbitrary<String>> items) {
    return items.isEmpty()
        ? Arbitraries.just("")
        : Combinators.combine(items).as(texts -> String.join("", texts));
  }

  private Arbitrary<String> item() {
    char c = synopsis.charAt(at);
    Matcher placeholder = PLACEHOLDER.matcher(synopsis).region(at, synopsis.length());
    if (c == '[') {
      return optional();
    } else if (c == '(') {
      return parenthesis();
    } else if (placeholder.lookingAt()) {
      at = placeholder.end();
      return AnyArgument.named(placeholder.group(1));
    }
    at++;
    return c == ' ' ? SPACE : Arbitraries.just(String.valueOf(c));
  }

  private Arbitrary<String> optional() {
    boolean subsearch =
        synopsis.startsWith("[<subsearch>]", at)
            || synopsis.startsWith("[<template>]", at)
            || synopsis.startsWith("[<commands>]", at);
    at++;
    Arbitrary<String> inner = alternatives();
    at++;
    return subsearch
        ? inner.map(text -> "[" + text + "]")
        : Arbitraries.oneOf(Arbitraries.just(""), inner);
  }

  private Arbitrary<String> parenthesis() {
    boolean group = isGroup();
    at++;
    Arbitrary<String> inner = alternatives();
    at++;
    return group ? inner : inner.map(text -> "(" + text + ")");
  }

  /** Returns whether a parenthesis is one of the synopsis, not one that is written. */
  private boolean isGroup() {
    int depth = 0;
    for (int i = at; i < synopsis.length(); i++) {
      char c = synopsis.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return false;
      } else if (depth == 1 && c == '|') {
        return true;
      }
    }
    return false;
  }
}
