package org.ecosec.trade.production;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.ReferenceCsv;
import org.jspecify.annotations.Nullable;

/** Takes in governance scores: a file replaces what is known, and what was known stays readable. */
@ApplicationScoped
class GovernanceLoad {

  static final String SHIPPED = "World Bank, Worldwide Governance Indicators 2023 update";
  private static final int SHIPPED_YEAR = 2022;

  private final Database database;
  private final Governance governance;
  private final Economies economies;
  private final Revisions revisions;
  private final AuditLedger audit;

  GovernanceLoad(
      Database database,
      Governance governance,
      Economies economies,
      Revisions revisions,
      AuditLedger audit) {
    this.database = database;
    this.governance = governance;
    this.economies = economies;
    this.revisions = revisions;
    this.audit = audit;
  }

  /** How many economies have another score now; {@code revision} is null if none has. */
  public record Outcome(int scores, int changed, @Nullable Long revision) {}

  /** What ships, once: a steward's later scores stand. */
  @Transactional
  void loadShipped(@Observes StartupEvent event) {
    revisions.begin();
    if (database.number("select count(*) from governance_score") == 0) {
      insert(
          ReferenceCsv.read("governance.csv").stream()
              .map(
                  row ->
                      new GovernanceScore(
                          row.getField("economy"),
                          SHIPPED,
                          SHIPPED_YEAR,
                          new BigDecimal(row.getField("score"))))
              .toList(),
          0);
    }
  }

  @Transactional
  Outcome load(byte[] body) {
    var file = GovernanceFile.read(body, economies);
    long revision = revisions.begin();
    var known = new HashMap<String, GovernanceScore>();
    governance
        .find(revision, "", Integer.MAX_VALUE)
        .forEach(score -> known.put(score.economy(), score));
    var opened = new ArrayList<GovernanceScore>();
    var unchanged = new ArrayList<String>();
    for (GovernanceScore score : file.scores()) {
      if (same(known.get(score.economy()), score)) {
        unchanged.add(score.economy());
      } else {
        opened.add(score);
      }
    }
    known.keySet().removeAll(unchanged);
    if (opened.isEmpty() && known.isEmpty()) {
      return new Outcome(file.scores().size(), 0, null);
    }
    database.update(
        "update governance_score set to_revision = ? where economy = any(?) and to_revision is null",
        revision,
        known.keySet());
    insert(opened, revision);
    audit.record("IMPORTED", "governance", Map.of("revision", revision));
    revisions.publish(revision);
    known.keySet().removeAll(opened.stream().map(GovernanceScore::economy).toList());
    return new Outcome(file.scores().size(), opened.size() + known.size(), revision);
  }

  private static boolean same(@Nullable GovernanceScore known, GovernanceScore told) {
    return known != null
        && known.source().equals(told.source())
        && known.year() == told.year()
        && known.score().compareTo(told.score()) == 0;
  }

  private void insert(List<GovernanceScore> scores, long revision) {
    database.updateAll(
        """
        insert into governance_score (economy, source, year, score, from_revision)
        values (?, ?, ?, ?, ?)
        """,
        scores.stream()
            .map(
                score ->
                    new @Nullable Object[] {
                      score.economy(), score.source(), score.year(), score.score(), revision
                    })
            .toList());
  }
}
