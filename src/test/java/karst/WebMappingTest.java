package karst;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import karst.table.event.EventInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests as rows of the data model Web. */
class WebMappingTest {
  private static final String FIELDS =
      "src dest dest_port http_method url status http_user_agent site url_length bytes";

  @TempDir private Path folder = Path.of("");

  private String row(String event, String sourcetype, String fields) throws IOException {
    Path file = Files.writeString(folder.resolve("web.log"), event + "\n");
    EventInput input = EventInput.of(file.toString());
    Engine engine =
        Engine.builder()
            .events(sourcetype.isEmpty() ? input : input.withSourcetype(sourcetype))
            .build();
    List<String> cells = new ArrayList<>();
    try (Result result = engine.prepare("| from datamodel:Web | table " + fields).run()) {
      for (Row row : result) {
        for (int i = 0; i < result.columns().size(); i++) {
          cells.add(String.valueOf(row.text(i)));
        }
      }
    }
    return String.join(" | ", cells);
  }

  @Test
  void aRequestThatSuricataSaw() throws IOException {
    String event =
        "{\"timestamp\":\"2023-10-17T01:24:52.149017+0000\",\"event_type\":\"http\","
            + "\"src_ip\":\"192.0.2.1\",\"dest_ip\":\"192.0.2.2\",\"dest_port\":80,\"http\":{"
            + "\"hostname\":\"shop.example\",\"url\":\"/app?service=x\",\"http_method\":\"POST\","
            + "\"http_user_agent\":\"curl/8\",\"status\":200,\"length\":12}}";
    assertEquals(
        "192.0.2.1 | 192.0.2.2 | 80 | POST | /app?service=x | 200 | curl/8 | shop.example | 14 |"
            + " null",
        row(event, "suricata", FIELDS));
    assertEquals(
        "/app | service=x | 12 | Suricata",
        row(event, "", "uri_path uri_query bytes_out vendor_product"));
  }

  @Test
  void whatElseSuricataSawIsNoRequest() throws IOException {
    assertEquals("", row("{\"event_type\":\"flow\",\"src_ip\":\"192.0.2.1\"}", "suricata", FIELDS));
  }

  @Test
  void aRequestOfStream() throws IOException {
    assertEquals(
        "10.0.1.25 | 10.0.1.16 | 8080 | GET | /Exploit.class?a | 200 | Java/1.8 | a:8080 | 16 |"
            + " 2000",
        row(
            "{\"timestamp\":\"2021-12-13T17:29:28.453391Z\",\"bytes\":2000,\"dest_ip\":\"10.0.1.16\","
                + "\"dest_port\":8080,\"http_method\":\"GET\",\"http_user_agent\":\"Java/1.8\","
                + "\"site\":\"a:8080\",\"src_ip\":\"10.0.1.25\",\"status\":200,"
                + "\"uri\":\"/Exploit.class?a\",\"uri_path\":\"/Exploit.class\"}",
            "stream:http",
            FIELDS));
  }

  @Test
  void aRequestOfNginx() throws IOException {
    String event =
        "site=\"www.example.com\" server=\"www.example.com\" dest_port=\"443\""
            + " dest_ip=\"192.0.2.1\" src=\"198.51.100.1\" user=\"-\""
            + " time_local=\"22/Feb/2024:13:00:00 -0500\" status=\"200\" bytes_out=\"1000\""
            + " bytes_in=\"234\" http_referer=\"-\" uri_query=\"-\" http_user_agent=\"py/2\""
            + " uri_path=\"/wp-json/x\" http_method=\"POST\" cookie=\"-\"";
    assertEquals(
        "198.51.100.1 | 192.0.2.1 | 443 | POST | /wp-json/x | 200 | py/2 | www.example.com | 10 |"
            + " 1234",
        row(event, "nginx:plus:kv", FIELDS));
    assertEquals(
        "1708624800 | unknown | unknown | null",
        row(event, "nginx:plus:kv", "_time user http_referrer cookie"));
  }
}
