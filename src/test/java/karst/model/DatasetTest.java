package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import karst.type.SplType;
import org.junit.jupiter.api.Test;

class DatasetTest {
  private final DataModel change = model("Change");
  private final Dataset root = dataset(change, "All_Changes");
  private final Dataset accounts = dataset(change, "Account_Management");
  private final Dataset created = dataset(change, "Accounts_Created");

  @Test
  void theLineageLeadsFromTheRootDown() {
    assertEquals(List.of(root, accounts, created), created.lineage());
    assertEquals(List.of(root, accounts), created.ancestors());
    assertEquals(List.of(), root.ancestors());
    assertSame(root, created.root());
    assertSame(accounts, created.parent());
    assertNull(root.parent());
    assertEquals("All_Changes.Account_Management.Accounts_Created", created.nodeName());
    assertTrue(created.isWithin(root));
    assertFalse(root.isWithin(created));
  }

  @Test
  void aChildHasItsParentsConstraintsBeforeItsOwn() {
    assertEquals(
        List.of(
            "tag=change NOT (object_category=file OR object_category=directory OR"
                + " object_category=registry)",
            "tag=account",
            "action=\"created\""),
        created.constraints());
  }

  @Test
  void aChildEvaluatesBaseFieldsThenItsParentsThenItsOwn() {
    List<ModelField> expected = new ArrayList<>(Dataset.BASE_FIELDS);
    expected.addAll(root.ownFields());
    expected.addAll(accounts.ownFields());
    assertEquals(expected, accounts.fields());
    assertEquals(expected, created.fields(), "a child without fields has its parent's");
  }

  @Test
  void fieldsAreNamedByTheDatasetThatDeclaresThem() {
    assertNotNull(created.field("All_Changes.user"));
    assertNotNull(created.field("All_Changes.Account_Management.src_user"));
    assertNull(created.field("All_Changes.src_user"));
    assertNull(created.field("All_Changes.Account_Management.user"));
    assertNull(created.field("user"));
    assertNull(root.field("All_Changes.Account_Management.src_user"));
  }

  @Test
  void everyDatasetHasTheBaseFieldsWithoutAPrefix() {
    for (DataModel model : StandardModelsTest.all()) {
      for (Dataset dataset : model.datasets()) {
        for (String name : List.of("_time", "host", "source", "sourcetype")) {
          assertNotNull(dataset.field(name), dataset + " " + name);
        }
      }
    }
  }

  @Test
  void qualifiedAndShortNamesAreUniqueWithinADataset() {
    for (DataModel model : StandardModelsTest.all()) {
      for (Dataset dataset : model.datasets()) {
        List<ModelField> fields = dataset.fields();
        assertEquals(fields.size(), fields.stream().map(ModelField::name).distinct().count());
      }
    }
  }

  @Test
  void aSearchOverARootCanNameTheFieldsOfItsChildren() {
    List<String> names = change.fieldsWithin(root).stream().map(ModelField::qualifiedName).toList();
    assertTrue(names.contains("All_Changes.user"));
    assertTrue(names.contains("All_Changes.Instance_Changes.instance_type"));
    assertEquals(names.size(), names.stream().distinct().count());
    assertEquals(created.fields(), change.fieldsWithin(created));
    assertNotNull(change.field("All_Changes.Instance_Changes.instance_type"));
    assertNull(change.field("All_Changes.instance_type"));
  }

  @Test
  void aTableIsBoundUnderModelAndRoot() {
    assertEquals("Change.All_Changes", created.tableName());
    assertEquals("Endpoint.Ports", dataset(model("Endpoint"), "Ports").tableName());
  }

  @Test
  void theModelKnowsRootsAndChildren() {
    assertEquals(
        List.of("Ports", "Processes", "Services", "Filesystem", "Registry"),
        model("Endpoint").roots().stream().map(Dataset::name).toList());
    assertEquals(
        List.of("Accounts_Created", "Accounts_Deleted", "Account_Lockouts", "Accounts_Updated"),
        change.children(accounts).stream().map(Dataset::name).toList());
    assertSame(accounts, change.node("All_Changes.Account_Management"));
    assertNull(change.node("Account_Management"));
  }

  @Test
  void kindsAreAsDeclared() {
    assertEquals(DatasetKind.EVENT, root.kind());
    assertEquals(DatasetKind.CHILD, accounts.kind());
    assertEquals(DatasetKind.SEARCH, dataset(model("Endpoint"), "Processes").kind());
    assertEquals(DatasetKind.SEARCH, dataset(model("Updates"), "Update_Errors").kind());
  }

  @Test
  void portsMakeOneRowForEachPairOfTransportAndPort() {
    Dataset ports = dataset(model("Endpoint"), "Ports");
    assertEquals("Ports.transport_dest_port", ports.expandedField());
    assertNull(root.expandedField());
  }

  @Test
  void declaredTypesAreKept() {
    Dataset processes = dataset(model("Endpoint"), "Processes");
    assertEquals(SplType.NUMBER, type(processes, "Processes.process_id"));
    assertEquals(SplType.STRING, type(processes, "Processes.user"));
    assertEquals(SplType.multivalue(SplType.STRING), type(processes, "Processes.process_hash"));
    assertEquals(SplType.BOOLEAN, type(processes, "Processes.dest_is_expected"));
    assertEquals(SplType.TIME, type(processes, "_time"));
    Dataset ports = dataset(model("Endpoint"), "Ports");
    assertEquals(SplType.STRING, type(ports, "Ports.src_port"), "the list of types wins");
    Dataset traffic = dataset(model("Network_Traffic"), "All_Traffic");
    assertEquals(SplType.NUMBER, type(traffic, "All_Traffic.src_port"), "the rule's type");
  }

  @Test
  void machinesHaveMoreEnrichmentThanUsers() {
    Dataset processes = dataset(model("Endpoint"), "Processes");
    assertNotNull(processes.field("Processes.user_bunit"));
    assertNotNull(processes.field("Processes.dest_requires_av"));
    assertNull(processes.field("Processes.user_requires_av"));
  }

  private static SplType type(Dataset dataset, String name) {
    return Objects.requireNonNull(dataset.field(name)).declaredType();
  }

  static DataModel model(String name) {
    return Objects.requireNonNull(DataModels.standard().model(name));
  }

  static Dataset dataset(DataModel model, String name) {
    return Objects.requireNonNull(model.dataset(name));
  }
}
