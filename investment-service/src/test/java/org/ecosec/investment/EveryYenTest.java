package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.fresh;
import static org.ecosec.investment.Api.get;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.pledge;
import static org.ecosec.investment.Api.post;
import static org.ecosec.investment.Api.project;
import static org.ecosec.investment.Api.transaction;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random ledgers against an oracle that adds up the listed transactions one by one: what the
 * service answers is that sum, from the sums that the database keeps and from the ledger of an
 * instant.
 */
@QuarkusTest
@RealInvestment
class EveryYenTest {

  private record Node(String id, int parent) {}

  @RepeatedTest(6)
  void progressIsTheSumOfTransactionsThatCountOnce(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var pledge = newPledge("1000000", "USD");
    var tree = tree(random);
    var share = BigDecimal.valueOf(1 + random.nextInt(100), 2);
    allocate(tree.getFirst().id(), pledge, share.toPlainString()).statusCode(201);
    record(random, tree, 12);
    var then = Instant.now();
    var known = delivered(tree, share);
    record(random, tree, 6);
    assertThat(disbursed(pledge, "")).isEqualByComparingTo(delivered(tree, share));
    assertThat(disbursed(pledge, "&asOf=" + then)).isEqualByComparingTo(known);
  }

  @RepeatedTest(3)
  void whatTheMonthsSayIsWhatTheLedgerSaysOnWhateverDay(RepetitionInfo repetition) {
    var random = new Random(100 + repetition.getCurrentRepetition());
    var pledge = fresh("pledge");
    post(
            "/pledges",
            pledge(pledge, "1000000", "USD", "PRIVATE_INVESTMENT")
                .replace("\"countsFrom\": \"2024-01-01\"", "\"countsFrom\": \"2024-03-12\""))
        .statusCode(201);
    var tree = tree(random);
    allocate(tree.getFirst().id(), pledge, "0.37").statusCode(201);
    record(random, tree, 25, () -> "-%02d".formatted(1 + random.nextInt(28)));
    var questions =
        List.of(
            "/pledges/" + pledge + "/progress?on=2024-09-30",
            "/pledges/" + pledge + "/progress?on=2024-05-14",
            "/pledges/" + pledge + "/progress?on=2024-03-12",
            "/portfolio?by=SECTOR&on=2024-05-14&pledgeId=" + pledge,
            "/portfolio?by=PARTY&on=2024-09-30&pledgeId=" + pledge,
            "/portfolio?by=YEAR&currency=USD&on=2100-01-01&pledgeId=" + pledge);
    var summed = questions.stream().map(EveryYenTest::answer).toList();
    var then = Instant.now();
    post("/projects", project(fresh("later"))).statusCode(201);
    var ledger = questions.stream().map(one -> answer(one + "&asOf=" + then)).toList();
    assertThat(ledger).isEqualTo(summed);
  }

  private static String answer(String question) {
    return get(question).statusCode(200).extract().asString();
  }

  private static List<Node> tree(Random random) {
    var tree = new ArrayList<Node>();
    for (int i = 0; i < 4; i++) {
      int parent = i == 0 ? -1 : random.nextInt(i);
      var id = fresh("node");
      var body = project(id);
      post(
              "/projects",
              parent < 0
                  ? body
                  : body.replaceFirst("\\{", "{\"parentId\": \"" + tree.get(parent).id() + "\","))
          .statusCode(201);
      tree.add(new Node(id, parent));
    }
    return tree;
  }

  private static void record(Random random, List<Node> tree, int entries) {
    record(random, tree, entries, () -> "-11");
  }

  private static void record(
      Random random, List<Node> tree, int entries, Supplier<String> dayOfMonth) {
    var types = List.of("DISBURSEMENT", "EQUITY", "COMMITMENT", "EXPENDITURE", "INCOMING_FUNDS");
    for (int i = 0; i < entries; i++) {
      var body =
          transaction(
              tree.get(random.nextInt(tree.size())).id(),
              types.get(random.nextInt(types.size())),
              String.valueOf(1 + random.nextInt(1_000)),
              "2024-0" + (1 + random.nextInt(9)) + dayOfMonth.get());
      var key = "\"eventKey\": \"" + tree.getFirst().id() + random.nextInt(4) + "\",";
      String id =
          post("/transactions", random.nextInt(3) == 0 ? body.replaceFirst("\\{", "{" + key) : body)
              .statusCode(201)
              .extract()
              .path("id");
      if (random.nextInt(5) == 0) {
        post("/transactions/" + id + "/reversals", "{\"reason\": \"r\", \"source\": \"s\"}")
            .statusCode(201);
      }
    }
  }

  private static BigDecimal disbursed(String pledge, String query) {
    BigDecimal sum =
        get("/pledges/" + pledge + "/progress?on=2024-12-31" + query)
            .statusCode(200)
            .extract()
            .path("disbursed");
    return sum == null ? BigDecimal.ZERO : sum;
  }

  /** One by one: a node counts if no part of it has a payment that is not a duplicate. */
  private static BigDecimal delivered(List<Node> tree, BigDecimal share) {
    var paid = new HashMap<Integer, BigDecimal>();
    for (int i = 0; i < tree.size(); i++) {
      List<Map<String, Object>> entries =
          get("/transactions?limit=1000&projectId=" + tree.get(i).id()).extract().path("items");
      for (var entry : entries) {
        boolean pays = List.of("DISBURSEMENT", "EQUITY").contains(entry.get("type"));
        if (pays && entry.get("sameAs") == null) {
          paid.merge(
              i,
              new BigDecimal(Objects.requireNonNull(entry.get("amount")).toString()),
              BigDecimal::add);
        }
      }
    }
    var sum = BigDecimal.ZERO;
    for (var node : paid.entrySet()) {
      if (paid.keySet().stream().noneMatch(part -> isPart(tree, part, node.getKey()))) {
        sum = sum.add(node.getValue());
      }
    }
    return sum.multiply(share).setScale(2, RoundingMode.HALF_UP);
  }

  private static boolean isPart(List<Node> tree, int part, int whole) {
    int above = tree.get(part).parent();
    while (above >= 0) {
      if (above == whole) {
        return true;
      }
      above = tree.get(above).parent();
    }
    return false;
  }
}
