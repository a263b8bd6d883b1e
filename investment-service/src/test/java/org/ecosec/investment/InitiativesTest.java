package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class InitiativesTest {

  @Test
  void whatIsNotPublishedIsNullAndCounted() {
    int before = items("NOT_ITEMISED");
    int neighbour = items("NO_PUBLISHED_DEADLINE");
    post("/initiatives", initiative("NOT_ITEMISED", "\"itemCount\": 41"))
        .statusCode(201)
        .body("itemCount", equalTo(41))
        .body("owner", nullValue())
        .body("deadline", nullValue());
    assertThat(items("NOT_ITEMISED")).isEqualTo(before + 41);
    assertThat(items("NO_PUBLISHED_DEADLINE")).isEqualTo(neighbour);
  }

  @Test
  void aDeadlineIsOnlyWhereOneIsPublished() {
    var deadline = "\"deadline\": \"2027-03-31\"";
    problem(
            post("/initiatives", initiative("NO_PUBLISHED_DEADLINE", deadline)),
            422,
            "bad-initiative")
        .body("errors[0].pointer", equalTo("/deadline"));
    problem(
        post("/initiatives", initiative("SCHEDULED", "\"owner\": \"A ministry\"")),
        422,
        "bad-initiative");
    post("/initiatives", initiative("SCHEDULED", deadline + ", \"nextStep\": \"Meet\""))
        .statusCode(201)
        .body("nextStep", equalTo("Meet"));
  }

  @Test
  void deliveredNeedsEvidence() {
    problem(
            post("/initiatives", initiative("DELIVERED", "\"owner\": \"A\"")),
            422,
            "bad-initiative")
        .body("errors[0].pointer", equalTo("/evidence"));
    problem(
        post("/initiatives", initiative("NOT_ITEMISED", "\"owner\": \"A\"")),
        422,
        "bad-initiative");
  }

  @Test
  void whatIsAgreedIsToldWithItsDeadlineAsTheContractSays() throws Exception {
    var id =
        post("/initiatives", initiative("SCHEDULED", "\"deadline\": \"2027-03-31\""))
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    var told = Topic.last("investment.initiatives.v1", id, 1);
    assertThat(told.path("deadline").asText()).isEqualTo("2027-03-31");
    assertThat(told.path("status").asText()).isEqualTo("SCHEDULED");
    assertThat(told.path("backfill").asBoolean()).isFalse();
  }

  private static int items(String status) {
    var counts = get("/initiatives/counts").statusCode(200).extract().jsonPath();
    Integer items = counts.get("find { it.status == '" + status + "' }?.items");
    return items == null ? 0 : items;
  }

  private static String initiative(String status, String more) {
    var id = fresh("initiative");
    return """
    {"id": "%s", "title": "A dialogue", "sector": null, "status": "%s", %s,
     "statements": [{"text": "a dialogue", "publisher": "the press", "publishedOn": null,
                     "amountAsQuoted": null, "note": null}],
     "handling": "PUBLIC", "notes": null}
    """
        .formatted(id, status, more);
  }
}
