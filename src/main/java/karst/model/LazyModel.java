package karst.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model that is read once, when it is first asked for. */
final class LazyModel {
  private final Supplier<DataModel> reader;
  private @Nullable DataModel model;

  private LazyModel(Supplier<DataModel> reader) {
    this.reader = reader;
  }

  static LazyModel of(DataModel model) {
    return new LazyModel(() -> model);
  }

  static LazyModel of(Supplier<DataModel> reader) {
    return new LazyModel(reader);
  }

  synchronized DataModel get() {
    if (model == null) {
      model = reader.get();
    }
    return model;
  }
}
