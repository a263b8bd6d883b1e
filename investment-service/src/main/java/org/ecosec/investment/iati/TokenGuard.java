package org.ecosec.investment.iati;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.ecosec.platform.problem.Problem;

/**
 * Refuses to read on when one token does not end: a parser keeps a name, an attribute or a comment
 * whole in memory, however long it is.
 */
final class TokenGuard extends FilterInputStream {

  private static final long MAX_TOKEN = 4L << 20;

  private long sinceToken;

  TokenGuard(InputStream stream) {
    super(stream);
  }

  void token() {
    sinceToken = 0;
  }

  /** A parser that has seen the end closes its stream; whoever opened this one closes it. */
  @Override
  public void close() {}

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int bytes) {
    sinceToken += bytes;
    if (sinceToken > MAX_TOKEN) {
      throw Problem.unprocessable(
          "xml-limit", "A text, attribute or comment of the file is longer than 4 MiB.");
    }
  }
}
