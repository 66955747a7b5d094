package karst.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Origin;
import karst.source.SourceMap;
import karst.source.Span;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * One run over one query.
 *
 * <p>A fault of one call is noted and the run goes on, so that all of them are told; it ends at
 * once where the text cannot be read on (something is not closed) or has no end (a cycle, a limit).
 */
final class Expansion {
  private static final int MAX_ERRORS = 20;

  private final MacroLibrary library;
  private final MacroExpressions expressions;
  private final List<Diagnostic> errors = new ArrayList<>();
  private int left = MacroExpander.MAX_EXPANSION;

  Expansion(MacroLibrary library, MacroEvaluator evaluator) {
    this.library = library;
    this.expressions = new MacroExpressions(evaluator);
  }

  SourceMap run(SourceMap query) {
    if (query.expanded().indexOf('`') < 0) {
      return query;
    }
    SourceMap expanded;
    try {
      expanded = expand(query, 0);
    } catch (SplException e) {
      e.diagnostics().stream().filter(error -> !errors.contains(error)).forEach(errors::add);
      throw errors.size() == 1 ? e : new SplException(errors);
    }
    if (!errors.isEmpty()) {
      throw new SplException(errors);
    }
    return expanded;
  }

  private SourceMap expand(SourceMap map, int depth) {
    SourceMap.Builder out = new SourceMap.Builder();
    expand(map, out, depth);
    return out.build();
  }

  private void expand(SourceMap map, SourceMap.Builder out, int depth) {
    String text = map.expanded();
    int copied = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '`') {
        at = QuotedText.skip(text, at);
        continue;
      }
      out.copy(map, new Span(copied, at));
      if (Comments.startsAt(text, at)) {
        int end = Comments.end(map, at);
        out.synthetic(" ", map.origin(new Span(at, end)));
        at = end;
      } else {
        MacroCall call = MacroCallReader.read(map, at);
        expand(call, map, out, depth);
        at = call.span().end();
      }
      copied = at;
    }
    out.copy(map, new Span(copied, text.length()));
  }

  private void expand(MacroCall call, SourceMap map, SourceMap.Builder out, int depth) {
    MacroDefinition macro = find(call, map);
    if (macro == null) {
      return;
    }
    Origin origin = map.origin(call.span());
    String signature = call.signature().toString();
    checkCycle(signature, origin);
    if (depth == MacroExpander.MAX_DEPTH) {
      throw Diagnostic.error(
              DiagnosticCode.TOO_DEEP,
              "macros call macros more than " + MacroExpander.MAX_DEPTH + " deep")
          .at(origin)
          .toException();
    }
    Origin.Call target = new Origin.Call(signature, origin);
    Map<String, SourceMap> arguments = ArgumentBinding.bind(macro.parameters(), call.arguments());
    if (macro.validation() != null) {
      Diagnostic fault =
          expressions.validate(macro, fill(macro.validation(), arguments, target), arguments);
      if (fault != null) {
        report(fault.at(origin));
        return;
      }
    }
    SourceMap body = fill(macro.definition(), arguments, target);
    if (macro.isEval()) {
      // The expression's own macros come first, for an evaluator knows no backticks.
      SourceMap expression = expand(body, depth + 1);
      if (!errors.isEmpty()) {
        return; // a call in the expression may be missing
      }
      body = expressions.value(macro, expression, target);
      take(body.expanded().length(), origin);
    }
    expand(body, out, depth + 1);
  }

  private @Nullable MacroDefinition find(MacroCall call, SourceMap map) {
    MacroDefinition macro = library.lookup(call.name(), call.arguments().size());
    if (macro != null) {
      return macro;
    }
    List<Integer> arities = library.arities(call.name());
    macro = arities.isEmpty() ? BuiltInMacros.find(call.signature()) : null;
    if (macro == null) {
      report(arities.isEmpty() ? unknown(call) : wrongCount(call, arities), map, call.nameSpan());
    }
    return macro;
  }

  private Diagnostic unknown(MacroCall call) {
    return Diagnostic.error(
            DiagnosticCode.UNKNOWN_MACRO, "unknown macro `" + call.signature() + "`")
        .suggest(call.name(), library.names());
  }

  private Diagnostic wrongCount(MacroCall call, List<Integer> arities) {
    String message =
        "macro `%s` takes %s, not %d"
            .formatted(call.name(), Counts.arguments(arities), call.arguments().size());
    Diagnostic diagnostic = Diagnostic.error(DiagnosticCode.MACRO_ARGUMENTS, message);
    for (int arity : arities) {
      MacroDefinition macro = library.lookup(call.name(), arity);
      if (macro != null) {
        diagnostic = diagnostic.hint("it is called as `" + macro.form() + "`");
      }
    }
    return diagnostic;
  }

  /**
   * Refuses a call that stands in a body of the macro that it calls. A call that stands in an
   * argument comes from outside and is none.
   */
  private static void checkCycle(String signature, Origin origin) {
    List<String> path =
        origin.frames().stream().map(Origin.Frame::macro).collect(Collectors.toList());
    int first = path.indexOf(signature);
    if (first < 0) {
      return;
    }
    path.add(signature);
    String cycle = String.join(" → ", path.subList(first, path.size()));
    throw Diagnostic.error(
            DiagnosticCode.MACRO_CYCLE, "macro `" + signature + "` calls itself: " + cycle)
        .at(origin)
        .toException();
  }

  private SourceMap fill(SourceMap text, Map<String, SourceMap> arguments, Origin.Call call) {
    MacroTemplate template = MacroTemplate.of(text, arguments.keySet());
    take(template.length(arguments), call.origin());
    return template.fill(arguments, call);
  }

  private void take(long length, Origin origin) {
    if (length > left) {
      throw Diagnostic.error(
              DiagnosticCode.EXPANSION_TOO_LARGE,
              "macros expand to more than " + MacroExpander.MAX_EXPANSION + " characters")
          .at(origin)
          .toException();
    }
    left -= (int) length;
  }

  private void report(Diagnostic error, SourceMap map, Span span) {
    report(error.at(map, span));
  }

  private void report(Diagnostic error) {
    if (!errors.contains(error)) {
      errors.add(error);
    }
    if (errors.size() == MAX_ERRORS) {
      throw error.toException();
    }
  }
}
