package karst.command;

import karst.ast.Node;
import karst.source.Span;

/** A table or lookup, as a search names it. */
public record TableName(String name, Span span) implements Node {}
