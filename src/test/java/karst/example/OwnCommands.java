package karst.example;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karst.CustomCommand;
import karst.Engine;
import karst.Extensions;
import karst.InputRow;
import karst.Result;
import karst.Row;
import karst.command.OptionSpec;
import karst.function.Accumulators;
import karst.function.AggregateFunction;
import karst.function.Kernels;
import karst.function.ScalarFunction;
import karst.lookup.ExternalLookup;
import karst.table.Tables;
import karst.type.SplType;

/** Adds commands, functions and a lookup to the language, and searches with them. */
public final class OwnCommands {
  /** A function of one text: the declaration says what it takes, and the reference shows it. */
  private static final ScalarFunction DEFANG =
      ScalarFunction.named("defang", "Text in which no address can be clicked on")
          .param("text", SplType.STRING)
          .returns(SplType.STRING)
          .example("defang(\"evil.example\")", "evil[.]example")
          .kernel(Kernels.ofText(text -> text.replace(".", "[.]")));

  /** An aggregation over all values of a group. */
  private static final AggregateFunction LONGEST =
      AggregateFunction.named("longest", "Longest value")
          .returns(type -> SplType.STRING)
          .example("longest(x)", "a, ccc, bb", "ccc")
          .accumulator(
              Accumulators.ofTexts(
                  texts -> texts.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a)));

  /** A command that looks at one row at a time, with an argument and an option. */
  private static final CustomCommand ENTROPY =
      CustomCommand.named("entropy", "Says how many bits a character of a field carries")
          .usage("entropy <field>")
          .option("into", OptionSpec.Type.TEXT, "entropy", "The field that is set")
          .eachRow(
              call -> List.of(call.option("into")),
              (call, row) -> {
                String text = row.text(call.arguments().get(0));
                return text == null ? Map.of() : Map.of(call.option("into"), bits(text));
              });

  /** A command that wants all rows, such as one that asks a model about them. */
  private static final CustomCommand APPLY =
      CustomCommand.named("apply", "Says which rows a model takes for outliers")
          .usage("apply <model>")
          .option("threshold", OptionSpec.Type.NUMBER, "2", "How many means are too many")
          .allRows(
              (call, rows) -> {
                double mean =
                    rows.stream().mapToDouble(row -> row.number("count")).average().orElse(0);
                double most = mean * Double.parseDouble(call.option("threshold"));
                List<Map<String, Object>> answer = new ArrayList<>();
                for (InputRow row : rows) {
                  double count = row.number("count");
                  answer.add(
                      Map.of(
                          "process_name",
                          row.values("process_name"),
                          "count",
                          count,
                          "isOutlier",
                          count > most ? 1 : 0));
                }
                return answer;
              });

  /** A lookup whose rows a program finds. */
  private static final ExternalLookup SYSTEM =
      new ExternalLookup(
          "system",
          List.of("process_name", "vendor"),
          keys ->
              "cmd.exe".equals(keys.get("process_name"))
                  ? List.of(Map.of("vendor", "Microsoft"))
                  : List.of());

  private OwnCommands() {}

  /** Prints the rows of two searches. */
  public static void main(String[] arguments) {
    Engine engine =
        Engine.builder()
            .table(Tables.csv("starts", Path.of("queries/data/endpoint_processes.csv")))
            .extensions(
                Extensions.none()
                    .function(DEFANG)
                    .aggregation(LONGEST)
                    .command(ENTROPY)
                    .command(APPLY)
                    .lookup(SYSTEM))
            .build();
    print(
        engine,
        """
        | from starts | stats longest(process) as longest by dest
        | entropy longest into=bits
        | eval host=defang(dest), bits=round(bits, 2)
        | table host bits
        """);
    print(
        engine,
        """
        | from starts | stats count by process_name | apply usual threshold=10
        | where isOutlier=1
        | lookup system process_name OUTPUT vendor
        | table process_name count vendor
        """);
  }

  private static void print(Engine engine, String search) {
    try (Result result = engine.prepare(search).run()) {
      for (Row row : result) {
        System.out.println(row);
      }
    }
  }

  private static double bits(String text) {
    return text.codePoints()
        .distinct()
        .mapToDouble(c -> text.codePoints().filter(d -> c == d).count() / (double) text.length())
        .map(share -> -share * Math.log(share) / Math.log(2))
        .sum();
  }
}
