package karst;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import karst.source.Diagnostic;
import karst.source.DiagnosticCode;
import org.jspecify.annotations.Nullable;

/**
 * SPL commands that Karst knows by name only, so that a search with one gets an honest answer: why
 * it cannot be had, and what to do instead.
 */
final class UnsupportedCommands {
  /** Commands that need what is not here. */
  private static final Map<String, Reason> REASONS = new HashMap<>();

  static {
    refuse(
        "asks a Splunk server, and there is none here",
        "put the answer into a CSV file and read that: | inputlookup FILE",
        "audit crawl dbinspect history metasearch rest typeahead walklex");
    refuse(
        "reads the metrics of a Splunk server, and there is none here",
        "bind a table of them, and count with stats",
        "mcatalog mpreview msearch mstats");
    refuse(
        "takes a search that a Splunk server keeps, and there is none here",
        "write the search itself, or make a macro of it",
        "loadjob savedsearch");
    refuse(
        "writes to an index of a Splunk server, and there is none here",
        "write a file instead: | outputlookup FILE",
        "collect mcollect meventcollect tscollect");
    refuse(
        "writes to a file system of a Splunk server, and there is none here",
        "write a file instead: | outputcsv FILE",
        "dump");
    refuse(
        "looks for gaps in the summaries that a Splunk server makes, and there is none here",
        "compare the times of the rows: | streamstats current=f last(_time)",
        "overlap");
    refuse(
        "says in other words what tstats and stats say, for the reports of a Splunk server",
        "write the search itself: | tstats ... from datamodel=...",
        "pivot");
    refuse(
        "adjusts for seasons by a form of the X-11 program that nobody has described",
        "take the season into account by predict ... algorithm=LLP, or smooth by trendline",
        "x11");
    refuse(
        "sends by a Splunk server, and there is none here",
        "leave it out, and send what the search prints: karst run --format json",
        "sendalert sendemail");
    refuse(
        "needs the Splunk Machine Learning Toolkit, which is not here",
        "compare with what is usual by eventstats, or leave the search out",
        "apply fit score summary");
    refuse(
        "needs the CyberChef add-on, which is not here",
        "use eval functions such as urldecode, or decode the data before",
        "cyberchef");
    refuse(
        "runs a program of a Splunk server, and there is none here",
        "run it by itself, and read what it writes: | inputlookup FILE",
        "run script");
    refuse(
        "rolls paths up into folders by a way that nobody has described",
        "take the folder by rex, and count by it: | rex \"^(?<folder>.*)/\" | stats count by"
            + " folder",
        "bucketdir folderize");
    refuse(
        "guesses a regular expression from examples by a way that nobody has described",
        "write the expression: rex \"name=(?<name>...)\"",
        "erex");
    refuse(
        "removes events from an index of a Splunk server, and there is none here",
        "leave rows out: search NOT ..., or where NOT ...",
        "delete");
    refuse(
        "needs shapes on a map that a Splunk server keeps, and there are none here",
        "count by the name of a place, and let what draws the map find its shape",
        "geom geomfilter");
    refuse(
        "guesses kinds of events by a way that nobody has described",
        "write event types into a mapping (--mappings), and name them by typer",
        "findtypes typelearner");
    refuse(
        "needs the form files of a Splunk server, and there are none here",
        "take the text apart by rex, or by extract pairdelim=... kvdelim=...",
        "kvform");
    refuse(
        "weighs words by how often a server's index has them, and there is none here",
        "keep the rows that matter by search, or shorten their texts by abstract",
        "relevancy");
    refuse(
        "needs the word lists of a Splunk server, and there are none here",
        "hide what must not be seen by eval and a hash: user=sha256(user), or by rex mode=sed",
        "scrub");
    refuse(
        "needs transaction types that a Splunk server keeps, and there are none here",
        "write what belongs together: search ... | transaction FIELD maxspan=...",
        "searchtxn");
  }

  private UnsupportedCommands() {}

  /**
   * Why a command cannot be had.
   *
   * @param why a sentence without its subject, the command
   * @param instead what to do
   */
  private record Reason(String why, String instead) {}

  private static void refuse(String why, String instead, String names) {
    for (String name : names.split(" ")) {
      REASONS.put(name, new Reason(why, instead));
    }
  }

  /** Returns the names of all commands that cannot be run, in order. */
  static SortedSet<String> names() {
    return new TreeSet<>(REASONS.keySet());
  }

  /** Returns the answer to a command of SPL that cannot be run, or null if SPL has no such one. */
  static @Nullable Diagnostic find(String name) {
    Reason reason = REASONS.get(name);
    return reason == null
        ? null
        : Diagnostic.error(DiagnosticCode.UNSUPPORTED_COMMAND, "`" + name + "` " + reason.why())
            .hint(reason.instead());
  }
}
