package karst.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import karst.Engine;
import karst.command.CommandSyntax;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** The engine answers what the reference interpreter answers. */
@PropertyDefaults(tries = 200, edgeCases = EdgeCasesMode.NONE)
class ReferenceProperties {
  @Property
  void theEngineAnswersAPipelineAsTheReferenceDoes(@ForAll("pipelines") Sample sample) {
    agree(sample);
  }

  @Property
  void theEngineFindsWhatTheReferenceFindsForASearchExpression(@ForAll("searches") Sample sample) {
    agree(sample);
  }

  @Property
  void theEngineCalculatesWhatTheReferenceCalculates(@ForAll("evals") Sample sample) {
    agree(sample);
  }

  @Property
  void theEngineGroupsAndAggregatesAsTheReferenceDoes(@ForAll("groupings") Sample sample) {
    agree(sample);
  }

  @Property
  void theEngineReadsADataModelAsTheReferenceDoes(@ForAll("dataModels") Sample sample) {
    agree(sample);
  }

  @Property(tries = 100)
  void theEngineReadsALookupAsTheReferenceDoes(@ForAll("lookups") Sample sample) {
    agree(sample);
  }

  @Property(tries = 100)
  void theEngineCombinesSearchesAsTheReferenceDoes(@ForAll("combinations") Sample sample) {
    agree(sample);
  }

  /** A command without a generator would be one that no law looks at. */
  @Example
  void everyCommandIsGenerated() {
    Set<String> commands = new TreeSet<>(AnyCommand.byName().keySet());
    commands.addAll(
        Set.of(
            // They count raw events, which a sample has none of.
            "eventcount",
            "metadata",
            "from",
            "gentimes",
            "inputlookup",
            // What it finds depends on a database; scripts and a test of its own hold it.
            "iplocation",
            "makeresults",
            "multisearch",
            "set",
            "tstats",
            "datamodel",
            "inputcsv",
            "outputcsv",
            "outputlookup",
            "predict"));
    Set<String> known = new TreeSet<>();
    Engine.builder().build().commands().syntaxes().stream()
        .map(CommandSyntax::name)
        .forEach(known::add);
    assertEquals(known, commands);
  }

  private static void agree(Sample sample) {
    Answer expected;
    try {
      expected = Trial.reference(sample.table(), sample.spl());
    } catch (UnsupportedOperationException beyond) {
      // What the reference leaves out, such as bins over infinite numbers, scripts hold.
      return;
    }
    Trial.engine(sample.table(), sample.spl()).mustEqual(expected, sample);
  }

  @Provide
  static Arbitrary<Sample> pipelines() {
    return AnySample.pipelines();
  }

  @Provide
  static Arbitrary<Sample> searches() {
    return AnySample.of(AnyCommand.named("search"));
  }

  @Provide
  static Arbitrary<Sample> evals() {
    return AnySample.of(AnyCommand.named("eval"));
  }

  @Provide
  static Arbitrary<Sample> groupings() {
    return AnySample.of(AnyCommand.stats(AnyAggregation.FUNCTIONS));
  }

  @Provide
  static Arbitrary<Sample> dataModels() {
    return AnySample.dataModels();
  }

  @Provide
  static Arbitrary<Sample> combinations() {
    return AnySample.combinations();
  }

  @Provide
  static Arbitrary<Sample> lookups() {
    return AnySample.lookups();
  }
}
