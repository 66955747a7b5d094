package karst.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroLibraryTest {
  private static @Nullable String text(MacroLibrary library, String name, int arity) {
    MacroDefinition macro = library.lookup(name, arity);
    return macro == null ? null : macro.definition().expanded();
  }

  @Test
  void tellsMacrosOfOneNameApartByArity() {
    MacroLibrary library = Macros.library("m: none", "m(a): one", "m(a, b, c): three", "ma: other");
    assertEquals("none", text(library, "m", 0));
    assertEquals("one", text(library, "m", 1));
    assertNull(text(library, "m", 2));
    assertNull(text(library, "M", 0));
    assertEquals(List.of(0, 1, 3), library.arities("m"));
    assertEquals(List.of(), library.arities("x"));
    assertEquals(List.of("m", "ma"), library.names());
    assertEquals("[m, m(1), m(3), ma]", library.signatures().toString());
  }

  @Test
  void letsTheLaterLibraryWin() {
    MacroLibrary first = Macros.library("a: 1", "b: 1", "b(x): 1");
    MacroLibrary both = first.withOverrides(Macros.library("b: 2", "c: 2"));
    assertEquals("1", text(both, "a", 0));
    assertEquals("2", text(both, "b", 0));
    assertEquals("1", text(both, "b", 1));
    assertEquals("2", text(both, "c", 0));
    assertEquals("1", text(first, "b", 0));
  }

  @Test
  void shipsTheMacrosOfTheFolder() {
    MacroLibrary folder = MacroLibrary.load(Path.of("macros"));
    MacroLibrary shipped = MacroLibrary.shipped();
    assertEquals(folder.signatures(), shipped.signatures());
    for (MacroName name : folder.signatures()) {
      MacroDefinition written = folder.lookup(name.name(), name.arity());
      MacroDefinition found = shipped.lookup(name.name(), name.arity());
      assertNotNull(written);
      assertNotNull(found);
      assertEquals(written.definition().expanded(), found.definition().expanded());
      assertEquals(written.location().toString(), found.location().toString());
      assertEquals("macros/" + name.name() + ".yml", found.location().source().name());
    }
    MacroDefinition cmd = shipped.lookup("process_cmd", 0);
    assertNotNull(cmd);
    assertEquals("macros/process_cmd.yml:1:13", cmd.location().toString());
  }

  @Test
  void loadsAFolderInOrderOfNames(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("b.yaml"), "name: m\ndefinition: b.yaml\n");
    Files.writeString(folder.resolve("a.yml"), "\uFEFFname: m\ndefinition: a.yml\n");
    Files.writeString(
        folder.resolve("macros.conf"), "[n]\ndefinition = conf\n[m(1)]\nargs=x\ndefinition=c\n");
    Files.writeString(folder.resolve("other.conf"), "not a macro");
    Files.writeString(folder.resolve("notes.txt"), "not a macro");
    Files.createDirectory(folder.resolve("c.yml"));
    MacroLibrary library = MacroLibrary.load(folder);
    assertEquals("[m, m(1), n]", library.signatures().toString());
    assertEquals("b.yaml", text(library, "m", 0));
    assertEquals("a.yml", text(MacroLibrary.load(folder.resolve("a.yml")), "m", 0));
    assertEquals("conf", text(MacroLibrary.load(folder.resolve("macros.conf")), "n", 0));
  }

  @Test
  void tellsWhichFileCannotBeRead(@TempDir Path folder) throws IOException {
    Path absent = folder.resolve("absent");
    Path text = Files.writeString(folder.resolve("notes.txt"), "x");
    Path binary = Files.write(folder.resolve("m.yml"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    fails(absent, "error[E0601]: cannot read macros from FOLDER/absent: no such file or folder\n");
    fails(binary, "error[E0601]: cannot read macros from FOLDER/m.yml: not UTF-8 text\n");
    fails(
        text,
        """
        error[E0601]: cannot tell the kind of macro file FOLDER/notes.txt from its name
          = help: expected a name that ends in .yml, .yaml or .conf
        """);
  }

  private static void fails(Path path, String expected) {
    String rendered = assertThrows(SplException.class, () -> MacroLibrary.load(path)).render();
    String folder = String.valueOf(path.getParent()).replace('\\', '/');
    assertEquals(expected, rendered.replace(folder, "FOLDER"));
  }
}
