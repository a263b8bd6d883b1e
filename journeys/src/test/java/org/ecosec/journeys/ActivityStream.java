package org.ecosec.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;

/** An IATI file of any size that nobody has to store: it is made while it is read. */
final class ActivityStream extends InputStream {
  private static final String LONG_TEXT = "What was paid for, at length. ".repeat(320);

  private final Iterator<String> pieces;
  private byte[] piece = new byte[0];
  private int at;

  private ActivityStream(Iterator<String> pieces) {
    this.pieces = pieces;
  }

  /** Activities with that many transactions each, of some 10 kB apiece. */
  static ActivityStream of(int activities, int transactions) {
    return new ActivityStream(
        new Iterator<>() {
          private int next = -1;

          @Override
          public boolean hasNext() {
            return next <= activities * (transactions + 1);
          }

          @Override
          public String next() {
            int piece = next++;
            if (piece < 0) {
              return "<iati-activities version=\"2.03\">\n";
            }
            if (piece == activities * (transactions + 1)) {
              return "</iati-activity></iati-activities>\n";
            }
            int activity = piece / (transactions + 1);
            int transaction = piece % (transactions + 1);
            return transaction == 0 ? head(activity) : money(activity, transaction);
          }
        });
  }

  /** A file whose first attribute does not end before that many bytes. */
  static ActivityStream endlessAttribute(int mebibytes) {
    return new ActivityStream(
        new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next <= mebibytes;
          }

          @Override
          public String next() {
            return next++ == 0 ? "<iati-activities version=\"2.03\" x=\"" : "x".repeat(1 << 20);
          }
        });
  }

  private static String head(int activity) {
    return (activity == 0 ? "" : "</iati-activity>\n")
        + """
        <iati-activity xml:lang="en" default-currency="USD">
        <iati-identifier>XM-FAULTS-%d</iati-identifier>
        <reporting-org ref="XM-FAULTS" type="15"><narrative>A bank</narrative></reporting-org>
        <title><narrative>Project %d</narrative></title>
        <description><narrative>What it builds.</narrative></description>
        <participating-org role="1" type="15"><narrative>A bank</narrative></participating-org>
        <activity-status code="2"/>
        <activity-date type="2" iso-date="2014-01-01"/>
        <recipient-country code="IN"/>
        """
            .formatted(activity, activity);
  }

  private static String money(int activity, int transaction) {
    return """
    <transaction ref="%d-%d"><transaction-type code="3"/><transaction-date iso-date="2024-01-01"/>
    <value value-date="2024-01-01">%d</value><description><narrative>%s</narrative></description>
    <provider-org><narrative>A bank</narrative></provider-org><flow-type code="10"/></transaction>
    """
        .formatted(activity, transaction, transaction, LONG_TEXT);
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    if (at == piece.length) {
      if (!pieces.hasNext()) {
        return -1;
      }
      piece = pieces.next().getBytes(UTF_8);
      at = 0;
    }
    int count = Math.min(length, piece.length - at);
    var part = Arrays.copyOfRange(piece, at, at + count);
    System.arraycopy(part, 0, buffer, offset, count);
    at += count;
    return count;
  }
}
