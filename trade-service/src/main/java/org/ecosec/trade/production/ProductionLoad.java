package org.ecosec.trade.production;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;
import org.jspecify.annotations.Nullable;

/** Takes in whole sources of production: what a file lacks of its source is gone. */
@ApplicationScoped
class ProductionLoad {

  private final Database database;
  private final Productions productions;
  private final Economies economies;
  private final Revisions revisions;
  private final AuditLedger audit;

  ProductionLoad(
      Database database,
      Productions productions,
      Economies economies,
      Revisions revisions,
      AuditLedger audit) {
    this.database = database;
    this.productions = productions;
    this.economies = economies;
    this.revisions = revisions;
    this.audit = audit;
  }

  /** What became of a file's rows; {@code revision} is null if nothing changed. */
  public record Outcome(
      int added, int revised, int removed, int unchanged, @Nullable Long revision) {}

  /** The files that ship with the product, once for each version of them. */
  @Transactional
  void loadShipped(@Observes StartupEvent event) {
    try (var stream = ProductionLoad.class.getResourceAsStream("/reference/production.csv")) {
      if (stream == null) {
        throw new IllegalStateException("The product lacks its list production.csv");
      }
      var body = stream.readAllBytes();
      var sha256 = sha256(body);
      var known =
          database.first(
              "select sha256 from production_load where source = 'shipped'",
              row -> row.getString(1));
      if (!known.filter(sha256::equals).isPresent()) {
        load(body, "shipped");
        database.update(
            """
            insert into production_load (source, sha256) values ('shipped', ?)
            on conflict (source) do update set sha256 = excluded.sha256
            """,
            sha256);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Transactional
  Outcome load(byte[] body, String from) {
    var file = ProductionFile.read(body, economies);
    long revision = revisions.begin();
    var known = new HashMap<Production, Production>();
    for (String source : file.rows().stream().map(Production::source).distinct().toList()) {
      productions
          .find(
              new Productions.Filter(source, null, null, null, null),
              revision,
              List.of("", "", "", "", "", ""),
              Integer.MAX_VALUE)
          .forEach(row -> known.put(key(row), row));
    }
    int revised = 0;
    var opened = new ArrayList<Production>();
    var closed = new ArrayList<Production>();
    for (Production row : file.rows()) {
      var before = known.remove(key(row));
      if (before == null || !same(before, row)) {
        opened.add(row);
        if (before != null) {
          closed.add(before);
          revised++;
        }
      }
    }
    closed.addAll(known.values());
    var outcome =
        new Outcome(
            opened.size() - revised,
            revised,
            known.size(),
            file.rows().size() - opened.size(),
            opened.isEmpty() && closed.isEmpty() ? null : revision);
    if (outcome.revision() != null) {
      write(closed, opened, revision);
      audit.record("IMPORTED", "productions", Map.of("revision", revision, "from", from));
      revisions.publish(revision);
    }
    return outcome;
  }

  private void write(List<Production> closed, List<Production> opened, long revision) {
    database.updateAll(
        """
        update production set to_revision = ? where source = ? and mineral = ? and stage = ?
          and economy = ? and year = ? and basis = ? and to_revision is null
        """,
        closed.stream()
            .map(
                row ->
                    new @Nullable Object[] {
                      revision,
                      row.source(),
                      row.mineral(),
                      row.stage(),
                      row.economy(),
                      row.year(),
                      row.basis()
                    })
            .toList());
    database.updateAll(
        """
        insert into production (source, mineral, stage, economy, year, basis, tonnes, reason,
          from_revision) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        opened.stream()
            .map(
                row ->
                    new @Nullable Object[] {
                      row.source(),
                      row.mineral(),
                      row.stage(),
                      row.economy(),
                      row.year(),
                      row.basis(),
                      row.tonnes(),
                      row.reason(),
                      revision
                    })
            .toList());
  }

  private static Production key(Production row) {
    return new Production(
        row.source(),
        row.mineral(),
        row.stage(),
        row.economy(),
        row.year(),
        row.basis(),
        null,
        null);
  }

  private static boolean same(Production before, Production now) {
    var known = before.tonnes();
    var told = now.tonnes();
    if (known == null || told == null) {
      return known == null && told == null && Objects.equals(before.reason(), now.reason());
    }
    return known.compareTo(told) == 0;
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
