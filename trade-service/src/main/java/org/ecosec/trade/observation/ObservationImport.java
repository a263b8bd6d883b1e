package org.ecosec.trade.observation;

import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ecosec.platform.problem.Problem;

/**
 * Takes a body in: every row is read, checked and staged in one database transaction, so that the
 * answer 202 means that it is stored whole. {@link ImportMerge} then makes it visible, at once.
 */
@ApplicationScoped
class ObservationImport {

  // A world year of 11 million rows is about 2 GB unpacked.
  private static final long MAX_BYTES = 16L << 30;

  private final DataSource dataSource;
  private final RowFormats formats;
  private final Clock clock;

  ObservationImport(DataSource dataSource, RowFormats formats, Clock clock) {
    this.dataSource = dataSource;
    this.formats = formats;
    this.clock = clock;
  }

  /** The import's id; that of the first one if the body was sent before under the same key. */
  UUID stage(ImportRequest request, InputStream stream) {
    var format = formats.format(request.format(), request.profile());
    var id = UUID.randomUUID();
    try (var body = ImportBody.open(stream, MAX_BYTES);
        Connection connection = dataSource.getConnection()) {
      if (!body.hasNext()) {
        throw Problem.unprocessable(
            "empty-file", "The body is empty; send a CSV with a header line.");
      }
      var header = Header.of(body.next(), format);
      connection.setAutoCommit(false);
      try {
        var counts = copy(connection, id, body, header, format);
        var record = new ImportRecord(connection, id);
        var sha256 = body.sha256Hex();
        var earlier = record.sentBefore(request, source(request), sha256);
        if (earlier.isPresent()) {
          return earlier.get();
        }
        record.insert(request, source(request), sha256, counts, now());
        record.noteColumns(header, format.optionalColumns());
        connection.commit();
        return id;
      } finally {
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The import could not be staged", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ImportCounts copy(
      Connection connection, UUID id, ImportBody body, Header header, RowFormat format)
      throws SQLException {
    var counts = new ImportCounts();
    try (var staged = new StagedRows(connection, id)) {
      while (body.hasNext()) {
        CsvRecord record = body.next();
        long line = record.getStartingLineNumber();
        try {
          var row = new Row(line, header.columns(), record.getFields());
          row.checkWidth(header.fields());
          List<TradeObservation> observations = format.observations(row);
          for (TradeObservation observation : observations) {
            staged.add(line, observation);
          }
          counts.accept(observations.size());
        } catch (RejectedRow refusal) {
          counts.reject(line, refusal);
        }
      }
      staged.finish();
    }
    return counts;
  }

  private String source(ImportRequest request) {
    return request.source() != null
        ? request.source()
        : formats.source(request.format(), request.profile());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
