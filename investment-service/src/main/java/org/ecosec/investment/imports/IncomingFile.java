package org.ecosec.investment.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ecosec.platform.problem.Problem;

/** The body of an import, plain or gzip, never beyond a number of unpacked bytes. */
final class IncomingFile extends FilterInputStream {

  private static final long MAX_BYTES = 16L << 30;
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest;
  private long read;

  private IncomingFile(InputStream unpacked, MessageDigest digest) {
    super(new DigestInputStream(unpacked, digest));
    this.digest = digest;
  }

  static IncomingFile open(InputStream body) throws IOException {
    return new IncomingFile(unpacked(body), sha256());
  }

  /** Of the unpacked bytes, once all are read; to be asked for once. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = next(buffer, offset, length);
    read += Math.max(0, count);
    if (read > MAX_BYTES) {
      throw new Problem(
          413,
          "body-too-large",
          "Unpacked, the file is over " + MAX_BYTES + " bytes; send it in parts.");
    }
    return count;
  }

  private int next(byte[] buffer, int offset, int length) throws IOException {
    try {
      return super.read(buffer, offset, length);
    } catch (ZipException | EOFException broken) {
      throw brokenGzip();
    }
  }

  private static Problem brokenGzip() {
    return Problem.unprocessable(
        "broken-gzip", "The gzip data is damaged or ends too early; compress and send it again.");
  }

  private static InputStream unpacked(InputStream body) throws IOException {
    var pushback = new PushbackInputStream(new BufferedInputStream(body, BUFFER), 2);
    var magic = pushback.readNBytes(2);
    pushback.unread(magic);
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    try {
      return gzip ? new GZIPInputStream(pushback, BUFFER) : pushback;
    } catch (ZipException | EOFException broken) {
      throw brokenGzip();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
