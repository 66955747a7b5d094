package karst.export.dialect;

import java.util.ArrayList;
import java.util.List;
import karst.export.Dialect;
import karst.function.library.CidrBlock;
import karst.type.IpAddress;

/** Subnets of IPv4 as regular expressions that match the addresses in them. */
final class Subnets {
  private static final String ANY = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";

  /** The pattern of addresses of version 4. */
  static final String ADDRESS = String.join("\\.", ANY, ANY, ANY, ANY);

  /** The pattern of texts that may be addresses of version 6. */
  static final String MAY_BE_VERSION_6 =
      "[0-9A-Fa-f:.]*::[0-9A-Fa-f:.]*|([0-9A-Fa-f]+:){6,7}[0-9A-Fa-f.]+";

  private static final int IP_V4 = 4;
  private static final int OCTETS = 4;
  private static final int BITS = 8;

  private Subnets() {}

  /** Returns the pattern of a subnet, such as {@code 10\\.ANY\\.ANY\\.ANY} of 10.0.0.0/8. */
  static String pattern(IpAddress network, int prefix) {
    List<String> octets = new ArrayList<>();
    for (int i = 0; i < OCTETS; i++) {
      int octet = (int) (network.low() >> BITS * (OCTETS - 1 - i)) & 0xFF;
      int fixed = Math.max(0, Math.min(BITS, prefix - BITS * i));
      octets.add(octet(octet, fixed));
    }
    return String.join("\\.", octets);
  }

  /**
   * Returns the pattern of a subnet's addresses and of the subnet's own text.
   *
   * @throws karst.export.ExportRefusal if its addresses are of version 6
   */
  static String patternOrText(Dialect dialect, CidrBlock subnet, String written) {
    if (subnet.network().version() != IP_V4) {
      throw dialect.refusal("an address in a subnet of IPv6");
    }
    return pattern(subnet.network(), subnet.prefix()) + "|" + Re2Pattern.quoted(written);
  }

  /** The numbers that agree in the leading bits. */
  private static String octet(int octet, int fixed) {
    if (fixed == 0) {
      return ANY;
    }
    int count = 1 << (BITS - fixed);
    int first = octet / count * count;
    List<String> numbers = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      // Up to three digits, zeros before them or not.
      String zeros = number < 10 ? "0?0?" : number < 100 ? "0?" : "";
      numbers.add(zeros + number);
    }
    return numbers.size() == 1 ? numbers.get(0) : "(" + String.join("|", numbers) + ")";
  }
}
