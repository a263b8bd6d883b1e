package org.ecosec.trade.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes observations to the staging table through {@code COPY}, in chunks, on one connection. */
final class StagedRows implements AutoCloseable {

  private static final int CHUNK = 1 << 16;
  private static final String COPY =
      """
      copy staged_observation (import_id, line, reporter, flow, classification, edition, freq, period,
        year, product, partner, value_usd, net_weight_kg, quantity, quantity_unit, valuation, estimated)
      from stdin (format text)
      """;

  private final String importId;
  private final CopyIn copy;
  private final StringBuilder chunk = new StringBuilder(CHUNK + 1024);

  StagedRows(Connection connection, UUID importId) throws SQLException {
    this.importId = importId.toString();
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
  }

  void add(long line, TradeObservation row) throws SQLException {
    text(importId).append(line).append('\t');
    text(row.reporter());
    text(row.flow().name());
    text(row.classification());
    text(row.edition());
    text(row.freq());
    text(row.period());
    chunk.append(row.year()).append('\t');
    text(row.product());
    text(row.partner());
    text(row.valueUsd().toPlainString());
    text(row.netWeightKg() == null ? null : row.netWeightKg().toPlainString());
    text(row.quantity() == null ? null : row.quantity().toPlainString());
    text(row.quantityUnit());
    text(row.valuation());
    chunk.append(row.estimated() ? 't' : 'f').append('\n');
    if (chunk.length() >= CHUNK) {
      flush();
    }
  }

  void finish() throws SQLException {
    flush();
    copy.endCopy();
  }

  /** Gives the connection back its senses if {@link #finish} was not reached. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void flush() throws SQLException {
    var bytes = chunk.toString().getBytes(UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    chunk.setLength(0);
  }

  private StringBuilder text(@Nullable String value) {
    if (value == null) {
      return chunk.append("\\N\t");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> chunk.append("\\\\");
        case '\t', '\n', '\r', '\0' -> chunk.append(' ');
        default -> chunk.append(c);
      }
    }
    return chunk.append('\t');
  }
}
