package karst;

import static karst.CommandTable.command;
import static karst.CommandTable.entry;

import java.util.List;
import karst.command.Abstract;
import karst.command.Accum;
import karst.command.Addcoltotals;
import karst.command.Addinfo;
import karst.command.Addtotals;
import karst.command.Analyzefields;
import karst.command.Anomalies;
import karst.command.Anomalousvalue;
import karst.command.Anomalydetection;
import karst.command.Append;
import karst.command.Appendcols;
import karst.command.Appendpipe;
import karst.command.Arules;
import karst.command.Associate;
import karst.command.Autoregress;
import karst.command.Bin;
import karst.command.Chart;
import karst.command.Cluster;
import karst.command.Cofilter;
import karst.command.Concurrency;
import karst.command.Contingency;
import karst.command.Convert;
import karst.command.Correlate;
import karst.command.Datamodel;
import karst.command.Dedup;
import karst.command.Delta;
import karst.command.Diff;
import karst.command.Eval;
import karst.command.Eventcount;
import karst.command.Eventstats;
import karst.command.Extract;
import karst.command.Fieldformat;
import karst.command.Fields;
import karst.command.Fieldsummary;
import karst.command.Filldown;
import karst.command.Fillnull;
import karst.command.Foreach;
import karst.command.Format;
import karst.command.From;
import karst.command.Fromjson;
import karst.command.Gauge;
import karst.command.Gentimes;
import karst.command.Geostats;
import karst.command.Head;
import karst.command.Highlight;
import karst.command.Iconify;
import karst.command.Inputcsv;
import karst.command.Inputlookup;
import karst.command.Iplocation;
import karst.command.Join;
import karst.command.Kmeans;
import karst.command.Localize;
import karst.command.Localop;
import karst.command.Lookup;
import karst.command.Makecontinuous;
import karst.command.Makemv;
import karst.command.Makeresults;
import karst.command.Map;
import karst.command.Metadata;
import karst.command.Multikv;
import karst.command.Multisearch;
import karst.command.Mvcombine;
import karst.command.Mvexpand;
import karst.command.Nomv;
import karst.command.Noop;
import karst.command.Outlier;
import karst.command.Outputcsv;
import karst.command.Outputlookup;
import karst.command.Outputtext;
import karst.command.Predict;
import karst.command.Rangemap;
import karst.command.Rare;
import karst.command.Redistribute;
import karst.command.Regex;
import karst.command.Reltime;
import karst.command.Rename;
import karst.command.Replace;
import karst.command.Require;
import karst.command.Return;
import karst.command.Reverse;
import karst.command.Rex;
import karst.command.Rtorder;
import karst.command.Search;
import karst.command.Selfjoin;
import karst.command.SetOfRows;
import karst.command.Setfields;
import karst.command.Sort;
import karst.command.Spath;
import karst.command.Stats;
import karst.command.Strcat;
import karst.command.Streamstats;
import karst.command.SummaryRows;
import karst.command.Table;
import karst.command.Tags;
import karst.command.Tail;
import karst.command.Timechart;
import karst.command.Timewrap;
import karst.command.Tojson;
import karst.command.Top;
import karst.command.Transaction;
import karst.command.Transpose;
import karst.command.Trendline;
import karst.command.Tstats;
import karst.command.Typer;
import karst.command.Union;
import karst.command.Uniq;
import karst.command.Untable;
import karst.command.Where;
import karst.command.Xmlkv;
import karst.command.Xmlunescape;
import karst.command.Xpath;
import karst.command.Xyseries;
import karst.plan.command.AbstractConverter;
import karst.plan.command.AccumConverter;
import karst.plan.command.AddcoltotalsConverter;
import karst.plan.command.AddinfoConverter;
import karst.plan.command.AddtotalsConverter;
import karst.plan.command.AnalyzefieldsConverter;
import karst.plan.command.AnomaliesConverter;
import karst.plan.command.AnomalousvalueConverter;
import karst.plan.command.AnomalydetectionConverter;
import karst.plan.command.AppendConverter;
import karst.plan.command.AppendcolsConverter;
import karst.plan.command.AppendpipeConverter;
import karst.plan.command.ArulesConverter;
import karst.plan.command.AssociateConverter;
import karst.plan.command.AutoregressConverter;
import karst.plan.command.BinConverter;
import karst.plan.command.ChartConverter;
import karst.plan.command.ClusterConverter;
import karst.plan.command.CofilterConverter;
import karst.plan.command.ConcurrencyConverter;
import karst.plan.command.ContingencyConverter;
import karst.plan.command.ConvertConverter;
import karst.plan.command.CorrelateConverter;
import karst.plan.command.DatamodelConverter;
import karst.plan.command.DedupConverter;
import karst.plan.command.DeltaConverter;
import karst.plan.command.DiffConverter;
import karst.plan.command.EvalConverter;
import karst.plan.command.EventcountConverter;
import karst.plan.command.EventstatsConverter;
import karst.plan.command.ExtractConverter;
import karst.plan.command.FieldformatConverter;
import karst.plan.command.FieldsConverter;
import karst.plan.command.FieldsummaryConverter;
import karst.plan.command.FilldownConverter;
import karst.plan.command.FillnullConverter;
import karst.plan.command.ForeachConverter;
import karst.plan.command.FormatConverter;
import karst.plan.command.FromConverter;
import karst.plan.command.FromjsonConverter;
import karst.plan.command.GaugeConverter;
import karst.plan.command.GentimesConverter;
import karst.plan.command.GeostatsConverter;
import karst.plan.command.HeadConverter;
import karst.plan.command.InputcsvConverter;
import karst.plan.command.InputlookupConverter;
import karst.plan.command.IplocationConverter;
import karst.plan.command.JoinConverter;
import karst.plan.command.KmeansConverter;
import karst.plan.command.LocalizeConverter;
import karst.plan.command.LookupConverter;
import karst.plan.command.MakecontinuousConverter;
import karst.plan.command.MakemvConverter;
import karst.plan.command.MakeresultsConverter;
import karst.plan.command.MapConverter;
import karst.plan.command.MetadataConverter;
import karst.plan.command.MultikvConverter;
import karst.plan.command.MultisearchConverter;
import karst.plan.command.MvcombineConverter;
import karst.plan.command.MvexpandConverter;
import karst.plan.command.NomvConverter;
import karst.plan.command.OutlierConverter;
import karst.plan.command.OutputcsvConverter;
import karst.plan.command.OutputlookupConverter;
import karst.plan.command.OutputtextConverter;
import karst.plan.command.PassThroughConverter;
import karst.plan.command.PredictConverter;
import karst.plan.command.RangemapConverter;
import karst.plan.command.RareConverter;
import karst.plan.command.RegexConverter;
import karst.plan.command.ReltimeConverter;
import karst.plan.command.RenameConverter;
import karst.plan.command.ReplaceConverter;
import karst.plan.command.RequireConverter;
import karst.plan.command.ReturnConverter;
import karst.plan.command.ReverseConverter;
import karst.plan.command.RexConverter;
import karst.plan.command.SearchCommandConverter;
import karst.plan.command.SelfjoinConverter;
import karst.plan.command.SetConverter;
import karst.plan.command.SetfieldsConverter;
import karst.plan.command.SortConverter;
import karst.plan.command.SpathConverter;
import karst.plan.command.StatsConverter;
import karst.plan.command.StrcatConverter;
import karst.plan.command.StreamstatsConverter;
import karst.plan.command.SummaryRowsConverter;
import karst.plan.command.TableConverter;
import karst.plan.command.TagsConverter;
import karst.plan.command.TailConverter;
import karst.plan.command.TimechartConverter;
import karst.plan.command.TimewrapConverter;
import karst.plan.command.TojsonConverter;
import karst.plan.command.TopConverter;
import karst.plan.command.TransactionConverter;
import karst.plan.command.TransposeConverter;
import karst.plan.command.TrendlineConverter;
import karst.plan.command.TstatsConverter;
import karst.plan.command.TyperConverter;
import karst.plan.command.UnionConverter;
import karst.plan.command.UniqConverter;
import karst.plan.command.UntableConverter;
import karst.plan.command.WhereConverter;
import karst.plan.command.XmlkvConverter;
import karst.plan.command.XmlunescapeConverter;
import karst.plan.command.XpathConverter;
import karst.plan.command.XyseriesConverter;

/**
 * The commands of SPL: one line each.
 *
 * <p>A command's classes are loaded when a search first names it: all of them together would take a
 * fifth of a short run.
 */
final class Commands {
  static final CommandTable TABLE =
      CommandTable.of(
          List.of(
              command("abstract", () -> entry(Abstract.SYNTAX, new AbstractConverter())),
              command("accum", () -> entry(Accum.SYNTAX, new AccumConverter())),
              command(
                  "addcoltotals", () -> entry(Addcoltotals.SYNTAX, new AddcoltotalsConverter())),
              command("addinfo", () -> entry(Addinfo.SYNTAX, new AddinfoConverter())),
              command("addtotals", () -> entry(Addtotals.SYNTAX, new AddtotalsConverter())),
              command(
                  "analyzefields", () -> entry(Analyzefields.SYNTAX, new AnalyzefieldsConverter())),
              command("anomalies", () -> entry(Anomalies.SYNTAX, new AnomaliesConverter())),
              command(
                  "anomalousvalue",
                  () -> entry(Anomalousvalue.SYNTAX, new AnomalousvalueConverter())),
              command(
                  "anomalydetection",
                  () -> entry(Anomalydetection.SYNTAX, new AnomalydetectionConverter())),
              command("append", () -> entry(Append.SYNTAX, new AppendConverter())),
              command("appendcols", () -> entry(Appendcols.SYNTAX, new AppendcolsConverter())),
              command("appendpipe", () -> entry(Appendpipe.SYNTAX, new AppendpipeConverter())),
              command("arules", () -> entry(Arules.SYNTAX, new ArulesConverter())),
              command("associate", () -> entry(Associate.SYNTAX, new AssociateConverter())),
              command("autoregress", () -> entry(Autoregress.SYNTAX, new AutoregressConverter())),
              command("bin", () -> entry(Bin.SYNTAX, new BinConverter())),
              command("chart", () -> entry(Chart.SYNTAX, new ChartConverter())),
              command("cluster", () -> entry(Cluster.SYNTAX, new ClusterConverter())),
              command("cofilter", () -> entry(Cofilter.SYNTAX, new CofilterConverter())),
              command("concurrency", () -> entry(Concurrency.SYNTAX, new ConcurrencyConverter())),
              command("contingency", () -> entry(Contingency.SYNTAX, new ContingencyConverter())),
              command("convert", () -> entry(Convert.SYNTAX, new ConvertConverter())),
              command("correlate", () -> entry(Correlate.SYNTAX, new CorrelateConverter())),
              command("datamodel", () -> entry(Datamodel.SYNTAX, new DatamodelConverter())),
              command("dedup", () -> entry(Dedup.SYNTAX, new DedupConverter())),
              command("delta", () -> entry(Delta.SYNTAX, new DeltaConverter())),
              command("diff", () -> entry(Diff.SYNTAX, new DiffConverter())),
              command("eval", () -> entry(Eval.SYNTAX, new EvalConverter())),
              command("eventcount", () -> entry(Eventcount.SYNTAX, new EventcountConverter())),
              command("eventstats", () -> entry(Eventstats.SYNTAX, new EventstatsConverter())),
              command("extract", () -> entry(Extract.SYNTAX, new ExtractConverter())),
              command("fieldformat", () -> entry(Fieldformat.SYNTAX, new FieldformatConverter())),
              command("fields", () -> entry(Fields.SYNTAX, new FieldsConverter())),
              command(
                  "fieldsummary", () -> entry(Fieldsummary.SYNTAX, new FieldsummaryConverter())),
              command("filldown", () -> entry(Filldown.SYNTAX, new FilldownConverter())),
              command("fillnull", () -> entry(Fillnull.SYNTAX, new FillnullConverter())),
              command("foreach", () -> entry(Foreach.SYNTAX, new ForeachConverter())),
              command("format", () -> entry(Format.SYNTAX, new FormatConverter())),
              command("from", () -> entry(From.SYNTAX, new FromConverter())),
              command("fromjson", () -> entry(Fromjson.SYNTAX, new FromjsonConverter())),
              command("gauge", () -> entry(Gauge.SYNTAX, new GaugeConverter())),
              command("gentimes", () -> entry(Gentimes.SYNTAX, new GentimesConverter())),
              command("geostats", () -> entry(Geostats.SYNTAX, new GeostatsConverter())),
              command("head", () -> entry(Head.SYNTAX, new HeadConverter())),
              command("highlight", () -> entry(Highlight.SYNTAX, new PassThroughConverter<>())),
              command("iconify", () -> entry(Iconify.SYNTAX, new PassThroughConverter<>())),
              command("inputcsv", () -> entry(Inputcsv.SYNTAX, new InputcsvConverter())),
              command("inputlookup", () -> entry(Inputlookup.SYNTAX, new InputlookupConverter())),
              command("iplocation", () -> entry(Iplocation.SYNTAX, new IplocationConverter())),
              command("join", () -> entry(Join.SYNTAX, new JoinConverter())),
              command("kmeans", () -> entry(Kmeans.SYNTAX, new KmeansConverter())),
              command("localize", () -> entry(Localize.SYNTAX, new LocalizeConverter())),
              command("localop", () -> entry(Localop.SYNTAX, new PassThroughConverter<>())),
              command("lookup", () -> entry(Lookup.SYNTAX, new LookupConverter())),
              command(
                  "makecontinuous",
                  () -> entry(Makecontinuous.SYNTAX, new MakecontinuousConverter())),
              command("makemv", () -> entry(Makemv.SYNTAX, new MakemvConverter())),
              command("makeresults", () -> entry(Makeresults.SYNTAX, new MakeresultsConverter())),
              command("map", () -> entry(Map.SYNTAX, new MapConverter())),
              command("metadata", () -> entry(Metadata.SYNTAX, new MetadataConverter())),
              command("multikv", () -> entry(Multikv.SYNTAX, new MultikvConverter())),
              command("multisearch", () -> entry(Multisearch.SYNTAX, new MultisearchConverter())),
              command("mvcombine", () -> entry(Mvcombine.SYNTAX, new MvcombineConverter())),
              command("mvexpand", () -> entry(Mvexpand.SYNTAX, new MvexpandConverter())),
              command("nomv", () -> entry(Nomv.SYNTAX, new NomvConverter())),
              command("noop", () -> entry(Noop.SYNTAX, new PassThroughConverter<>())),
              command("outlier", () -> entry(Outlier.SYNTAX, new OutlierConverter())),
              command("outputcsv", () -> entry(Outputcsv.SYNTAX, new OutputcsvConverter())),
              command(
                  "outputlookup", () -> entry(Outputlookup.SYNTAX, new OutputlookupConverter())),
              command("outputtext", () -> entry(Outputtext.SYNTAX, new OutputtextConverter())),
              command("predict", () -> entry(Predict.SYNTAX, new PredictConverter())),
              command("rangemap", () -> entry(Rangemap.SYNTAX, new RangemapConverter())),
              command("rare", () -> entry(Rare.SYNTAX, new RareConverter())),
              command(
                  "redistribute", () -> entry(Redistribute.SYNTAX, new PassThroughConverter<>())),
              command("regex", () -> entry(Regex.SYNTAX, new RegexConverter())),
              command("reltime", () -> entry(Reltime.SYNTAX, new ReltimeConverter())),
              command("rename", () -> entry(Rename.SYNTAX, new RenameConverter())),
              command("replace", () -> entry(Replace.SYNTAX, new ReplaceConverter())),
              command("require", () -> entry(Require.SYNTAX, new RequireConverter())),
              command("return", () -> entry(Return.SYNTAX, new ReturnConverter())),
              command("reverse", () -> entry(Reverse.SYNTAX, new ReverseConverter())),
              command("rex", () -> entry(Rex.SYNTAX, new RexConverter())),
              command("rtorder", () -> entry(Rtorder.SYNTAX, new PassThroughConverter<>())),
              command("search", () -> entry(Search.SYNTAX, new SearchCommandConverter())),
              command("selfjoin", () -> entry(Selfjoin.SYNTAX, new SelfjoinConverter())),
              command("set", () -> entry(SetOfRows.SYNTAX, new SetConverter())),
              command("setfields", () -> entry(Setfields.SYNTAX, new SetfieldsConverter())),
              command("sichart", () -> entry(SummaryRows.SICHART, new SummaryRowsConverter())),
              command("sirare", () -> entry(SummaryRows.SIRARE, new SummaryRowsConverter())),
              command("sistats", () -> entry(SummaryRows.SISTATS, new SummaryRowsConverter())),
              command(
                  "sitimechart", () -> entry(SummaryRows.SITIMECHART, new SummaryRowsConverter())),
              command("sitop", () -> entry(SummaryRows.SITOP, new SummaryRowsConverter())),
              command("sort", () -> entry(Sort.SYNTAX, new SortConverter())),
              command("spath", () -> entry(Spath.SYNTAX, new SpathConverter())),
              command("stats", () -> entry(Stats.SYNTAX, new StatsConverter())),
              command("strcat", () -> entry(Strcat.SYNTAX, new StrcatConverter())),
              command("streamstats", () -> entry(Streamstats.SYNTAX, new StreamstatsConverter())),
              command("table", () -> entry(Table.SYNTAX, new TableConverter())),
              command("tags", () -> entry(Tags.SYNTAX, new TagsConverter())),
              command("tail", () -> entry(Tail.SYNTAX, new TailConverter())),
              command("timechart", () -> entry(Timechart.SYNTAX, new TimechartConverter())),
              command("timewrap", () -> entry(Timewrap.SYNTAX, new TimewrapConverter())),
              command("tojson", () -> entry(Tojson.SYNTAX, new TojsonConverter())),
              command("top", () -> entry(Top.SYNTAX, new TopConverter())),
              command("transaction", () -> entry(Transaction.SYNTAX, new TransactionConverter())),
              command("transpose", () -> entry(Transpose.SYNTAX, new TransposeConverter())),
              command("trendline", () -> entry(Trendline.SYNTAX, new TrendlineConverter())),
              command("tstats", () -> entry(Tstats.SYNTAX, new TstatsConverter())),
              command("typer", () -> entry(Typer.SYNTAX, new TyperConverter())),
              command("union", () -> entry(Union.SYNTAX, new UnionConverter())),
              command("uniq", () -> entry(Uniq.SYNTAX, new UniqConverter())),
              command("untable", () -> entry(Untable.SYNTAX, new UntableConverter())),
              command("where", () -> entry(Where.SYNTAX, new WhereConverter())),
              command("xmlkv", () -> entry(Xmlkv.SYNTAX, new XmlkvConverter())),
              command("xmlunescape", () -> entry(Xmlunescape.SYNTAX, new XmlunescapeConverter())),
              command("xpath", () -> entry(Xpath.SYNTAX, new XpathConverter())),
              command("xyseries", () -> entry(Xyseries.SYNTAX, new XyseriesConverter()))));

  private Commands() {}
}
