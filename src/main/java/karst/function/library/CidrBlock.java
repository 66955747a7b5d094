package karst.function.library;

import karst.type.InvalidSyntaxException;
import karst.type.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * A subnet such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; an address alone is a subnet of
 * itself.
 *
 * @param network an address in it
 * @param prefix how many leading bits count
 */
public record CidrBlock(IpAddress network, int prefix) {
  /**
   * Parses a subnet.
   *
   * @throws InvalidSyntaxException if the text is none
   */
  public static CidrBlock parse(String text) {
    int slash = text.indexOf('/');
    @Nullable IpAddress network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      throw new InvalidSyntaxException("a subnet starts with an IP address, such as 10.0.0.0/8", 0);
    }
    int width = network.version() == 4 ? 32 : 128;
    if (slash < 0) {
      return new CidrBlock(network, width);
    }
    String digits = text.substring(slash + 1);
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > width) {
      throw new InvalidSyntaxException(
          "the number of bits of a subnet is from 0 to " + width, slash + 1);
    }
    return new CidrBlock(network, Integer.parseInt(digits));
  }

  /** Returns the subnet that an address is in, by its first address; equal for all in it. */
  public static CidrBlock of(IpAddress address, int prefix) {
    if (address.version() == 4) {
      return new CidrBlock(
          new IpAddress(4, 0, leading(address.low() << 32, prefix) >>> 32), prefix);
    }
    long high = leading(address.high(), Math.min(prefix, 64));
    long low = leading(address.low(), Math.max(0, prefix - 64));
    return new CidrBlock(new IpAddress(6, high, low), prefix);
  }

  private static long leading(long value, int bits) {
    return bits == 0 ? 0 : value & -1L << (64 - bits);
  }

  /** Returns whether an address is in the subnet; one of another version is not. */
  public boolean contains(IpAddress address) {
    if (address.version() != network.version()) {
      return false;
    }
    if (network.version() == 4) {
      return sameLeadingBits(network.low() << 32, address.low() << 32, prefix);
    }
    return sameLeadingBits(network.high(), address.high(), Math.min(prefix, 64))
        && sameLeadingBits(network.low(), address.low(), Math.max(0, prefix - 64));
  }

  private static boolean sameLeadingBits(long a, long b, int bits) {
    return bits == 0 || (a ^ b) >>> (64 - bits) == 0;
  }
}
