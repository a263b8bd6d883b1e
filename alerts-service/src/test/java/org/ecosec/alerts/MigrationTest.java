package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.ecosec.platform.testing.RealServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What an earlier version stored is carried over. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class MigrationTest {

  private static final String DATABASE = "alerts_of_an_earlier_version";
  private static final String BEFORE =
      """
      insert into rule_version values ('concentration', 1, '{}', 'shipped', now());
      insert into rule_version values ('concentration', 2, '{}', 'O"Neil', now());
      insert into alert (id, fingerprint, state, sequence, rule_id, rule_version, kind, severity, title,
        body, importer, partner, products, sectors, figures, handling, raised_at, changed_at,
        acknowledged_at, acknowledged_by)
      values ('00000000-0000-0000-0000-000000000001', 'a', 'ACKNOWLEDGED', 2, 'concentration', 1,
        'CONCENTRATION', 'INFO', 'a', 'b', 'JPN', 'CHN', '{}', '{}', '{}', 'PUBLIC', now(), now(), now(), 'O"Neil'),
        ('00000000-0000-0000-0000-000000000002', 'b', 'RAISED', 1, 'silence-ending', 1,
        'SILENCE', 'INFO', 'A silence of suzuki ends', 'b', null, null, '{}', '{}', '{}', 'PUBLIC', now(), now(), null, null);
      insert into alert_event (alert_id, sequence, revision, change, reason, payload, evidence, handling, at)
      values ('00000000-0000-0000-0000-000000000001', 2, 1, 'ACKNOWLEDGED', 'ACKNOWLEDGED', '{}',
        '{"by":"O\\"Neil","decidedAt":"x"}', 'PUBLIC', now());
      insert into silence (id, author, reason, scope, starts_at, ends_at, ended_by, created_at)
      values (gen_random_uuid(), 'suzuki', 'known', '{}', now(), now(), 'O"Neil', now());
      insert into subscription (id, owner, filter, handling, channel, state, created_at, changed_at)
      values (gen_random_uuid(), 'suzuki', '{}', 'PUBLIC', 'WEBHOOK', 'ACTIVE', now(), now()),
        (gen_random_uuid(), '', '{}', 'PUBLIC', 'WEBHOOK', 'DELETED', now(), now());
      """;

  @Test
  void namesBecomeOpaqueIdsThatLeadToThemInOneTable() throws SQLException {
    execute("alerts", "drop database if exists " + DATABASE);
    execute("alerts", "create database " + DATABASE);
    migrate("1022");
    execute(DATABASE, BEFORE);
    migrate("latest");
    assertThat(one("select count(*) from ledger_person where name in ('suzuki', 'O\"Neil')"))
        .isEqualTo("2");
    assertThat(one("select p.name from alert a join ledger_person p on p.id = a.acknowledged_by"))
        .isEqualTo("O\"Neil");
    assertThat(
            one(
                "select author.name || ended.name from silence s join ledger_person author on"
                    + " author.id = s.author join ledger_person ended on ended.id = s.ended_by"))
        .isEqualTo("suzukiO\"Neil");
    assertThat(
            one(
                "select string_agg(coalesce(p.name, '-'), ' ' order by s.state) from subscription s"
                    + " left join ledger_person p on p.id = s.owner"))
        .isEqualTo("suzuki -");
    assertThat(
            one(
                "select string_agg(coalesce(p.name, 'shipped'), ' ' order by version) from"
                    + " rule_version v left join ledger_person p on p.id = v.created_by"))
        .isEqualTo("shipped O\"Neil");
    assertThat(
            one(
                "select (e.evidence::json ->> 'by') = a.acknowledged_by::text from alert_event e join"
                    + " alert a on a.id = e.alert_id"))
        .isEqualTo("t");
    assertThat(one("select title from alert where kind = 'SILENCE'")).doesNotContain("suzuki");
    assertThat(one("select economies from alert where importer = 'JPN'")).isEqualTo("{CHN,JPN}");
    execute("alerts", "drop database " + DATABASE);
  }

  private static void migrate(String target) {
    var servers = RealServers.servers();
    Flyway.configure()
        .dataSource(
            servers.jdbcServer() + DATABASE, servers.superuser(), servers.superuserPassword())
        .locations("db/platform", "db/migration")
        .outOfOrder(true)
        .target(target)
        .load()
        .migrate();
  }

  private static void execute(String database, String sql) throws SQLException {
    var servers = RealServers.servers();
    try (var connection =
            DriverManager.getConnection(
                servers.jdbcServer() + database, servers.superuser(), servers.superuserPassword());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String one(String sql) throws SQLException {
    var servers = RealServers.servers();
    try (var connection =
            DriverManager.getConnection(
                servers.jdbcServer() + DATABASE, servers.superuser(), servers.superuserPassword());
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
