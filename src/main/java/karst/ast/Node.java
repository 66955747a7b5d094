package karst.ast;

import karst.source.Span;

/** A piece of syntax. */
public interface Node {
  /** Returns where the piece stands in the expanded text. */
  Span span();
}
