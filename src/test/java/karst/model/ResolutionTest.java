package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.Location;
import karst.source.SourceText;
import karst.source.Span;
import karst.source.SplException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {
  private final DataModels models = DataModels.standard();

  @ParameterizedTest
  @CsvSource({
    "Endpoint.Processes, Endpoint.Processes",
    "Web, Web.Web",
    "Web.Web, Web.Web",
    "Web.Proxy, Web.Web.Proxy",
    "Change, Change.All_Changes",
    "Updates, Updates.Updates",
    "Authentication.Authentication, Authentication.Authentication",
    "Authentication.Failed_Authentication, Authentication.Authentication.Failed_Authentication",
    "Authentication.Authentication.Failed_Authentication,"
        + " Authentication.Authentication.Failed_Authentication",
    "Change.Account_Management.Accounts_Created,"
        + " Change.All_Changes.Account_Management.Accounts_Created",
    "Change.Accounts_Created, Change.All_Changes.Account_Management.Accounts_Created"
  })
  void aReferenceFindsItsDataset(String reference, String dataset) {
    Resolution.Found found =
        assertInstanceOf(Resolution.Found.class, models.resolve(reference), reference);
    assertEquals(dataset, found.dataset().toString());
    assertEquals(found.dataset().modelName(), found.model().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Endpiont.Processes | there is no data model `Endpiont` | did you mean `Endpoint`?
          web | there is no data model `web` | did you mean `Web`?
          UEBA | there is no data model `UEBA` |
          '' | there is no data model `` |
          Endpoint.Proceses | data model `Endpoint` has no dataset `Proceses` | did you mean `Processes`?
          Endpoint.processes | data model `Endpoint` has no dataset `processes` | did you mean `Processes`?
          Web. | data model `Web` has no dataset `` | its datasets: `Web`, `Proxy`, `Storage`
          Web.nothing | data model `Web` has no dataset `nothing` | its datasets: `Web`, `Proxy`, `Storage`
          Authentication.Web.Failed_Authentication | data model `Authentication` has no dataset `Web.Failed_Authentication` | did you mean `Failed_Authentication`?
          Malware | data model `Malware` has several root datasets | name one: `Malware.Malware_Attacks`, `Malware.Malware_Operations`
          """)
  void aWrongReferenceSaysWhatThereIs(String reference, String message, String hint) {
    Diagnostic diagnostic = missing(models.resolve(reference));
    assertEquals(DiagnosticCode.UNKNOWN_DATA_MODEL, diagnostic.code());
    assertEquals(message, diagnostic.message());
    assertEquals(hint == null ? List.of() : List.of(hint), diagnostic.hints());
  }

  @Test
  void theFieldsOfTheSearchDecideWhichRootAModelMeans() {
    Resolution ports = models.resolve("Endpoint", List.of("_time", "Ports.dest_port"));
    assertEquals("Endpoint.Ports", dataset(ports).toString());
    Resolution errors = models.resolve("Updates", List.of("Update_Errors.dest"));
    assertEquals("Updates.Update_Errors", dataset(errors).toString());
    List<String> both = List.of("Ports.dest_port", "Processes.user");
    assertEquals(
        "data model `Endpoint` has several root datasets",
        missing(models.resolve("Endpoint", both)).message());
    assertEquals(
        "Web.Web",
        dataset(models.resolve("Web", List.of("Processes.user"))).toString(),
        "foreign fields do not hide the one root");
  }

  @Test
  void aNodeNameIsAWholeLineage() {
    DataModel change = DatasetTest.model("Change");
    assertEquals("All_Changes", node(change, "All_Changes"));
    assertEquals("All_Changes.Account_Management", node(change, "All_Changes.Account_Management"));
    assertEquals("Processes", node(DatasetTest.model("Endpoint"), "Processes"));
  }

  @ParameterizedTest
  @CsvSource({
    "Account_Management, did you mean `All_Changes.Account_Management`?",
    "Change.All_Changes, did you mean `All_Changes`?",
    "All_Change, did you mean `All_Changes`?",
    "nothing, "
  })
  void aWrongNodeNameSaysWhichIsNear(String name, String hint) {
    Diagnostic diagnostic = missing(DataModels.resolveNode(DatasetTest.model("Change"), name));
    assertEquals("data model `Change` has no node `" + name + "`", diagnostic.message());
    assertEquals(hint == null ? List.of() : List.of(hint), diagnostic.hints());
  }

  @Test
  void theCallerGivesTheDiagnosticItsPlace() {
    Location place =
        new Location(SourceText.of("<query>", "| from datamodel:Wep"), new Span(17, 20));
    SplException e =
        assertThrows(
            SplException.class, () -> models.resolve("Wep").orThrow(found -> found.at(place)));
    Diagnostic diagnostic = e.diagnostics().get(0);
    assertNotNull(diagnostic.origin());
    assertEquals("<query>:1:18", diagnostic.origin().location().toString());
    assertEquals("Web.Web", models.resolve("Web").orThrow(found -> found.at(place)).toString());
  }

  private static String node(DataModel model, String name) {
    return dataset(DataModels.resolveNode(model, name)).nodeName();
  }

  private static Dataset dataset(Resolution resolution) {
    return assertInstanceOf(Resolution.Found.class, resolution).dataset();
  }

  private static Diagnostic missing(Resolution resolution) {
    return assertInstanceOf(Resolution.Missing.class, resolution).diagnostic();
  }
}
