package karst;

import java.util.LinkedHashMap;
import java.util.Map;
import karst.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * The compilations of an engine's latest searches, by their texts: only those that every later
 * compilation of the text would repeat (see {@link Compilation#lasting}).
 */
final class PlanCache {
  /** So many characters of searches are kept; a plan takes some hundred bytes for each. */
  private static final int MOST_CHARACTERS = 1 << 19;

  private final Map<Key, Compilation> latest = new LinkedHashMap<>(16, 0.75f, true);
  private int characters;

  private record Key(String name, String text) {
    static Key of(SourceText source) {
      return new Key(source.name(), source.text());
    }
  }

  /** Returns the compilation of a text if it is known. */
  synchronized @Nullable Compilation find(SourceText text) {
    return latest.get(Key.of(text));
  }

  /** Keeps a compilation, and forgets those that were not asked for the longest. */
  synchronized void add(SourceText text, Compilation compilation) {
    if (!compilation.lasting() || text.text().length() > MOST_CHARACTERS) {
      return;
    }
    if (latest.put(Key.of(text), compilation) == null) {
      characters += text.text().length();
    }
    var oldest = latest.keySet().iterator();
    while (characters > MOST_CHARACTERS) {
      characters -= oldest.next().text().length();
      oldest.remove();
    }
  }
}
