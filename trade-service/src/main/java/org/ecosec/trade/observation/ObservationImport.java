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
import java.util.concurrent.Semaphore;
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
  private static final int MAX_AT_ONCE = 6;
  private static final int ROWS_BETWEEN_CLOCKS = 1_000;
  private static final long NANOS_BETWEEN_REPORTS = 500_000_000;

  // Each body holds a connection while it comes in; the rest of the pool is for everybody else.
  private final Semaphore places = new Semaphore(MAX_AT_ONCE);
  private final DataSource dataSource;
  private final RowFormats formats;
  private final ImportProgress progress;
  private final SourceBasis bases;
  private final Clock clock;

  ObservationImport(
      DataSource dataSource,
      RowFormats formats,
      ImportProgress progress,
      SourceBasis bases,
      Clock clock) {
    this.dataSource = dataSource;
    this.formats = formats;
    this.progress = progress;
    this.bases = bases;
    this.clock = clock;
  }

  /** The import's id; that of the first one if the body was sent before under the same key. */
  UUID stage(ImportRequest request, InputStream stream) {
    var reading = formats.reading(request.layout());
    var source = request.source() == null ? reading.source() : request.source();
    bases.refuseOther(source, reading.format().basis());
    var arrival = new Arrival(UUID.randomUUID(), request, source, reading);
    if (!places.tryAcquire()) {
      throw new Problem(
          429,
          "too-many-imports",
          MAX_AT_ONCE + " files are coming in already; send yours again in a minute.");
    }
    try (var body = ImportBody.open(stream, MAX_BYTES);
        Connection connection = dataSource.getConnection()) {
      if (!body.hasNext()) {
        throw Problem.unprocessable(
            "empty-file", "The body is empty; send a CSV with a header line.");
      }
      var header = Header.of(body.next(), reading.format());
      connection.setAutoCommit(false);
      try {
        return stage(arrival, connection, body, header);
      } finally {
        connection.rollback();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The import could not be staged", failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      places.release();
      progress.forget(arrival.id());
    }
  }

  /** A body on its way in. */
  record Arrival(UUID id, ImportRequest request, String source, RowFormats.Reading reading) {}

  private UUID stage(Arrival arrival, Connection connection, ImportBody body, Header header)
      throws SQLException {
    var record = ImportRecord.begin(connection, arrival);
    var counts = new ImportCounts();
    var slices = new StagedSlices();
    try (var staged = new StagedRows(connection, record.number(), slices)) {
      copy(arrival, body, header, staged, counts);
      staged.finish();
    }
    var sha256 = body.sha256Hex();
    var earlier = record.sentBefore(sha256);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    record.endProgress();
    record.insert(sha256, counts, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    record.insertSlices(slices.all());
    record.noteColumns(header);
    connection.commit();
    return arrival.id();
  }

  private void copy(
      Arrival arrival, ImportBody body, Header header, StagedRows staged, ImportCounts counts)
      throws SQLException {
    var format = arrival.reading().format();
    long reported = System.nanoTime();
    progress.received(arrival.id(), arrival.request(), arrival.source(), counts);
    while (body.hasNext()) {
      CsvRecord record = body.next();
      long line = record.getStartingLineNumber();
      try {
        var row = new Row(line, header, record.getFields());
        row.checkWidth();
        List<TradeObservation> observations = format.observations(row);
        for (TradeObservation observation : observations) {
          staged.add(line, observation);
        }
        counts.accept(observations.size());
      } catch (RejectedRow refusal) {
        counts.reject(line, refusal);
      }
      if (counts.read() % ROWS_BETWEEN_CLOCKS == 0
          && System.nanoTime() - reported > NANOS_BETWEEN_REPORTS) {
        progress.received(arrival.id(), arrival.request(), arrival.source(), counts);
        reported = System.nanoTime();
      }
    }
  }
}
