package karst.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import karst.BatchResult;
import karst.Engine;
import karst.Query;
import karst.Result;
import karst.Row;
import karst.source.Diagnostic;
import karst.source.SplException;
import org.jspecify.annotations.Nullable;

/**
 * Runs the searches of some files together. One that is wrong or fails is told of, and the others
 * go on.
 */
final class SearchFiles {
  private static final int FAULT = 1;

  private final List<Path> files;
  private final ResultFiles outputs;
  private final Streams streams;
  private final TableStyle style;
  private final Set<Diagnostic> told = new HashSet<>();
  private boolean failed;

  SearchFiles(List<Path> files, ResultFiles outputs, Streams streams, TableStyle style) {
    this.files = List.copyOf(files);
    this.outputs = outputs;
    this.streams = streams;
    this.style = style;
  }

  /** Runs the searches; returns the exit code, 1 if one of them failed. */
  int run(Engine engine) {
    List<Path> right = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    for (Path file : files) {
      Query query = prepared(engine, file);
      if (query != null) {
        right.add(file);
        queries.add(query);
      }
    }
    try (Progress progress = new Progress(streams.err());
        BatchResult results = engine.batch(queries).run(progress::update)) {
      for (int i = 0; i < results.size(); i++) {
        write(right.get(i), queries.get(i), results.get(i), progress);
      }
      progress.clear();
      streams.warn(results.notes());
    }
    return failed ? FAULT : 0;
  }

  private @Nullable Query prepared(Engine engine, Path file) {
    try {
      return engine.prepare(QueryFile.read(file));
    } catch (SplException wrong) {
      fail(wrong);
      return null;
    }
  }

  private void write(Path file, Query query, Result result, Progress progress) {
    try (result;
        Output output = outputs.open(file, streams);
        RowWriter writer = outputs.writer(file, output, result.columns(), style)) {
      for (Row row : result) {
        writer.write(row);
      }
      writer.close();
      progress.clear();
      output.commit();
      outputs.wrote();
      warn(query.warnings());
      warn(result.warnings());
    } catch (IOException | RuntimeException | StackOverflowError failure) {
      progress.clear();
      fail(failure);
    }
  }

  /** What is said of the data is said once, not for each search. */
  private void warn(List<Diagnostic> warnings) {
    streams.warn(warnings.stream().filter(told::add).toList());
  }

  private void fail(Throwable failure) {
    failed = true;
    ExecutionFaults.print(failure, streams.err());
  }
}
