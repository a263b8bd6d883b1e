package org.ecosec.investment.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes what a file states into the staging table by COPY, a chunk in memory at a time. */
final class StagedFacts implements AutoCloseable {

  private static final int CHUNK = 1 << 18;
  private static final int PARTS_AT_ONCE = 10_000;
  private static final String COPY =
      """
      copy staged_fact (import_id, kind, counted, part, line, path, id, document, otherwise, extra)
      from stdin (format text)
      """;

  private final Connection connection;
  private final UUID importId;
  private final CopyIn copy;
  private final StringBuilder chunk = new StringBuilder(CHUNK + 4096);

  StagedFacts(Connection connection, UUID importId) throws SQLException {
    this.connection = connection;
    this.importId = importId;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
  }

  void add(Stated stated, FactColumns.Columns columns) throws SQLException {
    chunk.append(importId).append('\t').append(stated.kind().name()).append('\t');
    chunk.append(stated.counted() ? 't' : 'f').append('\t').append(stated.part()).append('\t');
    chunk.append(stated.place().line()).append('\t');
    text(stated.place().path()).append('\t');
    text(columns.id()).append('\t');
    text(columns.document().toString()).append('\t');
    text(columns.otherwise().toString()).append('\t');
    text(columns.extra() == null ? null : columns.extra().toString()).append('\n');
    if (chunk.length() >= CHUNK) {
      flush();
    }
  }

  /** Ends the copy, and takes back the parts in which something was wrong. */
  void finish(BitSet refused) throws SQLException {
    flush();
    copy.endCopy();
    var sql = "delete from staged_fact where import_id = ? and part = any (?)";
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, importId);
      int[] parts = refused.stream().toArray();
      for (int from = 0; from < parts.length; from += PARTS_AT_ONCE) {
        int to = Math.min(parts.length, from + PARTS_AT_ONCE);
        Object[] some = java.util.Arrays.stream(parts, from, to).mapToObj(Long::valueOf).toArray();
        delete.setArray(2, connection.createArrayOf("bigint", some));
        delete.executeUpdate();
      }
    }
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
      return chunk.append("\\N");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> chunk.append("\\\\");
        case '\t', '\n', '\r', '\0' -> chunk.append(' ');
        default -> chunk.append(c);
      }
    }
    return chunk;
  }
}
