package karst.function.library;

import static karst.function.ScalarFunction.named;
import static karst.type.SplType.BOOLEAN;
import static karst.type.SplType.DYNAMIC;
import static karst.type.SplType.STRING;

import java.util.List;
import karst.function.Compiled;
import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.NullPolicy;
import karst.function.ScalarFunction;
import karst.type.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Comparison and conditional functions (spl-semantics §3.8). Most are special forms, since they do
 * not evaluate all of their arguments.
 */
final class ConditionalFunctions {
  private static final Compiled<LikePattern> LIKE = new Compiled<>("like", LikePattern::compile);
  private static final Compiled<CidrBlock> CIDR = new Compiled<>("cidr", CidrBlock::parse);

  static final List<ScalarFunction> ALL =
      List.of(
          named("case", "Value after the first condition that is true")
              .rest("condition, value", DYNAMIC)
              .nulls(NullPolicy.CALLED)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("case(1 > 2, \"a\", 2 > 1, \"b\")", "b")
              .example("case(1 > 2, \"a\")", "null")
              .specialForm(),
          named("coalesce", "First value that is not null")
              .rest("value", DYNAMIC)
              .nulls(NullPolicy.CALLED)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("coalesce(null(), \"\", \"a\")", "\"\"")
              .specialForm(),
          named("false", "Truth value false")
              .returns(BOOLEAN)
              .example("if(false(), 1, 2)", "2")
              .specialForm(),
          named("if", "One value if a condition is true, else another")
              .param("condition", BOOLEAN)
              .param("then", DYNAMIC)
              .param("else", DYNAMIC)
              .nulls(NullPolicy.CALLED)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("if(2 > 1, \"yes\", \"no\")", "yes")
              .example("if(null() = 1, \"yes\", \"no\")", "no")
              .specialForm(),
          named("in", "Whether a value is in a list")
              .param("value", DYNAMIC)
              .rest("item", DYNAMIC)
              .returns(BOOLEAN)
              .multivalue(MultivaluePolicy.ANY)
              .example("if(in(\"b\", \"a\", \"b\"), \"yes\", \"no\")", "yes")
              .specialForm(),
          named("lookup", "JSON object of fields of the rows of a lookup that match")
              .param("lookup", STRING)
              .param("json_object(field, value, ...)", STRING)
              .param("json_array(field, ...)", STRING)
              .returns(STRING)
              .specialForm(),
          named("null", "No value").example("null()", "null").specialForm(),
          named("nullif", "First value, or null if the second equals it")
              .param("value", DYNAMIC)
              .param("other", DYNAMIC)
              .nulls(NullPolicy.CALLED)
              .example("nullif(\"a\", \"b\")", "a")
              .example("nullif(1, 1.0)", "null")
              .specialForm(),
          named("searchmatch", "Whether the row matches a search expression")
              .param("search", STRING)
              .returns(BOOLEAN)
              .specialForm(),
          named("true", "Truth value true")
              .returns(BOOLEAN)
              .example("case(1 > 2, \"a\", true(), \"other\")", "other")
              .specialForm(),
          named("validate", "Value after the first condition that is false")
              .rest("condition, value", DYNAMIC)
              .nulls(NullPolicy.CALLED)
              .multivalue(MultivaluePolicy.WHOLE)
              .example("validate(1 > 0, \"not positive\", 1 > 2, \"too small\")", "too small")
              .example("validate(1 > 0, \"not positive\")", "null")
              .specialForm(),
          named("cidrmatch", "Whether an IP address is in a subnet")
              .param("subnet", STRING)
              .checked(CidrBlock::parse)
              .param("address", STRING)
              .returns(BOOLEAN)
              .multivalue(MultivaluePolicy.ANY)
              .example("tostring(cidrmatch(\"10.0.0.0/8\", \"10.20.30.40\"))", "True")
              .example("tostring(cidrmatch(\"2001:db8::/32\", \"2001:db9::1\"))", "False")
              .kernel(Kernels.truth(row -> contains(CIDR.of(row, 0), row.text(1)))),
          named("like", "Whether a whole text matches a pattern with % and _, with regard to case")
              .param("text", STRING)
              .param("pattern", STRING)
              .returns(BOOLEAN)
              .multivalue(MultivaluePolicy.ANY)
              .example("tostring(like(\"cmd.exe\", \"%.exe\"))", "True")
              .example("tostring(like(\"CMD.EXE\", \"%.exe\"))", "False")
              .example("tostring(like(\"abc\", \"a_c\"))", "True")
              .kernel(
                  Kernels.truth(
                      row -> {
                        LikePattern pattern = LIKE.of(row, 1);
                        return pattern != null && pattern.matches(row.text(0));
                      })));

  private ConditionalFunctions() {}

  private static boolean contains(@Nullable CidrBlock block, String text) {
    IpAddress address = block == null ? null : IpAddress.parse(text);
    return block != null && address != null && block.contains(address);
  }
}
