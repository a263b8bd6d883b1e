package org.ecosec.trade.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes observations to the staging table through {@code COPY}, in chunks, on one connection. */
final class StagedRows implements AutoCloseable {

  private static final int CHUNK = 1 << 16;
  private static final String COPY =
      """
      copy staged_row (import_number, cell, line, product, partner, value_usd, net_weight_kg, quantity,
        quantity_unit, valuation, estimated)
      from stdin (format text)
      """;

  private final long importNumber;
  private final StagedSlices slices;
  private final CopyIn copy;
  private final StringBuilder chunk = new StringBuilder(CHUNK + 1024);

  StagedRows(Connection connection, long importNumber, StagedSlices slices) throws SQLException {
    this.importNumber = importNumber;
    this.slices = slices;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
  }

  void add(long line, TradeObservation row) throws SQLException {
    var slice = slices.of(row);
    chunk.append(importNumber).append('\t');
    chunk.append(slices.cell(slice, row.product(), row.partner())).append('\t');
    chunk.append(line).append('\t');
    int from = chunk.length();
    text(row.product());
    text(row.partner());
    number(row.valueUsd());
    number(row.netWeightKg());
    number(row.quantity());
    text(row.quantityUnit());
    text(row.valuation());
    chunk.append(row.estimated() ? 't' : 'f');
    slice.add(chunk, from);
    chunk.append('\n');
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

  private void number(@Nullable BigDecimal value) {
    if (value == null) {
      chunk.append("\\N\t");
    } else {
      chunk.append(value.toPlainString()).append('\t');
    }
  }

  private void text(@Nullable String value) {
    if (value == null) {
      chunk.append("\\N\t");
      return;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> chunk.append("\\\\");
        case '\t', '\n', '\r', '\0' -> chunk.append(' ');
        default -> chunk.append(c);
      }
    }
    chunk.append('\t');
  }
}
