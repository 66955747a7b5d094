package karst.exec.lookup;

import java.util.HashMap;
import java.util.Map;
import karst.function.library.CidrBlock;
import karst.type.InvalidSyntaxException;
import karst.type.IpAddress;

/** Finds the subnets that an address is in: one look a length of prefix. */
final class SubnetIndex implements CellIndex {
  private final Map<CidrBlock, RowList> rows = new HashMap<>();
  private final boolean[] prefixes = new boolean[129];

  @Override
  public void add(String cell, int row) {
    try {
      CidrBlock block = CidrBlock.parse(cell);
      prefixes[block.prefix()] = true;
      rows.computeIfAbsent(CidrBlock.of(block.network(), block.prefix()), key -> new RowList())
          .add(row);
    } catch (InvalidSyntaxException e) {
      // What is no subnet has no addresses in it.
    }
  }

  @Override
  public void candidates(String value, RowList found) {
    IpAddress address = IpAddress.parse(value);
    if (address == null) {
      return;
    }
    int width = address.version() == 4 ? 32 : 128;
    for (int prefix = 0; prefix <= width; prefix++) {
      RowList known = prefixes[prefix] ? rows.get(CidrBlock.of(address, prefix)) : null;
      if (known != null) {
        found.addAll(known);
      }
    }
  }
}
