package org.ecosec.trade.observation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ecosec.platform.problem.Problem;

/** Refuses to read on beyond a number of bytes: a small gzip file can unpack to any size. */
final class BoundedStream extends FilterInputStream {

  private final long maxBytes;
  private long read;

  BoundedStream(InputStream stream, long maxBytes) {
    super(stream);
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    read += bytes;
    if (read > maxBytes) {
      throw new Problem(
          413,
          "body-too-large",
          "Unpacked, the file is over " + maxBytes + " bytes; send it in parts.");
    }
  }
}
