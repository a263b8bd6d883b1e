package org.ecosec.trade.observation;

/**
 * A digest of many rows that does not depend on their order: the sum, modulo 2^128, of a 128-bit
 * hash of each. Two files of a slice with the same rows have the same; it is no defence against a
 * file that was made to collide, which would only spare its sender a change of his own.
 */
final class RowDigest {

  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

  private long high;
  private long low;

  /** Adds the row that {@code text} holds from a place on. */
  void add(CharSequence text, int from) {
    long a = FIRST;
    long b = SECOND;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      a = (a ^ c) * 0x100000001B3L;
      b = Long.rotateLeft(b + c, 23) * FIRST;
    }
    add(mixed(a ^ Long.rotateLeft(b, 32)), mixed(b + SECOND));
  }

  String text() {
    return "%016x%016x".formatted(high, low);
  }

  private void add(long otherHigh, long otherLow) {
    low += otherLow;
    high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
  }

  // The finalizer of MurmurHash3: each bit of the input turns half of those of the output.
  private static long mixed(long value) {
    long mix = value;
    mix = (mix ^ (mix >>> 33)) * 0xFF51AFD7ED558CCDL;
    mix = (mix ^ (mix >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mix ^ (mix >>> 33);
  }
}
