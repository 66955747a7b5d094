package karst;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the package graph. A package below one of the table, such as {@code plan.command}, belongs
 * to it; {@code karst} itself is the library API and the single place where all is put together.
 */
class ArchitectureTest {
  /** Each package and those it may use. A package may use only what stands above it. */
  private static final Map<String, Set<String>> PACKAGES =
      table(
          """
          source   :
          type     :
          vector   : type
          yaml     : source
          ast      : source
          function : type vector
          command  : ast source type
          lookup   : source yaml
          macro    : source yaml
          parse    : ast command source
          model    : source type yaml
          table    : model source type vector
          plan     : ast command function lookup model source table type vector
          optimize : function plan type vector
          exec     : function lookup plan source table type vector
          export   : function lookup plan type vector
          lint     : ast command model source type
          karst    : ast command exec export function lint lookup macro model optimize parse plan source table type vector
          content  : karst lint macro model source table type vector yaml
          cli      : command content exec function karst lint macro plan source table type vector
          """);

  /**
   * Each library and the packages that may use it; no other library may be used. Guava stands here
   * because Calcite's methods take and return its lists.
   */
  private static final Map<String, Set<String>> LIBRARIES =
      table(
          """
          org.antlr                : parse
          org.apache.calcite       : table plan optimize exec export karst
          com.google.common        : table plan optimize exec export karst
          org.snakeyaml            : macro yaml
          picocli                  : cli
          org.jline                : cli
          me.tongfei.progressbar   : cli
          com.github.freva         : cli
          de.siegmar.fastcsv       : cli
          com.maxmind.db           : table
          org.apache.parquet       : table
          io.airlift.compress      : table
          com.fasterxml.jackson    : cli table type
          """);

  private static final String ROOT = "karst";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void aPackageUsesOnlyWhatTheTableAllows() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      String from = owner(user);
      Set<String> allowed = PACKAGES.getOrDefault(from, Set.of());
      user.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> isKarst(dependency.getTargetClass().getBaseComponentType()))
          .filter(
              dependency -> !owner(dependency.getTargetClass().getBaseComponentType()).equals(from))
          .filter(
              dependency ->
                  !allowed.contains(owner(dependency.getTargetClass().getBaseComponentType())))
          .forEach(dependency -> forbidden.add(dependency.getDescription()));
    }
    assertEquals(Set.of(), forbidden);
  }

  @Test
  void everyPackageStandsInTheTable() {
    Set<String> missing =
        CLASSES.stream()
            .map(ArchitectureTest::owner)
            .collect(Collectors.toCollection(TreeSet::new));
    missing.removeAll(PACKAGES.keySet());
    assertEquals(Set.of(), missing);
  }

  @Test
  void aRowOfTheTableNamesOnlyRowsAboveIt() {
    List<String> faults = new ArrayList<>();
    Set<String> above = new LinkedHashSet<>();
    PACKAGES.forEach(
        (name, uses) -> {
          uses.stream()
              .filter(used -> !above.contains(used))
              .map(used -> name + " -> " + used)
              .forEach(faults::add);
          above.add(name);
        });
    assertEquals(List.of(), faults);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("karst.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void aLibraryIsUsedOnlyWhereTheTableAllows() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      user.getDirectDependenciesFromSelf().stream()
          .filter(dependency -> !mayUse(owner(user), dependency.getTargetClass()))
          .forEach(dependency -> forbidden.add(dependency.getDescription()));
    }
    assertEquals(Set.of(), forbidden);
  }

  @Test
  void onlyTheCommandLineUsesStandardStreams() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage("karst.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in")
            .because("a library neither prints nor reads on its own account");
    rule.check(CLASSES);
  }

  @Test
  void nothingHangsOnTheThreadItRunsOn() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .because("what a compilation or a run needs is passed to it")
        .check(CLASSES);
  }

  @Test
  void convertersAndRulesDoNotKnowEachOther() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass user : CLASSES) {
      if (isPart(user)) {
        user.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> isPart(dependency.getTargetClass()))
            .filter(dependency -> !outermost(dependency.getTargetClass()).equals(outermost(user)))
            .forEach(dependency -> forbidden.add(dependency.getDescription()));
      }
    }
    assertEquals(Set.of(), forbidden);
  }

  /** A converter of one command, or one rule. */
  private static boolean isPart(JavaClass type) {
    String name = outermost(type);
    return (name.startsWith("karst.plan.command.") && name.endsWith("Converter"))
        || (name.startsWith("karst.optimize.") && name.endsWith("Rule"));
  }

  private static boolean mayUse(String user, JavaClass target) {
    String name = target.getBaseComponentType().getName();
    if (isKarst(target.getBaseComponentType())
        || !name.contains(".")
        || name.matches("(java|javax|org\\.jspecify|org\\.w3c\\.dom)\\..*")) {
      return true;
    }
    return LIBRARIES.entrySet().stream()
        .anyMatch(row -> name.startsWith(row.getKey() + ".") && row.getValue().contains(user));
  }

  private static boolean isKarst(JavaClass type) {
    return type.getName().startsWith(ROOT + ".");
  }

  /** Returns the row that a class belongs to. */
  private static String owner(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length == 1 ? ROOT : parts[1];
  }

  private static String outermost(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  private static Map<String, Set<String>> table(String text) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      String[] sides = line.split(":");
      Set<String> uses = new LinkedHashSet<>();
      if (sides.length == 2) {
        uses.addAll(List.of(sides[1].trim().split(" +")));
      }
      uses.remove("");
      rows.put(sides[0].trim(), uses);
    }
    return rows;
  }
}
