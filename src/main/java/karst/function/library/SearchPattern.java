package karst.function.library;

import java.nio.charset.StandardCharsets;
import karst.type.InvalidSyntaxException;
import karst.type.IpAddress;
import karst.type.WildcardPattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a search term: a text with wildcards, or a subnet that addresses are in
 * (spl-semantics §2.2).
 */
final class SearchPattern {
  private final WildcardPattern wildcard;
  private final @Nullable CidrBlock subnet;

  private SearchPattern(WildcardPattern wildcard, @Nullable CidrBlock subnet) {
    this.wildcard = wildcard;
    this.subnet = subnet;
  }

  /** Compiles a value. */
  static SearchPattern compile(String text, boolean caseSensitive) {
    return new SearchPattern(WildcardPattern.compile(text, caseSensitive), subnet(text));
  }

  private static @Nullable CidrBlock subnet(String text) {
    if (text.indexOf('/') < 0) {
      return null;
    }
    try {
      return CidrBlock.parse(text);
    } catch (InvalidSyntaxException e) {
      return null;
    }
  }

  /** Returns whether a text matches as a whole. */
  boolean matches(String text) {
    if (subnet != null) {
      IpAddress address = IpAddress.parse(text);
      // What is no address is compared as text.
      if (address != null) {
        return subnet.contains(address);
      }
    }
    return wildcard.matches(text);
  }

  /** Returns whether UTF-8 bytes match as a whole. */
  boolean matches(byte[] bytes, int start, int end) {
    return subnet == null
        ? wildcard.matches(bytes, start, end)
        : matches(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }
}
