package karst.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import karst.content.Skeleton;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code karst init}: begins a folder of detections. */
@Command(
    name = "init",
    description = "Writes a first detection, its data, its tests and a job that runs them.",
    sortOptions = false)
final class InitCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder to write into; none of the files may be there.")
  private Path folder = Path.of("");

  InitCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Skeleton.write(folder);
    StringBuilder text = new StringBuilder();
    Skeleton.files().forEach(file -> text.append(folder.resolve(file)).append('\n'));
    text.append("\nNow try:\n  karst detect --content ").append(folder.resolve("content"));
    text.append(" --events ").append(folder.resolve("data/archive")).append("\n  karst test ");
    text.append(folder.resolve("content")).append(" --data ").append(folder.resolve("data"));
    text.append("\n`karst help guide` explains the files.\n");
    streams.print(text.toString());
    return 0;
  }
}
