package karst.sample;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Harmless PowerShell scripts in the form that {@code -EncodedCommand} takes. */
final class Payload {
  private Payload() {}

  /** Returns a script that greets so often and sleeps, in Base64 of UTF-16. */
  static String encoded(String greeting, int times) {
    String script = ("Write-Output '" + greeting + "'; ").repeat(times) + "Start-Sleep -Seconds 5";
    return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
  }
}
