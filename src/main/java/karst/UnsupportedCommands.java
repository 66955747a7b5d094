package karst;

import java.util.Set;

/** SPL commands that Karst knows by name only, so that a search with one gets an honest answer. */
final class UnsupportedCommands {
  private static final Set<String> NAMES =
      Set.of(
          ("abstract accum addcoltotals addtotals analyzefields anomalies anomalousvalue"
                  + " anomalydetection apply arules associate"
                  + " autoregress bucket bucketdir chart cluster cofilter collect concurrency"
                  + " contingency correlate cyberchef dbinspect delta diff erex"
                  + " eventcount extract fieldsummary findtypes fit"
                  + " gauge geom geomfilter geostats highlight"
                  + " history iconify iplocation kmeans kv kvform loadjob localize"
                  + " localop makecontinuous mcollect metadata"
                  + " metasearch meventcollect mpreview mstats multikv"
                  + " outlier outputtext overlap pivot predict"
                  + " rare redistribute reltime require rest"
                  + " rtorder run savedsearch score script scrub searchtxn sendalert"
                  + " sendemail setfields sichart sirare sistats sitimechart sitop"
                  + " summary tags timechart timewrap top"
                  + " transpose trendline tscollect typeahead typelearner typer untable"
                  + " walklex x11 xmlkv xmlunescape xpath xyseries")
              .split(" "));

  private UnsupportedCommands() {}

  /** Returns whether SPL has a command of a name. */
  static boolean isKnown(String name) {
    return NAMES.contains(name);
  }
}
