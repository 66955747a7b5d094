package karst.spark;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import karst.Backend;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import karst.source.SplException;
import org.apache.spark.sql.SparkSession;

/** Apache Spark, on this machine or on a cluster. */
public final class SparkBackend implements Backend {
  private static final String HERE = "local[*]";

  /** Creates the back end. */
  public SparkBackend() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public Connection connect(Settings settings) {
    // What spark-submit has set stands in the properties of the system.
    String master = settings.master().orElse(System.getProperty("spark.master", HERE));
    SparkSession.Builder builder = SparkSession.builder().appName("karst").master(master);
    if (master.startsWith("local")) {
      builder.config("spark.ui.enabled", "false");
      builder.config("spark.sql.shuffle.partitions", String.valueOf(cores(master)));
    } else if (System.getProperty("spark.jars") == null) {
      jar().ifPresent(jar -> builder.config("spark.jars", jar));
    }
    settings.configuration().forEach(builder::config);
    try {
      return new SparkConnection(builder.getOrCreate());
    } catch (RuntimeException fault) {
      throw new SplException(
          Diagnostic.error(
              DiagnosticCode.BAD_OPTION,
              "spark does not start at `" + master + "`: " + fault.getMessage()),
          fault);
    }
  }

  private static int cores(String master) {
    String number = master.replaceAll("\\D+", " ").strip().split(" ", 2)[0];
    return number.isEmpty() ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(number);
  }

  /** The jar that workers need too. */
  private static Optional<String> jar() {
    try {
      Path source =
          Path.of(SparkBackend.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return source.toString().endsWith(".jar") ? Optional.of(source.toString()) : Optional.empty();
    } catch (URISyntaxException unlikely) {
      return Optional.empty();
    }
  }
}
