package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import karst.command.Command;
import org.junit.jupiter.api.Test;

/** Commands are values: records of values all the way down, whose collections are copies. */
class CommandImmutabilityTest {
  private static final Set<Class<?>> VALUES =
      Set.of(String.class, Boolean.class, Integer.class, Long.class, Double.class);
  private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Set.class, Map.class);

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("karst");

  private final Set<String> faults = new TreeSet<>();
  private final Set<JavaClass> seen = new HashSet<>();

  @Test
  void commandsAreRecordsOfValues() {
    Set<JavaClass> commands = CLASSES.get(Command.class).getAllSubclasses();
    assertFalse(commands.isEmpty());
    commands.forEach(command -> check(command, "a command"));
    assertEquals(Set.of(), faults);
  }

  private void check(JavaType type, String where) {
    if (type instanceof JavaParameterizedType generic) {
      generic.getActualTypeArguments().forEach(argument -> check(argument, where));
    }
    JavaClass raw = type.toErasure();
    if (raw.isPrimitive()
        || VALUES.stream().anyMatch(raw::isEquivalentTo)
        || COLLECTIONS.stream().anyMatch(raw::isEquivalentTo)
        || !seen.add(raw)) {
      return;
    }
    if (raw.isRecord()) {
      checkRecord(raw);
    } else if (raw.isInterface() && raw.getName().startsWith("karst.")) {
      raw.getAllSubclasses().forEach(kind -> check(kind, where));
    } else if (!raw.isEnum() && !isEnumConstant(raw)) {
      faults.add(where + " holds a " + raw.getName() + ", which is neither a record nor an enum");
    }
  }

  private void checkRecord(JavaClass type) {
    boolean holdsCollection = false;
    for (JavaField field : type.getFields()) {
      if (!field.getModifiers().contains(JavaModifier.STATIC)) {
        check(field.getType(), field.getFullName());
        holdsCollection |= COLLECTIONS.stream().anyMatch(field.getRawType()::isEquivalentTo);
      }
    }
    if (holdsCollection && !copiesCollections(type)) {
      faults.add(type.getName() + " keeps a collection without List.copyOf or its like");
    }
  }

  private static boolean copiesCollections(JavaClass type) {
    return type.getConstructors().stream()
        .flatMap(constructor -> constructor.getMethodCallsFromSelf().stream())
        .anyMatch(
            call ->
                call.getName().matches("copyOf|unmodifiable\\w+")
                    && call.getTargetOwner().getPackageName().equals("java.util"));
  }

  private static boolean isEnumConstant(JavaClass type) {
    return type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
  }
}
