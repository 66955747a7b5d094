package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import karst.Query;
import karst.Result;
import karst.Row;
import karst.source.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Runs a search and writes its rows, all or none of them.
 *
 * @param format how rows are written
 * @param output where they go; null for the standard output
 * @param style how a table for people is laid out
 */
record QueryRun(Format format, @Nullable Path output, TableStyle style, Streams streams) {
  /**
   * Runs a search.
   *
   * @param started is told of the result before any of it is read, so that it can be cancelled
   */
  void run(Query query, Consumer<Result> started) throws IOException {
    List<Diagnostic> warnings = new ArrayList<>(query.warnings());
    try (Progress progress = new Progress(streams.err());
        Output target = Output.to(output, streams);
        Result result = query.run(progress::update)) {
      started.accept(result);
      try (RowWriter writer = format.writer(target.stream(), result.columns(), style)) {
        for (Row row : result) {
          writer.write(row);
        }
        writer.close();
        warnings.addAll(result.warnings());
        progress.close();
        // Only now, when nothing can fail any more, does anybody see a row.
        target.commit();
      }
    }
    streams.warn(warnings);
  }
}
