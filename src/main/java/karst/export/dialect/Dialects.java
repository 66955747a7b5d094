package karst.export.dialect;

import java.util.List;
import java.util.Optional;
import karst.export.Dialect;

/** All dialects. */
public final class Dialects {
  private static final List<Dialect> ALL = List.of(new DuckDb(), new Spark(), new Postgres());

  private Dialects() {}

  /** Returns all dialects. */
  public static List<Dialect> all() {
    return ALL;
  }

  /** Returns the names of all dialects. */
  public static List<String> names() {
    return ALL.stream().map(Dialect::name).toList();
  }

  /** Returns the dialect of a name. */
  public static Optional<Dialect> find(String name) {
    return ALL.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
  }
}
