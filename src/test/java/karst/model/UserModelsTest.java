package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserModelsTest {
  @TempDir Path folder;

  @Test
  void aFolderAddsModels() throws IOException {
    write("doors.yml", "model: Doors\ndatasets: [{name: Passages}]\n");
    write("notes.txt", "not a model");
    DataModels models = DataModels.standard().withUserModels(folder);
    assertTrue(models.names().contains("Doors"));
    assertTrue(models.names().contains("Endpoint"));
    assertEquals(models.names().stream().sorted().toList(), models.names());
    assertNotNull(models.model("Endpoint"));
    assertEquals("Doors.Passages", models.resolve("Doors").orThrow(d -> d).toString());
    assertEquals(List.of("Doors"), DataModels.none().withUserModels(folder).names());
  }

  @Test
  void aLaterModelTakesThePlaceOfAnEarlierOne() throws IOException {
    write("1.yml", "model: Web\ndescription: first\ndatasets: [{name: Web}]\n");
    write("2.yaml", "model: Web\ndescription: second\ndatasets: [{name: Web}]\n");
    DataModels models = DataModels.standard().withUserModels(folder);
    assertEquals("second", Objects.requireNonNull(models.model("Web")).description());
    assertEquals(
        3,
        Objects.requireNonNull(DataModels.standard().model("Web")).datasets().size(),
        "the catalog that it started from is as before");
  }

  @Test
  void aFaultIsShownWithItsFileAtOnce() throws IOException {
    Path file = write("doors.yml", "model: Doors\ndatasets: [{name: Passages, filds: {}}]\n");
    SplException e = fails(folder);
    assertEquals(DiagnosticCode.MODEL_DEFINITION, e.diagnostics().get(0).code());
    assertEquals(
        file + ":2:29",
        Objects.requireNonNull(e.diagnostics().get(0).origin()).location().toString());
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    SplException missing = fails(folder.resolve("nowhere"));
    assertEquals(DiagnosticCode.UNREADABLE_FILE, missing.diagnostics().get(0).code());
    Files.write(folder.resolve("latin.yml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
    SplException malformed = fails(folder);
    assertEquals(DiagnosticCode.MALFORMED_DATA, malformed.diagnostics().get(0).code());
  }

  private static SplException fails(Path folder) {
    return assertThrows(SplException.class, () -> DataModels.standard().withUserModels(folder));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
