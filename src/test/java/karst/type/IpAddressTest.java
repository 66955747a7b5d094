package karst.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 4, 0, 0",
    "10.1.2.3, 4, 0, 167838211",
    "255.255.255.255, 4, 0, 4294967295",
    "::, 6, 0, 0",
    "::1, 6, 0, 1",
    "0:0:0:0:0:0:0:1, 6, 0, 1",
    "1::, 6, 281474976710656, 0",
    "::ffff:10.1.2.3, 6, 0, 281470849581571",
    "2001:DB8::8:800:200C:417A, 6, 2306139568115548160, 2260596444381562",
    "1:2:3:4:5:6:7::, 6, 281483566841860, 1407400653815808"
  })
  void textsThatAreAddresses(String text, int version, long high, long low) {
    assertEquals(new IpAddress(version, high, low), IpAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "1", "1.2.3", "1.2.3.4.5", "256.1.1.1", "1.2.3.4 ", "a.b.c.d", "1..2.3", "1.2.3.0004",
        ":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "1:", ":1", "::g",
        "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "1:2:3:4::5:6:7:8", "fe80::1%eth0", "10.0.0.0/8"
      })
  void textsThatAreNone(String text) {
    assertNull(IpAddress.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "9.0.0.0, 10.0.0.0",
    "127.0.0.1, 128.0.0.0",
    "255.255.255.255, ::",
    "::ffff:ffff:ffff:ffff, 8000::",
    "::7fff:0:0:0, ::8000:0:0:0"
  })
  void addressesCompareByVersionThenValue(String smaller, String larger) {
    IpAddress a = assertAddress(smaller);
    IpAddress b = assertAddress(larger);
    assertEquals(-1, Integer.signum(a.compareTo(b)));
    assertEquals(1, Integer.signum(b.compareTo(a)));
  }

  @Property(tries = 500)
  void theJavaNotationOfAnyAddressIsRead(@ForAll @Size(16) byte[] bytes)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    assertEquals(new IpAddress(6, buffer.getLong(), buffer.getLong()), IpAddress.parse(text));
  }

  private static IpAddress assertAddress(String text) {
    IpAddress address = IpAddress.parse(text);
    assertNotNull(address);
    return address;
  }
}
