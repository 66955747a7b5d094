package karst.plan;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.metadata.BuiltInMetadata;
import org.apache.calcite.rel.metadata.DefaultRelMetadataProvider;
import org.apache.calcite.rel.metadata.MetadataHandler;
import org.apache.calcite.rel.metadata.MetadataHandlerProvider;
import org.apache.calcite.rel.metadata.ProxyingMetadataHandlerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Calcite's metadata, set up when something is asked of them.
 *
 * <p>Karst plans by rules and asks for next to nothing, but Calcite makes a handler for each kind
 * of metadata before the first plan, and a class for each handler: a tenth of a first plan's time.
 * Here one class stands for all handlers.
 */
final class LazyMetadata implements MetadataHandlerProvider, InvocationHandler {
  private final Object handlers =
      Proxy.newProxyInstance(LazyMetadata.class.getClassLoader(), kinds(), this);

  private static Class<?>[] kinds() {
    List<Class<?>> kinds = new ArrayList<>();
    for (Class<?> metadata : BuiltInMetadata.class.getClasses()) {
      for (Class<?> nested : metadata.getClasses()) {
        if (MetadataHandler.class.isAssignableFrom(nested)) {
          kinds.add(nested);
        }
      }
    }
    return kinds.toArray(Class<?>[]::new);
  }

  @Override
  public <MH extends MetadataHandler<?>> MH handler(Class<MH> kind) {
    return kind.cast(handlers);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == BuiltInMetadata.ExplainVisibility.Handler.class) {
      // Every node is shown; this is all that printing a plan asks for.
      return true;
    }
    Class<?> kind = method.getDeclaringClass();
    Object handler =
        kind == Object.class
            ? this
            : Standard.PROVIDER.handler(kind.asSubclass(MetadataHandler.class));
    try {
      return method.invoke(handler, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /** Calcite's own handlers, made when the first of them is needed. */
  private static final class Standard {
    static final MetadataHandlerProvider PROVIDER =
        new ProxyingMetadataHandlerProvider(DefaultRelMetadataProvider.INSTANCE);
  }
}
