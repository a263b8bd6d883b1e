package org.ecosec.trade.complexity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.complexity.math.Complexity;
import org.ecosec.trade.complexity.math.Exports;
import org.ecosec.trade.complexity.math.Specialisation;
import org.jspecify.annotations.Nullable;

/** Keeps solved matrices; a matrix that comes out as before is not written again. */
@ApplicationScoped
class ComplexityRuns {

  private static final int DECIMALS = 12;
  private static final int CENTS = 2;

  private final Database database;
  private final ObjectMapper json;

  ComplexityRuns(Database database, ObjectMapper json) {
    this.database = database;
    this.json = json;
  }

  /** Answers whether anything changed. */
  boolean replace(
      ComplexityRun run,
      Exports sample,
      Specialisation matrix,
      @Nullable Complexity found,
      long revision) {
    var key = run.key();
    var digest = digest(run, sample, matrix);
    if (same(key, digest)) {
      return false;
    }
    database.update(
        """
        update complexity_run set to_revision = ?
        where source = ? and classification = ? and edition = ? and period = ?
          and to_revision is null
        """,
        revision,
        key.source(),
        key.classification(),
        key.edition(),
        key.period());
    long id =
        database.number(
            """
            insert into complexity_run (source, classification, edition, period, basis, status,
              economies, products, excluded, coverage, second_eigenvalue, share_near_one,
              method_version, digest, observed_revision, from_revision)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?) returning id
            """,
            key.source(),
            key.classification(),
            key.edition(),
            key.period(),
            run.basis(),
            run.status(),
            run.economies(),
            run.products(),
            excluded(run),
            figure(run.coverage()),
            figure(run.secondEigenvalue()),
            figure(run.shareNearOne()),
            ComplexityRun.METHOD,
            digest,
            revision - 1,
            revision);
    writeEconomies(id, run, sample, matrix, found);
    writeProducts(id, run, sample, matrix, found);
    return true;
  }

  private boolean same(MatrixKey key, String digest) {
    return database.number(
            """
            select count(*) from complexity_run
            where source = ? and classification = ? and edition = ? and period = ? and digest = ?
              and to_revision is null
            """,
            key.source(),
            key.classification(),
            key.edition(),
            key.period(),
            digest)
        > 0;
  }

  /** Over everything that the figures rest on. */
  private static String digest(ComplexityRun run, Exports sample, Specialisation matrix) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update((ComplexityRun.METHOD + run + matrix.economies()).getBytes(UTF_8));
      sample.totalsOfProducts().forEach((code, usd) -> sha.update((code + usd).getBytes(UTF_8)));
      for (int p = 0; p < matrix.products().size(); p++) {
        sha.update(Arrays.toString(matrix.economiesOf(p)).getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void writeEconomies(
      long id,
      ComplexityRun run,
      Exports sample,
      Specialisation matrix,
      @Nullable Complexity found) {
    boolean complete = run.status().equals(ComplexityRun.COMPLETE);
    var rows = new ArrayList<@Nullable Object[]>();
    for (int c = 0; c < matrix.economies().size(); c++) {
      var economy = matrix.economies().get(c);
      rows.add(
          new @Nullable Object[] {
            id,
            economy,
            c,
            usd(sample.totalOf(economy)),
            complete && found != null ? figure(found.economy(c)) : null,
            matrix.diversity(c)
          });
    }
    database.updateAll(
        """
        insert into complexity_economy (run_id, economy, place, exports_usd, eci, diversity)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private void writeProducts(
      long id,
      ComplexityRun run,
      Exports sample,
      Specialisation matrix,
      @Nullable Complexity found) {
    boolean complete = run.status().equals(ComplexityRun.COMPLETE);
    var totals = sample.totalsOfProducts();
    var rows = new ArrayList<@Nullable Object[]>();
    for (int p = 0; p < matrix.products().size(); p++) {
      var product = matrix.products().get(p);
      rows.add(
          new @Nullable Object[] {
            id,
            product,
            usd(totals.getOrDefault(product, 0.0)),
            complete && found != null ? figure(found.product(p)) : null,
            Arrays.stream(matrix.economiesOf(p)).boxed().toList()
          });
    }
    database.updateAll(
        """
        insert into complexity_product (run_id, product, exports_usd, pci, owners)
        values (?, ?, ?, ?, ?::integer[])
        """,
        rows);
  }

  private String excluded(ComplexityRun run) {
    try {
      return json.writeValueAsString(run.excluded());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  // Rounded half even to twelve decimals.
  private static @Nullable BigDecimal figure(@Nullable Double value) {
    return value == null
        ? null
        : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal usd(double value) {
    return BigDecimal.valueOf(value).setScale(CENTS, RoundingMode.HALF_EVEN);
  }
}
