package karst.script;

import org.jspecify.annotations.Nullable;

/**
 * Another implementation that scripts are held against, found as a service: {@code
 * META-INF/services/karst.script.ReferenceExecution}.
 */
public interface ReferenceExecution {
  /** Returns the rows of a search; null if the reference does not know one of its commands. */
  @Nullable Grid run(Environment environment, String spl);
}
