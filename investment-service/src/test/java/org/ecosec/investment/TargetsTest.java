package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.ROOT;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.problem;
import static org.ecosec.investment.Api.steward;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class TargetsTest {

  @Test
  void withoutAPublishedFigureThereIsNoSource() {
    var id = fresh("exchange");
    post("/targets", target(id, "500000", "null", "null"))
        .statusCode(201)
        .body("actual", nullValue())
        .body("status", equalTo("NO_SOURCE"))
        .body("reason", equalTo("NO_SOURCE"));
  }

  @Test
  void aTargetIsANumberOfThisWorld() {
    for (var size : List.of("0", "-1", "1e25", "1e2000000000", "0.0000001")) {
      problem(post("/targets", target(fresh("t"), size, "null", "null")), 422, "bad-target")
          .body("errors[0].pointer", equalTo("/target"));
    }
  }

  @Test
  void thePartStaysInsideTheWhole() {
    var whole = fresh("exchange");
    post("/targets", target(whole, "500000", "null", "null")).statusCode(201);
    var part = fresh("skilled");
    post("/targets", target(part, "50000", "null", '"' + whole + '"'))
        .statusCode(201)
        .body("partOf", equalTo(whole));
    problem(
            post("/targets", target(fresh("t"), "500001", "null", '"' + whole + '"')),
            422,
            "bad-part")
        .body("errors[0].pointer", equalTo("/target"));
    problem(post("/targets", target(fresh("t"), "5", "null", '"' + part + '"')), 422, "bad-part");
    problem(post("/targets", target(fresh("t"), "5", "null", "\"absent\"")), 422, "bad-part");
  }

  @Test
  void aPublishedFigureIsAChangeThatKeepsWhatWasSaid() {
    var id = fresh("exchange");
    post("/targets", target(id, "100", "null", "null")).statusCode(201);
    var asOf = Instant.now();
    var before = get("/targets/" + id + "?asOf=" + asOf).extract().asString();
    steward()
        .header("If-Match", get("/targets/" + id).extract().header("ETag"))
        .body(target(id, "100", "100", "null"))
        .put(ROOT + "/targets/" + id)
        .then()
        .statusCode(200)
        .body("status", equalTo("MET"))
        .body("reason", nullValue());
    assertThat(get("/targets/" + id + "?asOf=" + asOf).extract().asString()).isEqualTo(before);
  }

  private static String target(String id, String target, String actual, String partOf) {
    return """
    {"id": "%s", "title": "Persons exchanged", "unit": "persons", "target": %s, "actual": %s,
     "from": "2025-08-29", "to": "2030-08-29", "partOf": %s, "handling": "PUBLIC",
     "source": "the action plan", "notes": null}
    """
        .formatted(id, target, actual, partOf);
  }
}
