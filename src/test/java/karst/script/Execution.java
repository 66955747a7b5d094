package karst.script;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import karst.EngineBuilder;
import karst.exec.Limits;
import karst.table.Tables;

/** The ways to run a query; each must give the same rows. */
enum Execution {
  /** As users run it. */
  OPTIMIZED {
    @Override
    Grid run(Environment environment, String spl) {
      return Results.of(environment.engineInMemory().build().prepare(spl));
    }
  },
  /** The plan as it is first made. */
  UNOPTIMIZED {
    @Override
    Grid run(Environment environment, String spl) {
      return Results.of(environment.engineInMemory().optimize(false).build().prepare(spl));
    }
  },
  /** Each row in a batch of its own. */
  BATCHES_OF_ONE {
    @Override
    Grid run(Environment environment, String spl) {
      return inBatches(1, environment, spl);
    }
  },
  /** Batches that end amid what belongs together. */
  BATCHES_OF_THREE {
    @Override
    Grid run(Environment environment, String spl) {
      return inBatches(3, environment, spl);
    }
  },
  /** The tables in CSV files, read in many blocks by several threads. */
  CSV {
    @Override
    boolean isPossible(Environment environment) {
      return environment.tables().values().stream().allMatch(ScriptTable::fitsCsv);
    }

    @Override
    Grid run(Environment environment, String spl) {
      return overFiles(environment, spl);
    }
  },
  /** The tables loaded, their texts coded. */
  LOADED {
    @Override
    boolean isPossible(Environment environment) {
      return environment.tables().values().stream().allMatch(ScriptTable::fitsLoaded);
    }

    @Override
    Grid run(Environment environment, String spl) {
      EngineBuilder engine = environment.engine();
      environment
          .tables()
          .values()
          .forEach(table -> engine.table(Tables.load(table.inMemory(), 1)));
      return Results.of(engine.build().prepare(spl));
    }
  };

  /** Returns whether the tables can be had in this way. */
  boolean isPossible(Environment environment) {
    return true;
  }

  /** Returns the rows of a search. */
  abstract Grid run(Environment environment, String spl);

  private static Grid inBatches(int rows, Environment environment, String spl) {
    Limits limits = Limits.defaults().withThreads(1).withBatchSize(rows);
    return Results.of(environment.engineInMemory().limits(limits).build().prepare(spl));
  }

  private static Grid overFiles(Environment environment, String spl) {
    List<Path> files = new ArrayList<>();
    try {
      EngineBuilder engine = environment.engine();
      for (ScriptTable table : environment.tables().values()) {
        Path file = Files.createTempFile("karst", ".csv");
        files.add(file);
        try (CsvWriter writer = CsvWriter.builder().build(file)) {
          table.csvRecords().forEach(writer::writeRecord);
        }
        engine.table(table.inFile(file));
      }
      engine.limits(Limits.defaults().withThreads(2));
      return Results.of(engine.build().prepare(spl));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      files.forEach(file -> file.toFile().delete());
    }
  }
}
