package karst.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import karst.source.Diagnostic;
import karst.source.SplException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookupFilesTest {
  @TempDir private Path folder = Path.of("");

  private LookupDefinition read(String file, String text, String name) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return Objects.requireNonNull(LookupFiles.read(folder).find(name));
  }

  @Test
  void aYamlFileDefinesALookup() throws IOException {
    LookupDefinition lookup =
        read(
            "domains.yml",
            """
            description: Domains
            filename: domains.csv
            name: bad_domains
            default_match: 'false'
            match_type: WILDCARD(domain), CIDR(net)
            min_matches: 1
            case_sensitive_match: 'false'
            """,
            "bad_domains");
    assertEquals("domains.csv", lookup.file());
    assertEquals(Map.of("domain", MatchType.WILDCARD, "net", MatchType.CIDR), lookup.matchTypes());
    assertEquals("false", lookup.defaultMatch());
    assertEquals(1, lookup.minMatches());
    assertEquals(1000, lookup.maxMatches());
    assertEquals(false, lookup.caseSensitive());
  }

  @Test
  void aYamlFileOfTheTypeCsvHasItsRowsBesideIt() throws IOException {
    LookupDefinition lookup =
        read(
            "tools_20240101.yml",
            """
            name: tools
            lookup_type: csv
            default_match: false
            match_type:
              - WILDCARD(tool)
              - EXACT(path)
            """,
            "tools");
    assertEquals("tools_20240101.csv", lookup.file());
    assertEquals("false", lookup.defaultMatch());
    assertEquals(MatchType.WILDCARD, lookup.matchType("tool"));
    assertEquals(MatchType.EXACT, lookup.matchType("path"));
  }

  @Test
  void aCollectionIsAFileWithFields() throws IOException {
    LookupDefinition lookup =
        read("seen.yml", "name: seen\ncollection: seen_users\nfields_list: _key, user\n", "seen");
    assertEquals("seen_users.csv", lookup.file());
    assertEquals(List.of("_key", "user"), lookup.fields());
    assertEquals(true, lookup.collection());
  }

  @Test
  void transformsConfDefinesLookupsAndOtherThings() throws IOException {
    LookupDefinition lookup =
        read(
            "transforms.conf",
            """
            # comment
            [extraction]
            REGEX = (?<x>.)
            [leases]
            filename = leases.csv
            time_field = at
            time_format = \\
              %Y-%m-%d
            max_offset_secs = 60
            """,
            "leases");
    assertEquals(new TimeMatch("at", "%Y-%m-%d", 0, 60), lookup.time());
    assertEquals(1, lookup.maxMatches());
    assertNull(LookupFiles.read(folder).find("extraction"));
  }

  @Test
  void aFaultyFileMattersOnlyToItsLookup() throws IOException {
    Files.writeString(folder.resolve("bad.yml"), "name: bad\nfilename: x.csv\nmax_matches: many\n");
    LookupDefinition good = read("good.yml", "name: good\nfilename: y.csv\n", "good");
    assertEquals("y.csv", good.file());
    LookupFiles files = LookupFiles.read(folder);
    SplException fault = assertThrows(SplException.class, () -> files.find("bad"));
    Diagnostic found = fault.diagnostics().get(0);
    assertEquals(
        "`max_matches` cannot be `many`, it must be a whole number of at least 1", found.message());
    assertNotNull(found.origin());
  }

  @Test
  void anUnknownMatchTypeIsAnErrorWithTheNearest() {
    SplException fault =
        assertThrows(
            SplException.class,
            () -> LookupDefinition.of("x", Map.of("filename", "x", "match_type", "WILDCRAD(a)")));
    assertEquals("did you mean `wildcard`?", fault.diagnostics().get(0).hints().get(0));
  }

  @Test
  void everyLookupOfTheCorpusIsDefined() {
    Path corpus = Path.of("../shared/escu/lookups");
    Assumptions.assumeTrue(Files.isDirectory(corpus), "the corpus is absent");
    LookupFiles files = LookupFiles.read(corpus);
    assertEquals(74, files.names().size());
    files.names().forEach(name -> assertNotNull(files.find(name)));
  }
}
