package karst.oracle;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import karst.type.JsonValue;
import karst.type.SplRegex;
import org.jspecify.annotations.Nullable;

/** The functions of texts, of several values and of JSON (spl-semantics §3.4). */
final class TextFunctions {
  private TextFunctions() {}

  /** Returns the value of a call of which no argument is null. */
  static @Nullable Object of(String name, List<@Nullable Object> arguments) {
    List<String> first = Values.texts(arguments.isEmpty() ? null : arguments.get(0));
    String second = arguments.size() < 2 ? "" : text(arguments.get(1));
    boolean single = arguments.size() == 1;
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "ltrim" -> one(first).replaceAll("^" + anyOf(single ? " \t" : second) + "+", "");
      case "rtrim" -> one(first).replaceAll(anyOf(single ? " \t" : second) + "+$", "");
      case "urldecode" -> decoded(one(first));
      case "md5" -> hash("MD5", one(first));
      case "sha1" -> hash("SHA-1", one(first));
      case "sha256" -> hash("SHA-256", one(first));
      case "sha512" -> hash("SHA-512", one(first));
      case "ismv" -> first.size() > 1;
      case "mvreverse" -> reversed(first);
      case "mvfind" -> found(first, second);
      case "mvzip" ->
          zipped(
              first,
              Values.texts(arguments.get(1)),
              arguments.size() < 3 ? "," : text(arguments.get(2)));
      case "tomv" -> Values.of(first);
      case "toint" -> whole(Values.number(arguments.get(0)));
      case "todouble" -> Values.number(arguments.get(0));
      case "json_valid" -> JsonValue.parse(one(first)) != null;
      case "json" -> JsonValue.parse(one(first)) == null ? null : one(first);
      case "json_keys" -> keys(JsonValue.parse(one(first)));
      case "json_array_to_mv" -> single ? elements(JsonValue.parse(one(first))) : unknown(name);
      case "json_has_key_exact" ->
          JsonValue.parse(one(first)) instanceof JsonValue.Members object
              ? (Object) object.members().containsKey(second)
              : null;
      default -> unknown(name);
    };
  }

  private static Object unknown(String name) {
    throw new UnsupportedOperationException(name);
  }

  private static String one(List<String> texts) {
    return texts.get(0);
  }

  private static String text(@Nullable Object value) {
    String text = Values.text(value);
    return text == null ? "" : text;
  }

  private static String anyOf(String characters) {
    return characters.isEmpty()
        ? "(?!)"
        : characters
            .codePoints()
            .mapToObj(c -> "\\x{" + Integer.toHexString(c) + "}")
            .collect(Collectors.joining("", "[", "]"));
  }

  /** A value as it stands in JSON; the text of a list or an object is one. */
  static String json(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof List<?>) {
      throw new UnsupportedOperationException("several values in JSON");
    } else if (value instanceof Double || value instanceof Boolean) {
      return value instanceof Boolean truth ? truth.toString() : text(value);
    }
    JsonValue container = JsonValue.parseContainer(text(value));
    return container == null ? new JsonValue.Text(text(value)).toJson() : container.toJson();
  }

  static String trimmed(String text, String characters) {
    String some = anyOf(characters) + "+";
    return text.replaceAll("^" + some + "|" + some + "$", "");
  }

  private static String decoded(String text) {
    if (!text.matches("([^%]|%[0-9A-Fa-f]{2})*")) {
      throw new UnsupportedOperationException("a lone sign of an escape");
    }
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String hash(String algorithm, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object reversed(List<String> texts) {
    List<String> reversed = new ArrayList<>(texts);
    Collections.reverse(reversed);
    return Values.of(reversed);
  }

  private static @Nullable Double found(List<String> texts, String regex) {
    for (int i = 0; i < texts.size(); i++) {
      if (SplRegex.compile(regex).find(texts.get(i))) {
        return (double) i;
      }
    }
    return null;
  }

  private static @Nullable Object zipped(List<String> left, List<String> right, String between) {
    List<String> zipped = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      zipped.add(left.get(i) + between + right.get(i));
    }
    return Values.of(zipped);
  }

  /** Towards zero. */
  private static @Nullable Double whole(@Nullable Double number) {
    return number == null ? null : number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private static @Nullable String keys(@Nullable JsonValue json) {
    return json instanceof JsonValue.Members object
        ? object.members().keySet().stream()
            .map(key -> new JsonValue.Text(key).toJson())
            .collect(Collectors.joining(",", "[", "]"))
        : null;
  }

  private static @Nullable Object elements(@Nullable JsonValue json) {
    return json instanceof JsonValue.Array array
        ? Values.of(array.elements().stream().map(TextFunctions::plain).toList())
        : null;
  }

  private static String plain(JsonValue value) {
    return value instanceof JsonValue.Text text ? text.value() : value.toJson();
  }
}
