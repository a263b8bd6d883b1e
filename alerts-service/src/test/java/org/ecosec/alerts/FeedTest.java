package org.ecosec.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The feed as an independent reader of Atom takes it, and the morning's briefing. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class FeedTest {

  private final String product = Indicator.newProduct();

  @Test
  void theFeedIsAtomNewestFirstAndItsPagesMeetWithoutGapOrRepeat() throws Exception {
    for (int year = 2020; year < 2025; year++) {
      Indicator.of(product).period(Integer.toString(year)).publish();
    }
    Api.alert(product, 5);
    var ids = new ArrayList<String>();
    var path = "/alerts/v1/feed.atom?limit=2";
    for (int page = 0; page < 3; page++) {
      var feed = feed(path);
      assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
      assertThat(feed.getEntries()).hasSize(2).allMatch(entry -> entry.getUpdatedDate() != null);
      feed.getEntries().forEach(entry -> ids.add(entry.getUri()));
      path =
          feed.getLinks().stream()
              .filter(link -> link.getRel().equals("next"))
              .map(link -> URI.create(link.getHref()))
              .map(next -> next.getRawPath() + "?" + next.getRawQuery())
              .findFirst()
              .orElseThrow();
    }
    assertThat(new HashSet<>(ids)).hasSize(6);
    var alertId = Api.alert(product, 5).path("alertId").asText();
    assertThat(ids)
        .containsSubsequence(
            "urn:ecosec:alert:" + alertId + ":5",
            "urn:ecosec:alert:" + alertId + ":4",
            "urn:ecosec:alert:" + alertId + ":3");
  }

  @Test
  void whatAReaderHasIsNotSentAgain() {
    Indicator.of(product).publish();
    Api.alert(product, 1);
    var tag =
        given().get("/alerts/v1/feed.atom?limit=1").then().statusCode(200).extract().header("ETag");
    given().header("If-None-Match", tag).get("/alerts/v1/feed.atom?limit=1").then().statusCode(304);
    Indicator.of(product).period("2025").publish();
    Api.alert(product, 2);
    given().header("If-None-Match", tag).get("/alerts/v1/feed.atom?limit=1").then().statusCode(200);
  }

  @Test
  void aRestrictedAlertIsInNobodysFeedOrBriefingWhoIsNotCleared() {
    var measure = "hidden-" + product;
    Sample.of("trade.exposures.v1")
        .put("measureId", measure)
        .put("handling", "RESTRICTED")
        .publish(measure + "|JPN");
    Eventually.holds(
        "it is there for the cleared",
        () -> cleared("/alerts/v1/feed.atom?limit=50").contains(measure));
    assertThat(given().get("/alerts/v1/feed.atom?limit=50").asString()).doesNotContain(measure);
    assertThat(given().get("/alerts/v1/briefings?since=2020-01-01T00:00:00Z").asString())
        .doesNotContain(measure);
  }

  @Test
  void aBriefingSaysWhatChangedInAtMostTenItemsOrThatNothingDid() {
    Indicator.of(product).period("2023").publish();
    Api.alert(product, 1);
    var since = Clock.systemUTC().instant();
    var quiet = Api.get("/alerts/v1/briefings?since=" + since);
    assertThat(quiet.getString("summary")).isEqualTo("nothing changed");
    assertThat(quiet.getList("items")).isEmpty();
    var raised = Indicator.newProduct();
    Indicator.of(product).period("2023").hhi("0.80", "0.81").publish();
    Indicator.of(raised).publish();
    Api.alert(product, 2);
    Api.alert(raised, 1);
    var brief = Api.get("/alerts/v1/briefings?since=" + since);
    assertThat(brief.getString("summary")).isEqualTo("2 things changed");
    assertThat(brief.getList("items.kind")).isEqualTo(List.of("CHANGED_VERDICT", "REVISION"));
    for (int i = 0; i < 10; i++) {
      var another = Indicator.newProduct();
      Indicator.of(another).publish();
      Api.alert(another, 1);
    }
    var full = Api.get("/alerts/v1/briefings?since=" + since);
    assertThat(full.getList("items")).hasSize(10);
    assertThat(full.getInt("more")).isEqualTo(2);
    given()
        .get("/alerts/v1/briefings?since=tomorrow")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ecosec:problem:bad-since"));
  }

  private static SyndFeed feed(String path) throws FeedException {
    var answer = given().get(path).then().statusCode(200).contentType("application/atom+xml");
    return new SyndFeedInput().build(new StringReader(answer.extract().asString()));
  }

  private static String cleared(String path) {
    return given()
        .header("Authorization", Tokens.bearer("reader", "RESTRICTED"))
        .get(path)
        .asString();
  }
}
