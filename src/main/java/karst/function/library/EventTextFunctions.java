package karst.function.library;

import static karst.type.SplType.STRING;

import karst.function.Kernels;
import karst.function.MultivaluePolicy;
import karst.function.ScalarFunction;
import karst.type.XmlText;

/** What commands do to the texts of events (spl-semantics §6.2). */
public final class EventTextFunctions {
  /** Each text with characters in place of the references of XML. */
  public static final ScalarFunction XML_UNESCAPED =
      ScalarFunction.named("xml_unescape", "Characters in place of the references of XML")
          .param("text", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(Kernels.ofText(XmlText::unescape));

  /** Each text with references in place of the characters that XML has a meaning for. */
  public static final ScalarFunction XML_ESCAPED =
      ScalarFunction.named("xml_escape", "References of XML in place of characters")
          .param("text", STRING)
          .returns(STRING)
          .multivalue(MultivaluePolicy.EACH)
          .kernel(Kernels.ofText(XmlText::escape));

  private EventTextFunctions() {}
}
