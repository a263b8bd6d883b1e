package org.ecosec.trade.observation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/**
 * Rows of slices that hold none yet: there is nothing to compare with, so they go straight from the
 * staging table, in the order of their cells, into {@code observation}. They pass through here from
 * one {@code COPY} to another, which writes many at a time where {@code insert} writes one by one,
 * and which can be watched and stopped.
 */
@ApplicationScoped
class NewRows {

  private static final int CHUNK = 1 << 16;

  private final DataSource dataSource;

  NewRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Answers how many rows were written: one for each cell, so fewer than the slices have if the
   * file repeats one. The staged rows are read on a connection of their own; they are committed.
   */
  long write(List<MergedSlice> slices, long importNumber, long revision, LongConsumer watch) {
    var outside = QuarkusTransaction.suspendingExisting();
    Connection reader = outside.call(dataSource::getConnection);
    try (Connection writer = dataSource.getConnection()) {
      var source = copyApi(reader).copyOut(read(slices, importNumber, revision));
      var target =
          copyApi(writer)
              .copyIn(
                  """
                  copy observation (slice_id, classification, year, product, partner, value_usd,
                    net_weight_kg, quantity, quantity_unit, valuation, estimated, from_revision)
                  from stdin (format binary)
                  """);
      return pump(source, target, watch);
    } catch (SQLException failure) {
      throw new IllegalStateException("The new rows could not be written", failure);
    } finally {
      outside.run(() -> close(reader));
    }
  }

  private static long pump(CopyOut source, CopyIn target, LongConsumer watch) throws SQLException {
    var chunk = new byte[CHUNK];
    int filled = 0;
    long rows = 0;
    try {
      for (byte[] row = source.readFromCopy(); row != null; row = source.readFromCopy()) {
        if (filled + row.length > CHUNK) {
          target.writeToCopy(chunk, 0, filled);
          filled = 0;
          watch.accept(rows);
        }
        if (row.length > CHUNK) {
          target.writeToCopy(row, 0, row.length);
        } else {
          System.arraycopy(row, 0, chunk, filled, row.length);
          filled += row.length;
        }
        rows++;
      }
      target.writeToCopy(chunk, 0, filled);
      return target.endCopy();
    } finally {
      if (target.isActive()) {
        target.cancelCopy();
      }
      if (source.isActive()) {
        source.cancelCopy();
      }
    }
  }

  private static org.postgresql.copy.CopyManager copyApi(Connection connection)
      throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  // COPY takes no parameters; what is put in is numbers, and a classification's letters and digits.
  private static String read(List<MergedSlice> slices, long importNumber, long revision) {
    var values =
        slices.stream()
            .map(
                slice ->
                    "(%d, %d, '%s', %d::smallint)"
                        .formatted(
                            slice.no(),
                            slice.id(),
                            slice.key().classification().replaceAll("[^A-Za-z0-9-]", ""),
                            slice.year()))
            .collect(Collectors.joining(", "));
    return """
        copy (
          select distinct on (t.cell) s.id, s.classification, s.year, t.product, t.partner,
            t.value_usd, t.net_weight_kg, t.quantity, t.quantity_unit, t.valuation, t.estimated,
            %d::bigint
          from staged_row t join (values %s) s (no, id, classification, year) on s.no = %s
          where t.import_number = %d
          order by t.cell, t.line)
        to stdout (format binary)
        """
        .formatted(revision, values, StagedSlices.sliceOf("t.cell"), importNumber);
  }

  private static void close(Connection reader) {
    try {
      reader.close();
    } catch (SQLException failure) {
      throw new IllegalStateException("A connection could not be given back", failure);
    }
  }
}
