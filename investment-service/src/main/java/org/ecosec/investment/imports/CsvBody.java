package org.ecosec.investment.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Supplier;
import org.ecosec.platform.problem.Problem;

/**
 * CSV as a stream: UTF-8 with or without a byte order mark, any line ends, lines and fields
 * bounded.
 */
final class CsvBody {

  private static final int MAX_LINE = 1_000_000;

  private final Iterator<CsvRecord> records;

  CsvBody(InputStream file) {
    var decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    records =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(MAX_LINE)
            .ofCsvRecord(new InputStreamReader(file, decoder))
            .iterator();
  }

  boolean hasNext() {
    return refusing(records::hasNext);
  }

  CsvRecord next() {
    return refusing(records::next);
  }

  CsvRecord header() {
    if (!hasNext()) {
      throw Problem.unprocessable(
          "empty-file", "The body is empty; send a CSV with a header line.");
    }
    return next();
  }

  private static <T> T refusing(Supplier<T> read) {
    try {
      return read.get();
    } catch (CsvParseException failure) {
      // The reader wraps what the stream below it refuses.
      if (failure.getCause() instanceof Problem refused) {
        throw refused;
      }
      throw Problem.unprocessable(
          "unreadable-csv",
          "The file is not CSV, or has an unbounded field: " + failure.getMessage());
    } catch (UncheckedIOException failure) {
      throw refusal(Objects.requireNonNull(failure.getCause()));
    }
  }

  private static RuntimeException refusal(IOException failure) {
    return failure instanceof CharacterCodingException
        ? Problem.unprocessable("not-utf-8", "The file is not UTF-8 text; save it as UTF-8 CSV.")
        : new UncheckedIOException(failure);
  }
}
