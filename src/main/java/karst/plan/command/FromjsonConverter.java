package karst.plan.command;

import java.util.function.BiConsumer;
import karst.command.Fromjson;
import karst.plan.CommandConverter;
import karst.plan.ExtractedFields;
import karst.plan.PlanBuilder;
import karst.type.JsonValue;

/** Plans {@code fromjson}: the data decide which fields there are. */
public final class FromjsonConverter implements CommandConverter<Fromjson> {
  @Override
  public void convert(Fromjson command, PlanBuilder plan) {
    int column = plan.indexOf(command.field().name());
    if (column < 0) {
      plan.context().unknownField(command.field().name(), command.field().span(), plan);
      return;
    }
    new ExtractedFields(plan, command.span())
        .extract(column, (text, out) -> members(text, command.prefix(), out));
  }

  /** An array has a value for each element; null and an empty array have none. */
  private static void members(String text, String prefix, BiConsumer<String, String> out) {
    if (JsonValue.parse(text) instanceof JsonValue.Members object) {
      object
          .members()
          .forEach(
              (key, value) -> {
                if (value instanceof JsonValue.Array array) {
                  array.elements().forEach(element -> out.accept(prefix + key, element.asText()));
                } else if (!(value instanceof JsonValue.Null)) {
                  out.accept(prefix + key, value.asText());
                }
              });
    }
  }
}
