package karst.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import karst.source.Origin;
import karst.source.SourceMap;
import karst.source.Span;
import org.jspecify.annotations.Nullable;

/** A text of a macro, cut at the places where {@code $parameter$} asks for an argument. */
final class MacroTemplate {
  /**
   * A piece of the text.
   *
   * @param parameter what to put in its place; null to keep the text
   */
  private record Piece(Span span, @Nullable String parameter) {}

  private final SourceMap text;
  private final List<Piece> pieces;

  private MacroTemplate(SourceMap text, List<Piece> pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  /** Cuts a text. A name between dollar signs that is no parameter stays as it is. */
  static MacroTemplate of(SourceMap text, Set<String> parameters) {
    String content = text.expanded();
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int open = content.indexOf('$');
    while (open >= 0) {
      int close = content.indexOf('$', open + 1);
      if (close < 0) {
        break;
      }
      String name = content.substring(open + 1, close);
      if (parameters.contains(name)) {
        pieces.add(new Piece(new Span(from, open), null));
        pieces.add(new Piece(new Span(open, close + 1), name));
        from = close + 1;
        open = content.indexOf('$', from);
      } else {
        open = close; // it may open a name itself
      }
    }
    pieces.add(new Piece(new Span(from, content.length()), null));
    return new MacroTemplate(text, pieces);
  }

  /** Returns the number of characters that {@link #fill} would make. */
  long length(Map<String, SourceMap> arguments) {
    long length = 0;
    for (Piece piece : pieces) {
      SourceMap argument = piece.parameter() == null ? null : arguments.get(piece.parameter());
      length += argument == null ? piece.span().length() : argument.expanded().length();
    }
    return length;
  }

  /**
   * Returns the text with arguments put in all at once, so that {@code $b$} in the argument for
   * {@code a} stays as it is.
   */
  SourceMap fill(Map<String, SourceMap> arguments, Origin.Call call) {
    SourceMap.Builder filled = new SourceMap.Builder();
    for (Piece piece : pieces) {
      SourceMap argument = piece.parameter() == null ? null : arguments.get(piece.parameter());
      if (argument == null) {
        filled.body(text, piece.span(), call);
      } else {
        filled.copy(argument, argument.span());
      }
    }
    return filled.build();
  }
}
