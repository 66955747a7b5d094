package karst.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * What ends the records of a CSV file, as its header's line does. Told of it, Spark leaves the line
 * breaks in cells as they are.
 */
final class RecordEnding {
  private RecordEnding() {}

  /** Returns the line break behind the header of a file. */
  static String of(SparkSession session, String file) throws IOException {
    Path path = new Path(file);
    FileSystem files = path.getFileSystem(session.sparkContext().hadoopConfiguration());
    try (InputStream raw = new BufferedInputStream(files.open(path));
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      int before = -1;
      boolean quoted = false;
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next == '\n' && !quoted) {
          return before == '\r' ? "\r\n" : "\n";
        }
        quoted ^= next == '"';
        before = next;
      }
      return "\n";
    }
  }
}
