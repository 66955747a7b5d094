package karst.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import karst.type.Numbers;

/**
 * Findings as a page for a person: one file that needs no network, to be filtered by state and
 * technique.
 *
 * <p>Values come from attackers. Each goes through {@link Html#text}, and should that fail one day,
 * the page's policy runs no script but its own.
 */
public final class HtmlReport {
  private static final String SCRIPT = resource("report.js");
  private static final String STYLE = resource("report.css");

  private final DetectReport report;
  private final Html html = new Html();

  private HtmlReport(DetectReport report) {
    this.report = report;
  }

  /** Returns the page. */
  public static String of(DetectReport report) {
    return new HtmlReport(report).page();
  }

  private String page() {
    html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    html.raw("script-src 'sha256-" + hash(SCRIPT) + "'; style-src 'sha256-" + hash(STYLE) + "'\">");
    html.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<title>Karst: findings</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n");
    header();
    List<DetectionRun> runs =
        report.runs().stream()
            .sorted(Comparator.comparing(DetectionRun::state).thenComparing(HtmlReport::score))
            .toList();
    html.open("main");
    runs.forEach(this::run);
    html.close("main").raw("\n<script>" + SCRIPT + "</script>\n</body>\n</html>\n");
    return html.toString();
  }

  /** Highest first. */
  private static double score(DetectionRun run) {
    return run.detection() instanceof Detection detection ? -detection.risk().score() : 0;
  }

  private void header() {
    html.open("header").element("h1", "Findings");
    html.open("p", "class", "summary");
    for (DetectionRun.State state : DetectionRun.State.values()) {
      html.open("label", "class", "state " + css(state));
      html.raw("<input type=\"checkbox\" name=\"state\" value=\"" + css(state) + "\"");
      html.raw(state == DetectionRun.State.FIRED ? " checked> " : "> ");
      html.text(report.count(state) + " " + state.label()).close("label").raw(" ");
    }
    html.close("p").open("p", "class", "filters");
    html.open("label").text("Technique ").open("select", "id", "technique");
    html.open("option", "value", "").text("all").close("option");
    for (String technique : techniques()) {
      html.open("option", "value", technique).text(technique).close("option");
    }
    html.close("select").close("label").raw(" ");
    html.open("label").text("Text ").raw("<input type=\"search\" id=\"text\">").close("label");
    html.raw(" ").open("span", "id", "shown").close("span").close("p");
    String time = report.runs().size() + " detections in " + report.time().toMillis() + " ms";
    html.element("p", time).close("header").raw("\n");
  }

  private TreeSet<String> techniques() {
    TreeSet<String> techniques = new TreeSet<>();
    for (DetectionRun run : report.runs()) {
      if (run.detection() instanceof Detection detection) {
        techniques.addAll(detection.tags().techniques());
      }
    }
    return techniques;
  }

  private void run(DetectionRun run) {
    Detection detection = run.detection() instanceof Detection read ? read : null;
    String techniques = detection == null ? "" : String.join(" ", detection.tags().techniques());
    html.raw("\n");
    html.open("section", "class", css(run.state()), "data-techniques", techniques);
    html.open("h2").text(run.detection().name());
    html.open("span", "class", "badge").text(run.state().label()).close("span");
    if (detection != null && detection.risk().score() > 0) {
      String score = "risk " + Numbers.format(detection.risk().score());
      html.open("span", "class", "badge score").text(score).close("span");
    }
    html.close("h2");
    if (detection != null) {
      about(detection);
    }
    if (!run.reason().isEmpty()) {
      html.open("p", "class", "reason").text(run.reason()).close("p");
    }
    run.findings().forEach(this::finding);
    if (run.rows() > run.findings().size()) {
      html.element("p", "and " + (run.rows() - run.findings().size()) + " more rows");
    }
    String times = run.detection().file() + ", " + run.time().toMillis() + " ms";
    html.open("p", "class", "file").text(times).close("p").close("section");
  }

  private void about(Detection detection) {
    if (!detection.description().isEmpty()) {
      html.open("p", "class", "description").text(detection.description()).close("p");
    }
    html.open("p", "class", "tags");
    detection.tags().techniques().forEach(technique -> tag("technique", technique));
    detection.tags().stories().forEach(story -> tag("story", story));
    html.close("p");
  }

  private void tag(String kind, String value) {
    html.open("span", "class", "tag " + kind).text(value).close("span").raw(" ");
  }

  private void finding(Finding finding) {
    html.open("article");
    html.open("p", "class", "message").text(finding.message()).close("p");
    String first = finding.first();
    if (!first.isEmpty()) {
      String last = finding.last();
      html.open("p", "class", "time").text(first.equals(last) ? first : first + " to " + last);
      html.close("p");
    }
    if (!finding.entities().isEmpty()) {
      html.open("p", "class", "entities");
      for (Finding.Entity entity : finding.entities()) {
        String role = entity.object().role() == RiskObject.Role.RISK ? "at-risk" : "threat";
        html.open("span", "class", "entity " + role);
        html.text(entity.object().field() + ": " + String.join(", ", entity.values()));
        html.close("span").raw(" ");
      }
      html.close("p");
    }
    html.open("details").element("summary", "row").open("table");
    for (String field : finding.fields().keySet()) {
      html.open("tr").element("th", field);
      html.element("td", String.join("\n", finding.texts(field))).close("tr");
    }
    html.close("table").close("details").close("article");
  }

  private static String css(DetectionRun.State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
