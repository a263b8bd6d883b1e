package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.steward;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class ExchangeRatesTest {

  private static final String HEADER = "month,country,lcu_per_usd\n";

  @Test
  void aSecondImportOfTheSameFileChangesNothing() {
    var set = fresh("set");
    var file = HEADER + "2025-01-01,Japan,156.48\n2025-02-01,Japan,151.96\n";
    take(set, file).statusCode(200).body("rowsAccepted", equalTo(2));
    var asOf = Instant.now();
    var before = get("/exchange-rates?rateSet=" + set).extract().asString();
    take(set, file).body("rowsUnchanged", equalTo(2)).body("rowsRevised", equalTo(0));
    assertThat(get("/exchange-rates?rateSet=" + set).extract().asString()).isEqualTo(before);
    take(set, file.replace("151.96", "152")).body("rowsRevised", equalTo(1));
    assertThat(get("/exchange-rates?rateSet=" + set + "&asOf=" + asOf).extract().asString())
        .isEqualTo(before);
    get("/exchange-rates?rateSet=" + set)
        .body("items", hasSize(2))
        .body("items[1].lcuPerUsd", equalTo(152));
  }

  @Test
  void goodRowsAreKeptAndBadOnesListed() {
    var set = fresh("set");
    take(set, HEADER + "2025-01-01,Japan,156.48\nJanuary,Japan,1\n")
        .statusCode(200)
        .body("rowsRead", equalTo(2))
        .body("rowsRejected", equalTo(1))
        .body("rejects[0].line", equalTo(3))
        .body("rejects[0].code", equalTo("BAD_PERIOD"));
    get("/exchange-rates?rateSet=" + set + "&currency=JPY")
        .body("items", hasSize(1))
        .body("items[0].month", equalTo("2025-01"));
  }

  @Test
  void whatIsNoRateFileIsAProblem() {
    problem(take("s", ""), 422, "empty-file");
    problem(take("s", "a;b\n"), 422, "empty-file");
    problem(take("s", "a;b\n1;2\n"), 422, "wrong-header");
    problem(take("Not A Slug", HEADER), 422, "bad-rate-set");
    problem(
        steward()
            .contentType("text/csv")
            .body(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})
            .post(ROOT + "/exchange-rates")
            .then(),
        400,
        "not-utf-8");
    problem(
        steward().body("{}").post(ROOT + "/exchange-rates").then(), 415, "unsupported-media-type");
  }

  private static ValidatableResponse take(String set, String csv) {
    return steward()
        .contentType("text/csv")
        .queryParam("rateSet", set)
        .body(csv)
        .post(ROOT + "/exchange-rates")
        .then();
  }
}
