package org.ecosec.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import org.ecosec.benchmarks.SyntheticWorld.Cell;
import org.ecosec.trade.indicator.math.Concentration.Inputs;
import org.ecosec.trade.indicator.math.Concentration.Supply;
import org.ecosec.trade.indicator.math.Supplies;
import org.postgresql.PGConnection;

/** A synthetic world year in a table of its own: importer, product, partner and value. */
record WorldTable(Connection database) {
  private static final int CHUNK = 1 << 16;
  private static final int FETCH_SIZE = 5_000;

  /** Answers the number of rows. */
  long fill(SyntheticWorld world, int cells) throws SQLException {
    execute(
        """
        create unlogged table world (importer text collate "C" not null,
          product text collate "C" not null, partner text collate "C" not null,
          value_usd double precision not null)
        """);
    long rows = 0;
    var copy =
        database
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy world from stdin (format text)");
    var chunk = new StringBuilder(CHUNK + 8_192);
    for (int i = 0; i < cells; i++) {
      rows += append(chunk, world, world.cell(i));
      if (chunk.length() >= CHUNK || i == cells - 1) {
        byte[] bytes = chunk.toString().getBytes(UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        chunk.setLength(0);
      }
    }
    copy.endCopy();
    execute("analyze world");
    // So that the peer sorts in memory and not on disk.
    execute("set work_mem = '512MB'");
    return rows;
  }

  private static int append(StringBuilder chunk, SyntheticWorld world, Cell cell) {
    var importer = world.economy(cell.importer()).code();
    for (Supply supply : cell.suppliers()) {
      chunk.append(importer).append('\t').append(cell.product()).append('\t');
      chunk.append(supply.partner()).append('\t').append((long) supply.valueUsd()).append('\n');
    }
    return cell.suppliers().size();
  }

  /** Every cell, read in the order of importer and product as trade-service reads. */
  List<Inputs> read() throws SQLException {
    var cells = new ArrayList<Inputs>();
    var partners = new HashMap<String, String>();
    database.setAutoCommit(false);
    try (var statement =
        database.prepareStatement(
            "select importer, product, partner, value_usd from world order by 1, 2")) {
      statement.setFetchSize(FETCH_SIZE);
      try (var row = statement.executeQuery()) {
        var importer = "";
        var product = "";
        var suppliers = new Supplies();
        while (row.next()) {
          if (!product.equals(row.getString(2)) || !importer.equals(row.getString(1))) {
            suppliers = new Supplies();
            cells.add(new Inputs(suppliers, 0, 0, OptionalDouble.empty()));
            importer = row.getString(1);
            product = row.getString(2);
          }
          var partner = partners.computeIfAbsent(row.getString(3), code -> code);
          suppliers.add(partner, row.getDouble(4));
        }
      }
    }
    database.setAutoCommit(true);
    return cells;
  }

  void execute(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
