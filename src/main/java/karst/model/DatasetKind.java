package karst.model;

/** How the events of a dataset are found (spl-semantics §7.1). */
public enum DatasetKind {
  /** A root whose constraint is a condition on events. */
  EVENT,
  /** A root that is a search of its own, which may also reshape the events. */
  SEARCH,
  /** The events of the parent dataset that meet one more constraint. */
  CHILD
}
