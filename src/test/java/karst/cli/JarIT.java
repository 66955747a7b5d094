package karst.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar and its launcher, as the build made them. */
class JarIT {
  private static final Path JAR = Path.of("target/karst.jar");
  private static final Path LAUNCHER = Path.of("target/karst");
  private static final String FOUNDING = "wermgr_process_spawned_cmd_or_powershell_process";
  private static final int PATIENCE_SECONDS = 120;

  @TempDir Path folder;

  @BeforeAll
  static void requireJar() {
    Assumptions.assumeTrue(Files.exists(JAR), "the runnable jar is not built");
  }

  private Outcome run(String... command) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process does not end");
    }
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String[] foundingSearch(String... program) {
    List<String> command = new ArrayList<>(Arrays.asList(program));
    command.addAll(List.of("run", "queries/" + FOUNDING + ".spl"));
    command.addAll(List.of("--table", "Endpoint.Processes=queries/data/endpoint_processes.csv"));
    command.addAll(List.of("--format", "csv"));
    return command.toArray(String[]::new);
  }

  private static Outcome expected() throws IOException {
    return new Outcome(0, Files.readString(Path.of("queries/expected/" + FOUNDING + ".csv")), "");
  }

  @Test
  void theJarRunsTheFoundingSearch() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertEquals(expected(), run(foundingSearch(java, "-jar", JAR.toString())));
  }

  @Test
  void theLauncherRunsItFromAnywhere() throws Exception {
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, LAUNCHER.toAbsolutePath());
    } catch (IOException | UnsupportedOperationException noLinks) {
      Assumptions.abort("there are no links here");
    }
    Assumptions.assumeTrue(Files.isExecutable(LAUNCHER), "there is no shell here");
    assertEquals(expected(), run(foundingSearch(link.toString())));
  }

  @Test
  void theLauncherDoesWithoutAnArchiveThatFits() throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(LAUNCHER), "there is no shell here");
    Path copy = Files.copy(LAUNCHER, folder.resolve("karst"));
    assertTrue(copy.toFile().setExecutable(true));
    Files.copy(JAR, folder.resolve("karst.jar"));
    Files.writeString(folder.resolve("karst.jsa"), "this is no archive");
    assertEquals(expected(), run(foundingSearch(copy.toString())));
  }

  @Test
  void theJarCarriesLicencesServicesAndClassesOfLaterJavas() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertTrue(jar.isMultiRelease());
      assertNotNull(jar.getEntry("META-INF/LICENSE"));
      assertNotNull(jar.getEntry("META-INF/NOTICE"));
      assertNotNull(
          jar.getEntry("META-INF/services/org.codehaus.commons.compiler.ICompilerFactory"));
      assertNull(jar.getEntry("module-info.class"));
      assertEquals(
          Main.class.getName(), jar.getManifest().getMainAttributes().getValue("Main-Class"));
    }
  }
}
