package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.progress;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped reference record is taken as it stands, one POST an item. */
@QuarkusTest
@RealInvestment
class ReferenceRecordTest {

  private static final Path RECORD = Path.of("../journeys/src/main/resources/reference");
  private static boolean loaded;

  @BeforeEach
  void load() throws IOException {
    if (!loaded) {
      for (var kind :
          new String[] {"pledges", "projects", "milestones", "targets", "initiatives"}) {
        JsonNode items = new ObjectMapper().readTree(RECORD.resolve(kind + ".json").toFile());
        for (JsonNode item : items) {
          post("/" + kind + "?backfill=true", item.toString()).statusCode(201);
        }
        assertThat(items).isNotEmpty();
      }
      loaded = true;
    }
  }

  @Test
  void thePledgesKeepTheirWordingsApartFromTheirAmount() {
    get("/pledges/jpy-10-trillion-2025")
        .body("amount", equalTo(10_000_000_000_000L))
        .body("extends", hasItem("jpy-5-trillion-2022"))
        .body("overlaps", hasItem("jpy-5-trillion-2022"));
    get("/pledges/jpy-10-trillion-2025/statements")
        .body("items.amountAsQuoted", hasItems("USD 68 bn", "USD 67.9 bn", "JPY 7-10 trillion"));
  }

  @Test
  void nothingIsKnownOfTheirProgress() {
    for (var id :
        new String[] {"jpy-10-trillion-2025", "jpy-5-trillion-2022", "jpy-3-5-trillion-2014"}) {
      progress(id, "").body("status", equalTo("NO_SOURCE")).body("progress", nullValue());
    }
    progress("jpy-5-trillion-2022", "?on=2025-08-29")
        .body("plan", comparesEqualTo(new BigDecimal("0.732055")));
  }

  @Test
  void theRefineryProducesWhatTheRareEarthMeasuresCover() {
    get("/projects?limit=1000&product=280530")
        .body("items.id", hasItem("toyota-tsusho-rare-earth-refinery"))
        .body(
            "items.find { it.id == 'toyota-tsusho-rare-earth-refinery' }.products.link",
            equalTo(List.of("PRODUCES", "PRODUCES")));
    get("/projects?product=270900").body("items", hasSize(0));
  }

  @Test
  void theHighSpeedRailHasSlippedFromItsFirstPlanWithinTheBoundsOfItsYears() {
    // METHODS: 1,796 days planned, 4,126 now, ratio 2.30.
    get("/milestones/mahsr-opening/schedule?on=2026-01-15")
        .statusCode(200)
        .body("status", equalTo("DELAYED_REBASELINED"))
        .body("slippageDays", equalTo(2_330))
        .body("slippageDaysAtLeast", equalTo(1_827))
        .body("slippageDaysAtMost", equalTo(2_556))
        .body("slippageBasis", equalTo("REBASELINED"))
        .body("plannedDurationDays", equalTo(1_796))
        .body("expectedDurationDays", equalTo(4_126))
        .body("durationRatio", comparesEqualTo(new BigDecimal("2.297327")));
    get("/milestones/mahsr-opening/outside-view").body("reason", equalTo("NO_REFERENCE_CLASS"));
    get("/milestones/mahsr-opening/rebaselinings")
        .body("items", hasSize(1))
        .body("items[0].beforeOn", equalTo("2022-08-15"))
        .body("items[0].beforePrecision", equalTo("YEAR"));
  }

  @Test
  void thePledgesDoubleInYenAndNotInDollarsAndAreNotComparable() {
    var three = "jpy-3-5-trillion-2014,jpy-5-trillion-2022,jpy-10-trillion-2025";
    var later = "pairs.find { it.earlier == 'jpy-5-trillion-2022' }.";
    get("/pledges/comparisons?on=2026-01-15&pledges=" + three)
        .statusCode(200)
        .body("comparable", equalTo(false))
        .body("reason", equalTo("SCOPES_DIFFER"))
        .body("pledges.scope", hasSize(3))
        .body("pledges.progress", everyItem(nullValue()))
        .body("pairs", hasSize(3))
        .body(later + "relation", equalTo("EXTENDS"))
        // 29 August 2025 to 31 December 2026, both included.
        .body(later + "sharedDays", equalTo(490))
        .body(later + "warning", nullValue())
        .body(
            later + "ratios.find { it.basis == 'AS_PLEDGED' }.ratio",
            comparesEqualTo(new BigDecimal("2")))
        // 68 over 42 billion dollars, as quoted.
        .body(
            later + "ratios.find { it.basis == 'AS_QUOTED' }.ratio",
            comparesEqualTo(new BigDecimal("1.619048")));
    problem(
        get("/pledges/comparisons?measure=PROGRESS&pledges=" + three),
        422,
        "scopes-not-comparable");
    problem(get("/pledges/comparisons?pledges=jpy-5-trillion-2022"), 400, "bad-filter");
    problem(get("/pledges/comparisons?pledges=jpy-5-trillion-2022,absent"), 404, "no-such-pledge");
  }

  @Test
  void theSkilledAreInsideTheExchangesAndTheInitiativesAreCounted() {
    get("/targets/people-exchange-skilled-2025")
        .body("target", equalTo(50_000))
        .body("partOf", equalTo("people-exchange-2025"));
    get("/initiatives/security-cooperation-declaration")
        .body("status", equalTo("NOT_ITEMISED"))
        .body("itemCount", equalTo(41));
  }
}
