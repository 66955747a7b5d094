package karst.vector;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads machine words out of byte arrays. */
public final class Bytes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Bytes() {}

  /** Returns eight bytes as a little-endian word. */
  public static long longAt(byte[] bytes, int offset) {
    return (long) LONG.get(bytes, offset);
  }
}
