package karst.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculationTest {
  /** The tokens of eval that calculations may use. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|\"(?<string>(?:[^\"\\\\]|\\\\.)*)\"|'[^']+'|(?<name>[A-Za-z_]\\w*)|\\d+"
              + "|>=|<=|!=|[-+.,()=<>]");

  private static final Set<String> FUNCTIONS =
      Set.of(
          "case",
          "coalesce",
          "if",
          "isnull",
          "isnum",
          "len",
          "lower",
          "match",
          "mvcount",
          "mvmap",
          "mvzip",
          "null",
          "nullif",
          "replace",
          "strftime",
          "true");

  /** Fields of events that calculations read though the dataset does not have them. */
  private static final Set<String> RAW_INPUTS =
      Set.of("vendor", "product", "signature", "signature_id", "yiaddr", "chaddr");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Endpoint | Processes.user | if(isnull(user) OR user="", "unknown", user)
          Endpoint | Processes.process_name | case(process_name!="", process_name, match(process, "\\S"), replace(process, "(?s)^\\s*(\\S+).*$", "\\1"), true(), "unknown")
          Endpoint | Processes.parent_process_name | case(parent_process_name!="", parent_process_name, match(parent_process, "\\S"), replace(parent_process, "(?s)^\\s*(\\S+).*$", "\\1"), true(), "unknown")
          Endpoint | Processes.process_integrity_level | lower(process_integrity_level)
          Endpoint | Ports.transport | if(isnull(transport) OR transport="", "unknown", transport)
          Endpoint | Ports.dest_port | if(isnull(dest_port) OR dest_port="", 0, dest_port)
          Endpoint | Ports.transport_dest_port | mvzip(transport, dest_port, "/")
          Endpoint | Ports.src_port | if(isnum(src_port), src_port, 0)
          Endpoint | Filesystem.file_size | if(isnum(file_size), file_size, null())
          Network_Traffic | All_Traffic.bytes | case(isnum(bytes), bytes, isnum(bytes_in) AND isnum(bytes_out), bytes_in + bytes_out)
          Network_Traffic | All_Traffic.bytes_in | case(isnum(bytes_in), bytes_in, isnum(bytes) AND isnum(bytes_out), bytes - bytes_out)
          Network_Traffic | All_Traffic.packets_out | case(isnum(packets_out), packets_out, isnum(packets) AND isnum(packets_in), packets - packets_in)
          Network_Traffic | All_Traffic.transport | if(isnull(transport) OR transport="", "unknown", lower(transport))
          Network_Traffic | All_Traffic.dest_port | if(isnum(dest_port), dest_port, 0)
          Network_Resolution | DNS.answer_count | if(isnum(answer_count), answer_count, coalesce(mvcount(answer), 1))
          Network_Resolution | DNS.query_count | if(isnum(query_count), query_count, coalesce(mvcount(query), 1))
          Network_Resolution | DNS.reply_code_id | case(reply_code_id!="", reply_code_id, reply_code!="", reply_code, true(), "unknown")
          Web | Web.bytes_out | case(isnum(bytes_out), bytes_out, isnum(bytes) AND isnum(bytes_in), bytes - bytes_in)
          Web | Web.status | if(isnull(status) OR status="" OR status="-", "unknown", status)
          Web | Web.url_length | len(url)
          Web | Web.http_user_agent_length | len(http_user_agent)
          Authentication | Authentication.app | case(app!="", app, sourcetype!="", sourcetype, true(), "unknown")
          Alerts | Alerts.app | case(app!="", app, sourcetype!="", sourcetype, true(), "unknown")
          Change | All_Changes.command | if(isnull(command) OR command="", "unknown", command)
          Change | All_Changes.result | case(result!="", result, signature!="", signature, true(), "unknown")
          Change | All_Changes.result_id | case(result_id!="", result_id, signature_id!="", signature_id, true(), -1)
          Email | All_Email.recipient_domain | mvmap(recipient, nullif(replace(recipient, "(?s)^.*@([^@]+)$", "\\1"), recipient))
          Email | All_Email.src_user_domain | nullif(replace(src_user, "(?s)^.*@([^@]+)$", "\\1"), src_user)
          Email | All_Email.recipient_count | if(isnum(recipient_count), recipient_count, coalesce(mvcount(recipient), 1))
          Network_Sessions | All_Sessions.dest_ip | case(match(sourcetype, "^stream:") AND yiaddr!="", yiaddr, dest_ip!="", dest_ip, true(), "unknown")
          Network_Sessions | All_Sessions.dest_mac | case(match(sourcetype, "^stream:") AND chaddr!="", chaddr, dest_mac!="", dest_mac, true(), "unknown")
          Updates | Updates.signature | case(signature!="", signature, signature_id!="", signature_id, true(), "unknown")
          Updates | Updates.signature_id | case(signature_id!="", signature_id, true(), signature)
          Certificates | All_Certificates.SSL.ssl_validity_window | ssl_end_time - ssl_start_time
          Certificates | All_Certificates.SSL.ssl_is_valid | case(lower(ssl_is_valid)="true" OR ssl_is_valid="1", 1, lower(ssl_is_valid)="false" OR ssl_is_valid="0", 0, isnum(ssl_start_time) AND isnum(ssl_end_time), if(_time>=ssl_start_time AND _time<=ssl_end_time, 1, 0))
          Vulnerabilities | Vulnerabilities.cve | if(cve="", null(), lower(cve))
          """)
  void theSpecialComputationsAreThere(String model, String field, String expression) {
    assertEquals(expression, calculation(model, field).replaceAll("\\s+", " "));
  }

  @Test
  void vendorProductIsKeptElseMadeOfItsPartsElseTheSourceType() {
    String rule = calculation("Endpoint", "Processes.vendor_product");
    List<String> results =
        List.of(
            "vendor_product!=\"\", vendor_product",
            "vendor . \" \" . product",
            "vendor . \" unknown\"",
            "\"unknown \" . product",
            "sourcetype!=\"\", sourcetype",
            "true(), \"unknown\"");
    int last = -1;
    for (String result : results) {
      int next = rule.indexOf(result);
      assertTrue(next > last, result);
      last = next;
    }
  }

  @Test
  void aCalculationStandsBehindTheFieldsThatItIsMadeOf() {
    List<String> web = names("Web", "Web");
    assertTrue(web.indexOf("url") < web.indexOf("url_length"));
    assertTrue(web.indexOf("bytes") < web.indexOf("bytes_in"));
    List<String> processes = names("Endpoint", "Processes");
    assertTrue(processes.indexOf("process") < processes.indexOf("process_name"));
    List<String> ports = names("Endpoint", "Ports");
    assertTrue(ports.indexOf("dest_port") < ports.indexOf("transport_dest_port"));
    List<String> updates = names("Updates", "Updates");
    assertTrue(updates.indexOf("signature") < updates.indexOf("signature_id"));
  }

  @Test
  void calculationsUseNothingButKnownFunctionsAndFields() {
    for (DataModel model : StandardModelsTest.all()) {
      for (Dataset dataset : model.datasets()) {
        List<String> known = new ArrayList<>(RAW_INPUTS);
        dataset.fields().forEach(field -> known.add(field.name()));
        for (ModelField field : dataset.ownFields()) {
          if (field.calculation() != null) {
            check(field.qualifiedName(), field.calculation(), known);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/a/b?c, example.com",
    "HTTPS://Example.com, Example.com",
    "ftp://user:secret@files.example.com:2121/x, files.example.com",
    "http://[2001:db8::1]:80/, [2001:db8::1]",
    "http://example.com?next=http://user@other.org/, example.com",
    "gopher://example.com/, ",
    "/relative/path, ",
    "http://, ",
    "unknown, "
  })
  void theDomainOfAUrlIsItsHost(String url, String host) {
    Matcher strings =
        Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(calculation("Web", "Web.url_domain"));
    assertTrue(strings.find());
    Matcher matcher = Pattern.compile(strings.group(1)).matcher(url);
    assertEquals(host, matcher.matches() ? matcher.group(1) : null);
  }

  private static void check(String field, String text, List<String> known) {
    Matcher matcher = TOKEN.matcher(text);
    int depth = 0;
    int end = 0;
    while (end < text.length()) {
      assertTrue(matcher.find(end) && matcher.start() == end, field + ": " + text.substring(end));
      end = matcher.end();
      String name = matcher.group("name");
      if (name != null && text.startsWith("(", end)) {
        assertTrue(FUNCTIONS.contains(name), field + ": function " + name);
      } else if (name != null && !Set.of("AND", "OR", "NOT").contains(name)) {
        assertTrue(known.contains(name), field + ": field " + name);
      }
      depth += matcher.group().equals("(") ? 1 : matcher.group().equals(")") ? -1 : 0;
      assertFalse(depth < 0, field);
    }
    assertEquals(0, depth, field);
  }

  private static List<String> names(String model, String dataset) {
    return DatasetTest.dataset(DatasetTest.model(model), dataset).fields().stream()
        .map(ModelField::name)
        .toList();
  }

  private static String calculation(String model, String field) {
    ModelField found = Objects.requireNonNull(DatasetTest.model(model).field(field));
    return Objects.requireNonNull(found.calculation());
  }
}
