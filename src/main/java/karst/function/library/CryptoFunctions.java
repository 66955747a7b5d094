package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.STRING;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import karst.function.Kernels;
import karst.function.ScalarFunction;

/** Digests of a text's UTF-8 bytes, in lower-case hexadecimal (spl-semantics §3.8). */
final class CryptoFunctions {
  static final List<ScalarFunction> ALL =
      List.of(
          digest("md5", "MD5", "900150983cd24fb0d6963f7d28e17f72"),
          digest("sha1", "SHA-1", "a9993e364706816aba3e25717850c26c9cd0d89d"),
          digest(
              "sha256",
              "SHA-256",
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
          digest(
              "sha512",
              "SHA-512",
              "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                  + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"));

  private CryptoFunctions() {}

  private static ScalarFunction digest(String name, String algorithm, String ofAbc) {
    return named(name, algorithm + " digest of a text")
        .param("text", STRING)
        .returns(STRING)
        .example(name + "(\"abc\")", ofAbc)
        .kernel(
            (arguments, rows, context) -> {
              MessageDigest digest = instance(algorithm);
              return Kernels.ofText(text -> hex(digest, text)).apply(arguments, rows, context);
            });
  }

  private static String hex(MessageDigest digest, String text) {
    return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest instance(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
