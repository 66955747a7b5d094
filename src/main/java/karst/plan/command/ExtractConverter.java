package karst.plan.command;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import karst.command.Extract;
import karst.plan.CommandConverter;
import karst.plan.ExtractedFields;
import karst.plan.PlanBuilder;
import karst.type.KeyValueText;

/** Plans {@code extract}: the data decide which fields there are. */
public final class ExtractConverter implements CommandConverter<Extract> {
  private static final String TEXT = "_raw";

  @Override
  public void convert(Extract command, PlanBuilder plan) {
    int column = plan.indexOf(TEXT);
    if (column < 0) {
      plan.context().unknownField(TEXT, command.span(), plan);
      return;
    }
    // As MV_ADD of transforms.conf says of a field that is found again.
    ExtractedFields.Known known =
        command.addsValues() ? ExtractedFields.Known.EXTENDED : ExtractedFields.Known.KEPT;
    new ExtractedFields(plan, command.span())
        .extract(column, known, (text, out) -> extract(command, text, out));
  }

  private static void extract(Extract command, String text, BiConsumer<String, String> out) {
    Pairs pairs = new Pairs(command, out);
    int length = (int) Math.min(text.length(), command.maxChars());
    String looked = text.substring(0, length);
    String delimiters = command.pairDelimiters();
    if (delimiters == null) {
      KeyValueText.readEquations(looked, pairs);
    } else {
      KeyValueText.delimited(delimiters, command.keyDelimiters()).read(looked, pairs);
    }
  }

  /** Passes on the pairs of one text that the options leave. */
  private static final class Pairs implements BiConsumer<String, String> {
    private final Extract command;
    private final BiConsumer<String, String> out;
    private final Set<String> seen = new HashSet<>();
    private long count;

    Pairs(Extract command, BiConsumer<String, String> out) {
      this.command = command;
      this.out = out;
    }

    @Override
    public void accept(String key, String value) {
      String name = command.cleansKeys() ? KeyValueText.cleanKey(key) : key;
      if (++count <= command.limit()
          && !name.isEmpty()
          && (seen.add(name) || command.addsValues())) {
        out.accept(name, value);
      }
    }
  }
}
