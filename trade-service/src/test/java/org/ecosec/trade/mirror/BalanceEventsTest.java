package org.ecosec.trade.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.imported;

import io.quarkus.test.junit.QuarkusTest;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.trade.Api;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class BalanceEventsTest {

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue\n";

  @Test
  void aWatchedPairsBalanceIsToldWhenItChangesAndOnlyThen() {
    var balances = new Topic("trade.balances.v1");
    var source = "balance-told";
    imported(
        HEADER + "1995,IND,JPN,X,TOTAL,5\n1995,IND,JPN,M,TOTAL,17\n1995,IND,SWE,M,TOTAL,9\n",
        source);
    imported(HEADER + "1995,IND,JPN,X,TOTAL,6\n", source);
    // News of another pair comes after all of them and shows that no more is told.
    imported(HEADER + "1995,JPN,IND,X,TOTAL,16\n", source);
    balances.await(
        1,
        record ->
            record.value().contains("\"economy\":\"JPN\"") && record.value().contains(source));
    var told =
        balances.now(
            record ->
                record.value().contains("\"economy\":\"IND\"") && record.value().contains(source));
    var last = Api.json(told.getLast().value());
    assertThat(last.get("exportsUsd").intValue()).isEqualTo(6);
    assertThat(last.get("importsUsd").intValue()).isEqualTo(17);
    assertThat(last.get("balanceUsd").intValue()).isEqualTo(-11);
    assertThat(last.get("partner").asText()).isEqualTo("JPN");
    assertThat(told.size()).isBetween(1, 3);
    assertThat(told)
        .allSatisfy(
            record ->
                assertThat(Contracts.violations("trade.balances.v1", record.value())).isEmpty());
  }
}
