package karst.exec;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.plan.rel.WriteFile;

/** Finds the files that plans write. */
public final class WrittenFiles {
  private WrittenFiles() {}

  /** Returns the files that some plans write when they run. */
  public static Set<Path> of(List<PhysicalNode> plans) {
    Set<Path> files = new HashSet<>();
    plans.forEach(plan -> collect(plan, files));
    return files;
  }

  private static void collect(PhysicalNode node, Set<Path> files) {
    if (node instanceof TransformNode transform
        && transform.transformation() instanceof WriteFile write) {
      files.add(write.file());
    }
    node.inputs().forEach(input -> collect(input, files));
  }
}
