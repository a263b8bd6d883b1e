package org.ecosec.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.platform.testing.RealServers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of the contracts are what this service reads. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class ContractsTest {

  @ParameterizedTest
  @CsvSource({
    "trade.indicators.v1, JPN|HS|2504",
    "trade.anomalies.v1, CHN|JPN|EXPORT|HS|250410",
    "trade.diversions.v1, CHN|THA|JPN|HS|282580",
    "trade.balances.v1, IND|JPN|HS|TOTAL",
    "investment.milestones.v1, mahsr-opening",
    "investment.targets.v1, people-exchange-2025",
    "investment.initiatives.v1, semiconductor-supply-chain-dialogue",
    "trade.measures.v1, chn-graphite-permits-2023",
    "trade.exposures.v1, chn-graphite-permits-2023|JPN",
    "trade.sources.v1, un-comtrade-minerals",
    "investment.projects.v1, toyota-tsusho-rare-earth-refinery",
    "investment.progress.v1, jpy-10-trillion-2025"
  })
  void theSampleIsTakenAndAnAddedFieldIsLeftAlone(String topic, String key) {
    Broker.publish(topic, key, Contracts.sample(topic));
    var added = Contracts.sample(topic).replaceFirst("\\{", "{\"addedLater\": {\"deep\": [1]},");
    Broker.publish(topic, key, added);
    Eventually.holds(topic + " is kept", () -> added.equals(kept(topic, key)));
    Broker.publish(topic + ".dlq", key, "end");
    assertThat(Broker.read(topic + ".dlq", key, 1))
        .extracting(record -> record.value())
        .containsExactly("end");
  }

  private static String kept(String topic, String key) {
    var servers = RealServers.servers();
    var sql =
        "select payload from signal_copy where topic = ? and record_key = ? and to_revision is null";
    try (var connection =
            DriverManager.getConnection(
                servers.jdbcServer() + "alerts", servers.superuser(), servers.superuserPassword());
        var select = connection.prepareStatement(sql)) {
      select.setString(1, topic);
      select.setString(2, key);
      try (var row = select.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }
}
