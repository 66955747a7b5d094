package karst.content;

import java.util.List;
import karst.source.SourceMap;

/**
 * A detection: a search with what its authors say about it.
 *
 * @param file the file below the content folder, with {@code /} between the parts
 * @param name the title
 * @param id the unique id; empty for none
 * @param status such as {@code production}; empty for none
 * @param type such as {@code TTP}; empty for none
 * @param description what the detection is for; empty for none
 * @param search the search; its map leads to the file
 * @param tags what the detection is about
 * @param risk what a finding means
 * @param tests how the detection is tested
 */
public record Detection(
    String file,
    String name,
    String id,
    String status,
    String type,
    String description,
    SourceMap search,
    Tags tags,
    Risk risk,
    List<DetectionTest> tests)
    implements DetectionFile {
  public Detection {
    tests = List.copyOf(tests);
  }

  /**
   * What a detection is about.
   *
   * @param dataSources the kinds of events that it needs
   * @param techniques ids of ATT&CK techniques
   * @param stories analytic stories
   * @param others the other tags with a single value, as {@code name=value}
   */
  public record Tags(
      List<String> dataSources,
      List<String> techniques,
      List<String> stories,
      List<String> others) {
    public Tags {
      dataSources = List.copyOf(dataSources);
      techniques = List.copyOf(techniques);
      stories = List.copyOf(stories);
      others = List.copyOf(others);
    }
  }
}
