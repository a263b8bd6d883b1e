package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.paid;
import static org.ecosec.investment.Api.pledge;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.progress;
import static org.ecosec.investment.Api.steward;
import static org.ecosec.investment.Api.transaction;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class ProgressTest {

  @Test
  void tenTrillionYenWithoutAnyFlowHasNoSource() {
    var id = newPledge("10000000000000", "JPY");
    allocate(newProject(), id, "1").statusCode(201);
    var answer =
        progress(id, "?on=2025-01-01")
            .body("status", equalTo("NO_SOURCE"))
            .body("reason", equalTo("NO_SOURCE"))
            .body("plan", notNullValue())
            .body("elapsed", notNullValue());
    for (var figure :
        List.of(
            "committed",
            "disbursed",
            "progress",
            "spi",
            "runRatePerYear",
            "requiredRunRatePerYear",
            "runRateCompletionOn")) {
      answer.body(figure, nullValue());
    }
  }

  @Test
  void aYearAtThePastRateIsTwoFifthsOfThePlan() {
    // USD 2.72 bn paid in the first year of 68 bn in ten years (3,653 days from 2024-01-01).
    var id = newPledge("68000000000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    for (var month : List.of("03", "06", "09", "12")) {
      paid(project, "680000000", "2024-" + month + "-15");
    }
    var year =
        progress(id, "?on=2025-01-01")
            .body("disbursed", comparesEqualTo(new BigDecimal("2720000000.00")))
            .body("committed", nullValue())
            .body("status", equalTo("OFF_TRACK"))
            .body("reason", nullValue())
            .body("flowsCounted", equalTo(4))
            .extract();
    // Plan 366/3653 = 0.100192; 65.28 bn in 3,287 days = 8.999316 years.
    BigDecimal spi = year.path("spi");
    assertThat(spi).isEqualByComparingTo("0.399235");
    BigDecimal required = year.path("requiredRunRatePerYear");
    assertThat(required).isCloseTo(new BigDecimal("7253885000"), within(new BigDecimal(1_000)));
    // 65.28 / 2.72 = 24 times the 366 days that the first part took.
    String done = year.path("runRateCompletionOn");
    assertThat(done).isEqualTo("2049-01-19");
  }

  @Test
  void laddersStandApartAndOnlyTheAllocatedShareCounts() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "0.25").statusCode(201);
    post("/transactions", transaction(project, "COMMITMENT", "400", "2024-02-01")).statusCode(201);
    post("/transactions", transaction(project, "COMMITMENT", "-40", "2024-03-01")).statusCode(201);
    post("/transactions", transaction(project, "EQUITY", "100", "2024-04-01")).statusCode(201);
    for (var none : List.of("EXPENDITURE", "GUARANTEE", "INCOMING_FUNDS", "PLEDGE")) {
      post("/transactions", transaction(project, none, "77", "2024-05-01")).statusCode(201);
    }
    progress(id, "?on=2024-12-31")
        .body("committed", comparesEqualTo(new BigDecimal("90.00")))
        .body("disbursed", comparesEqualTo(new BigDecimal("25.00")))
        .body("progress", comparesEqualTo(new BigDecimal("0.025")))
        .body("flowsCounted", equalTo(3))
        .body("notCounted", hasSize(1))
        .body("notCounted[0].reason", equalTo("ON_NO_LADDER"))
        .body("notCounted[0].transactions", equalTo(4));
  }

  @Test
  void aFlowCountsOnlyFromItsFinancierAndItsDay() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    paid(project, "7", "2023-12-31");
    post(
            "/transactions",
            transaction(
                Map.of(
                    "project",
                    project,
                    "type",
                    "DISBURSEMENT",
                    "amount",
                    "9",
                    "day",
                    "2024-06-01",
                    "financier",
                    "PUBLIC")))
        .statusCode(201);
    progress(id, "?on=2024-12-31")
        .body("status", equalTo("NO_SOURCE"))
        .body("notCounted.reason", equalTo(List.of("SCOPE_MISMATCH", "BEFORE_COUNTS_FROM")));
    paid(project, "5", "2024-01-01");
    progress(id, "?on=2024-12-31").body("disbursed", comparesEqualTo(new BigDecimal("5.00")));
    progress(id, "?on=2023-12-31").body("status", equalTo("NO_SOURCE"));
  }

  @Test
  void signedMoneyAloneIsNoDelivery() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    post("/transactions", transaction(project, "COMMITMENT", "400", "2024-02-01")).statusCode(201);
    progress(id, "?on=2025-01-01")
        .body("committed", comparesEqualTo(new BigDecimal("400.00")))
        .body("disbursed", nullValue())
        .body("progress", nullValue())
        .body("status", equalTo("NO_SOURCE"))
        .body("reason", equalTo("NO_DISBURSEMENTS"));
  }

  @Test
  void otherCurrenciesConvertAtTheMonthOfTheirValueDate() {
    rates("2024-02-01,Japan,150\n2024-02-01,India,75\n2024-03,Japan,100\n");
    var id = newPledge("10000", "JPY");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    flow(project, "INR", "10", "2024-02-20");
    flow(project, "USD", "2", "2024-02-20");
    flow(project, "USD", "2", "2024-03-20");
    flow(project, "JPY", "1000", "2024-03-20");
    // 10 rupees = 20 yen, 2 dollars = 300 yen in February and 200 in March, 1,000 yen.
    progress(id, "?on=2024-12-31")
        .body("disbursed", equalTo(1_520))
        .body("rateSet", equalTo("fed-h10"));
    flow(project, "INR", "1", "2024-03-20");
    progress(id, "?on=2024-12-31")
        .body("status", equalTo("NO_SOURCE"))
        .body("reason", equalTo("NO_RATE"))
        .body("disbursed", nullValue());
    rates("2024-03,India,50\n");
    progress(id, "?on=2024-12-31").body("disbursed", equalTo(1_522));
  }

  @Test
  void theSameAsOfGivesTheSameBytesWhateverIsPaidLater() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    paid(project, "5", "2024-01-01");
    var query = "/pledges/" + id + "/progress?asOf=" + Instant.now();
    var before = get(query).statusCode(200).extract();
    paid(project, "6", "2024-01-02");
    steward()
        .header("If-Match", "*")
        .body(pledge(id, "2000", "USD", "PRIVATE_INVESTMENT"))
        .put(Api.ROOT + "/pledges/" + id)
        .then()
        .statusCode(200);
    var after = get(query).statusCode(200).extract();
    assertThat(after.asString()).isEqualTo(before.asString());
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    progress(id, "").body("disbursed", comparesEqualTo(new BigDecimal("11.00")));
  }

  @Test
  void movingRatesAreShownApartFromProgress() {
    var rows = new StringBuilder();
    for (int month = 1; month <= 12; month++) {
      rows.append(
          "2019-%02d,South Korea,%d%n"
              .formatted(month, month == 3 ? 1_200 : 1_000)
              .replace("\r", ""));
    }
    rates(rows.toString());
    var id = fresh("pledge");
    post(
            "/pledges",
            pledge(id, "10000", "KRW", "PRIVATE_INVESTMENT").replace("2024-01-01", "2019-01-01"))
        .statusCode(201);
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    flow(project, "KRW", "2400", "2019-03-20");
    // 2,400 won are 2 dollars in March and 2.40 at the rate of the pledge; the year's mean is
    // (11 x 1,000 + 1,200) / 12 = 1,016.67.
    var bases = "inOtherCurrency.converted.find { it.basis == '%s' }.disbursed";
    progress(id, "?on=2019-12-31")
        .body("progress", comparesEqualTo(new BigDecimal("0.24")))
        .body("rateBasis", equalTo("VALUE_DATE_SPOT"))
        .body("inOtherCurrency.currency", equalTo("USD"))
        .body("inOtherCurrency.rateSet", equalTo("fed-h10"))
        .body("inOtherCurrency.pledged", comparesEqualTo(new BigDecimal("10.00")))
        .body("inOtherCurrency.pledgeDateRate", equalTo(1_000))
        .body(bases.formatted("VALUE_DATE_SPOT"), comparesEqualTo(new BigDecimal("2.00")))
        .body(bases.formatted("PLEDGE_DATE_CONSTANT"), comparesEqualTo(new BigDecimal("2.40")))
        .body(bases.formatted("ANNUAL_AVERAGE"), comparesEqualTo(new BigDecimal("2.36")))
        .body("inOtherCurrency.fxEffect", comparesEqualTo(new BigDecimal("-0.40")));
    progress(id, "?on=2019-12-31&currency=INR")
        .body("inOtherCurrency.reason", equalTo("NO_RATE"))
        .body("inOtherCurrency.fxEffect", nullValue())
        .body("progress", comparesEqualTo(new BigDecimal("0.24")));
    problem(get("/pledges/" + id + "/progress?currency=XQX"), 400, "bad-filter");
  }

  @Test
  void everyPlanIsShownBesideTheLinearOne() {
    var id = newPledge("68000000000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    for (var month : List.of("03", "06", "09", "12")) {
      paid(project, "680000000", "2024-" + month + "-15");
    }
    progress(id, "?on=2025-01-01")
        .body("plans.plan", equalTo(List.of("LINEAR", "RAMP", "S_CURVE")))
        .body("plans[0].spi", comparesEqualTo(new BigDecimal("0.399235")))
        .body("plans[0].status", equalTo("OFF_TRACK"))
        .body("plans[1].reason", equalTo("NO_PAST_RATE"));
    // k = 2.72 x 10.001369 / 68 = 0.400055; u = 366/3653: k u + (1 - k) u² = 0.046105.
    progress(id, "?on=2025-01-01&pastRatePerYear=2720000000")
        .body("plans[1].value", comparesEqualTo(new BigDecimal("0.046105")))
        .body("plans[1].status", equalTo("AT_RISK"))
        .body("plans[2].status", equalTo("ON_TRACK"))
        .body("status", equalTo("OFF_TRACK"));
    problem(get("/pledges/" + id + "/progress?pastRatePerYear=-1"), 400, "bad-filter");
  }

  @Test
  void theForecastBandIsTheSameForTheSameSeed() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    for (int month = 1; month <= 12; month++) {
      paid(project, String.valueOf(month % 3 * 5 + 1), "2024-%02d-15".formatted(month));
    }
    progress(id, "?on=2024-12-31").body("forecast.reason", equalTo("FEWER_THAN_12_MONTHS"));
    var band = progress(id, "?on=2025-01-20&seed=5");
    band.body("forecast.reason", nullValue())
        .body("forecast.months", equalTo(12))
        .body("forecast.horizonMonths", equalTo(108))
        .body("forecast.seed", equalTo(5));
    BigDecimal low = band.extract().path("forecast.progressAtEndP10");
    BigDecimal middle = band.extract().path("forecast.progressAtEndP50");
    BigDecimal high = band.extract().path("forecast.progressAtEndP90");
    // 6 a month for 120 months: about 0.72 of the pledge.
    assertThat(middle).isCloseTo(new BigDecimal("0.72"), within(new BigDecimal("0.1")));
    assertThat(low).isLessThan(middle);
    assertThat(high).isGreaterThan(middle);
    progress(id, "?on=2025-01-20&seed=5").body("forecast.progressAtEndP10", comparesEqualTo(low));
    progress(id, "?on=2027-01-20")
        .body("stale", equalTo(true))
        .body("lastFlowOn", equalTo("2024-12-15"));
  }

  @Test
  void whoMovesTheEndIsNotOnTrackByThatAlone() {
    var id = fresh("pledge");
    post(
            "/pledges",
            pledge(id, "1000", "USD", "PRIVATE_INVESTMENT").replace("2034-01-01", "2029-01-01"))
        .statusCode(201);
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    paid(project, "100", "2024-12-15");
    // 366 of 1,827 days: 0.1 / 0.200328 = 0.499180.
    progress(id, "?on=2025-01-01")
        .body("status", equalTo("OFF_TRACK"))
        .body("firstTerm", nullValue());
    var before = Instant.now();
    var moved = "{\"to\": \"%s\", \"reason\": \"land\", \"source\": \"a note\"}";
    problem(
        post("/pledges/" + id + "/rebaselinings", moved.formatted("2034-01-01")),
        428,
        "if-match-required");
    for (var wrong : List.of("2029-01-01", "2023-01-01")) {
      problem(rebaselined(id, moved.formatted(wrong)), 422, "bad-rebaselining");
    }
    rebaselined(id, moved.formatted("2034-01-01"))
        .statusCode(201)
        .body("to", equalTo("2034-01-01"))
        .body("amount", comparesEqualTo(new BigDecimal("1000")));
    // 366 of 3,653 days: 0.1 / 0.100192 = 0.998087, which would be on track.
    progress(id, "?on=2025-01-01")
        .body("status", equalTo("DELAYED_REBASELINED"))
        .body("reason", equalTo("END_WAS_MOVED"))
        .body("spi", comparesEqualTo(new BigDecimal("0.998087")))
        .body("firstTerm.to", equalTo("2029-01-01"))
        .body("firstTerm.movedDays", equalTo(1_826))
        .body("firstTerm.plan", comparesEqualTo(new BigDecimal("0.200328")))
        .body("firstTerm.spi", comparesEqualTo(new BigDecimal("0.499180")));
    progress(id, "?on=2025-01-01&asOf=" + before).body("status", equalTo("OFF_TRACK"));
    get("/pledges/" + id + "/rebaselinings")
        .body("items", hasSize(1))
        .body("items[0].before", equalTo("2029-01-01"))
        .body("items[0].reason", equalTo("land"));
    paid(project, "100", "2024-12-16");
    progress(id, "?on=2025-01-01").body("status", equalTo("ON_TRACK"));
  }

  private static ValidatableResponse rebaselined(String id, String body) {
    return steward()
        .header("If-Match", "*")
        .body(body)
        .post(Api.ROOT + "/pledges/" + id + "/rebaselinings")
        .then();
  }

  @Test
  void anUnknownPledgeAndABadDayAreProblems() {
    problem(get("/pledges/absent/progress"), 404, "no-such-pledge");
    problem(get("/pledges/" + newPledge("1", "USD") + "/progress?on=soon"), 400, "bad-day");
    problem(
        get("/pledges/" + newPledge("1", "USD") + "/progress?on=%2B99999-01-01"), 400, "bad-day");
    problem(get("/pledges/" + newPledge("1", "USD") + "/progress?asOf=soon"), 400, "bad-as-of");
  }

  private static void flow(String project, String currency, String amount, String day) {
    post(
            "/transactions",
            transaction(
                Map.of(
                    "id",
                    fresh("t"),
                    "project",
                    project,
                    "type",
                    "DISBURSEMENT",
                    "amount",
                    amount,
                    "day",
                    day,
                    "currency",
                    currency)))
        .statusCode(201);
  }

  private static void rates(String rows) {
    steward()
        .contentType("text/csv")
        .body("month,country,lcu_per_usd\n" + rows)
        .post(Api.ROOT + "/exchange-rates")
        .then()
        .statusCode(200)
        .body("rowsRejected", equalTo(0));
  }
}
