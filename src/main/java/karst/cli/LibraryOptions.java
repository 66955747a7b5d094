package karst.cli;

import java.nio.file.Path;
import java.util.List;
import karst.EngineBuilder;
import karst.macro.MacroLibrary;
import picocli.CommandLine.Option;

/** The options that say where macros and lookups are. */
final class LibraryOptions {
  @Option(
      names = "--macros",
      paramLabel = "PATH",
      description =
          "Reads macros from a folder of YAML files, or a .conf file; may be repeated, later ones"
              + " win.")
  private List<Path> macros = List.of();

  @Option(
      names = "--lookups",
      paramLabel = "DIR",
      description =
          "Makes the CSV files of a folder readable as tables and lookups, by the definitions"
              + " beside them (YAML, transforms.conf); may be repeated, later ones win.")
  private List<Path> lookups = List.of();

  /**
   * Adds the macros and lookups to an engine to be.
   *
   * @throws karst.source.SplException if a file cannot be read
   */
  EngineBuilder addTo(EngineBuilder builder) {
    macros.forEach(path -> builder.macros(MacroLibrary.load(path)));
    lookups.forEach(builder::lookups);
    return builder;
  }
}
