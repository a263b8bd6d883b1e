package org.ecosec.trade.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.ecosec.platform.problem.Problem;

/**
 * The CSV of an import, plain or gzip, read as a stream: UTF-8 with or without a byte order mark,
 * any line ends, lines and fields bounded. What is not such a file is refused with its reason.
 */
final class ImportBody implements AutoCloseable {

  static final int MAX_LINE = 1_000_000;
  private static final int BUFFER = 1 << 16;

  private final DigestInputStream digested;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;

  private ImportBody(DigestInputStream digested, CsvReader<CsvRecord> csv) {
    this.digested = digested;
    this.csv = csv;
    this.records = csv.iterator();
  }

  static ImportBody open(InputStream body, long maxBytes) throws IOException {
    var digested = new DigestInputStream(new BoundedStream(unpacked(body), maxBytes), sha256());
    var decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var csv =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(MAX_LINE)
            .ofCsvRecord(new InputStreamReader(new BufferedInputStream(digested, BUFFER), decoder));
    return new ImportBody(digested, csv);
  }

  boolean hasNext() {
    return refusing(records::hasNext);
  }

  CsvRecord next() {
    return refusing(records::next);
  }

  /** Of the uncompressed bytes, once all are read; to be asked for once. */
  String sha256Hex() {
    return HexFormat.of().formatHex(digested.getMessageDigest().digest());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  private static <T> T refusing(java.util.function.Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException failure) {
      // The reader wraps what the stream below it refuses.
      if (failure.getCause() instanceof Problem refused) {
        throw refused;
      }
      throw Problem.unprocessable(
          "unreadable-csv",
          "The file is not CSV, or has a field of over "
              + MAX_LINE
              + " characters: "
              + where(failure));
    } catch (UncheckedIOException failure) {
      throw refusal(java.util.Objects.requireNonNull(failure.getCause()));
    }
  }

  private static String where(CsvParseException failure) {
    return failure.getMessage() == null ? "no line is known." : failure.getMessage();
  }

  private static RuntimeException refusal(IOException failure) {
    return switch (failure) {
      case CharacterCodingException notText ->
          Problem.unprocessable("not-utf-8", "The file is not UTF-8 text; save it as UTF-8 CSV.");
      case ZipException broken ->
          Problem.unprocessable(
              "broken-gzip", "The gzip data is damaged; compress and send it again.");
      case java.io.EOFException cut ->
          Problem.unprocessable("broken-gzip", "The gzip data ends too early; send it again.");
      // Its sender has most likely gone, and reads no answer.
      default ->
          Problem.badRequest(
              "body-broken-off", "The connection ended before the file did; send it again.");
    };
  }

  private static InputStream unpacked(InputStream body) throws IOException {
    var pushback = new PushbackInputStream(new BufferedInputStream(body, BUFFER), 2);
    var magic = pushback.readNBytes(2);
    pushback.unread(magic);
    boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    try {
      return gzip ? new GZIPInputStream(pushback, BUFFER) : pushback;
    } catch (ZipException | java.io.EOFException broken) {
      throw refusal(broken);
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
