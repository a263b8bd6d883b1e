package org.ecosec.trade.observation;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.trade.Files.imported;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.testing.Contracts;
import org.ecosec.trade.RealTrade;
import org.ecosec.trade.Topic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealTrade
class ImportModesTest {

  private static final String HEADER =
      "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt\n";
  private static final String ROWS =
      HEADER
          + "2018,JPN,NCL,M,260400,60,4\n2018,JPN,IDN,M,260400,40,3\n2019,JPN,NCL,M,260400,50,4\n";

  private final Database database;

  ImportModesTest(Database database) {
    this.database = database;
  }

  @Test
  void aCompleteFileWithdrawsWhatItLacksInTheSlicesThatItReports() {
    imported(ROWS, "mode-complete");
    complete(HEADER + "2018,JPN,NCL,M,260400,60,4\n", "mode-complete")
        .body("status", equalTo("COMPLETED"))
        .body("mode", equalTo("COMPLETE"))
        .body("rowsUnchanged", equalTo(1))
        .body("rowsDeleted", equalTo(1));
    assertThat(partners("mode-complete", "2018")).containsExactly("NCL");
    assertThat(partners("mode-complete", "2019")).containsExactly("NCL");
    var told =
        new Topic("trade.observations.v1")
            .await(3, news -> news.key().startsWith("mode-complete|")).stream()
                .map(ConsumerRecord::value)
                .toList();
    assertThat(told)
        .allMatch(news -> Contracts.violations("trade.observations.v1", news).isEmpty());
    assertThat(told).anyMatch(news -> news.contains("\"deleted\":1"));
  }

  @Test
  void aPartialFileWithdrawsNothing() {
    imported(ROWS, "mode-partial");
    imported(HEADER + "2018,JPN,NCL,M,260400,60,4\n", "mode-partial")
        .body("rowsDeleted", equalTo(0));
    assertThat(partners("mode-partial", "2018")).containsExactly("IDN", "NCL");
  }

  @Test
  void aCompleteFileWithARefusedRowChangesNothing() {
    imported(ROWS, "mode-refused");
    complete(HEADER + "2018,JPN,NCL,M,260400,61,4\n2018,JPN,IDN,M,260400,?,3\n", "mode-refused")
        .body("status", equalTo("FAILED"))
        .body("failure", containsString("withdrawal"))
        .body("rowsRejected", equalTo(1));
    assertThat(partners("mode-refused", "2018")).containsExactly("IDN", "NCL");
  }

  @Test
  void whatHasChangedSinceAnInstantIsAddedRevisedOrDeleted() {
    imported(ROWS, "mode-since");
    var before = Instant.now().toString();
    complete(HEADER + "2018,JPN,NCL,M,260400,61,4\n2018,JPN,PHL,M,260400,5,1\n", "mode-since");
    var middle = Instant.now().toString();
    imported(HEADER + "2019,JPN,NCL,M,260400,51,4\n", "mode-since");

    assertThat(changes("mode-since", Map.of("updatedAfter", before)))
        .containsExactly(
            "IDN 2018 DELETED", "NCL 2018 REVISED", "PHL 2018 ADDED", "NCL 2019 REVISED");
    assertThat(changes("mode-since", Map.of("updatedAfter", before, "asOf", middle)))
        .containsExactly("IDN 2018 DELETED", "NCL 2018 REVISED", "PHL 2018 ADDED");
    assertThat(changes("mode-since", Map.of("updatedAfter", middle)))
        .containsExactly("NCL 2019 REVISED");
    assertThat(changes("mode-since", Map.of("asOf", before)))
        .containsExactly("IDN 2018 null", "NCL 2018 null", "NCL 2019 null");
  }

  @Test
  void aFileOfTheSameLengthWithOneOtherValueIsNotTakenForTheSame() {
    imported(ROWS, "mode-digest");
    imported(ROWS, "mode-digest").body("rowsUnchanged", equalTo(3)).body("revision", nullValue());
    imported(ROWS.replace(",60,4", ",60,5"), "mode-digest")
        .body("rowsUnchanged", equalTo(2))
        .body("rowsRevised", equalTo(1));
    imported(ROWS.replace(",60,4", ",60,5"), "mode-digest").body("rowsUnchanged", equalTo(3));
    imported(ROWS, "mode-digest").body("rowsRevised", equalTo(1));
  }

  @Test
  void aRepeatedRowOfANewSliceIsRefusedAndTheFirstCounts() {
    imported(ROWS + "2018,JPN,IDN,M,260400,41,3\n", "mode-repeated")
        .body("rowsAccepted", equalTo(3))
        .body("rowsAdded", equalTo(3))
        .body("rowsRejected", equalTo(1));
    imported(ROWS, "mode-repeated").body("rowsUnchanged", equalTo(3));
  }

  @Test
  void twoFilesForOneSliceAtOnceAreBothTakenOneAfterTheOther() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var both =
          threads.invokeAll(
              List.of(
                  () -> imported(ROWS, "mode-race").extract().<String>path("status"),
                  () ->
                      imported(ROWS.replace("IDN", "PHL").replace(",60,4", ",62,4"), "mode-race")
                          .extract()
                          .<String>path("status")));
      for (var each : both) {
        assertThat(each.get()).isEqualTo("COMPLETED");
      }
    }
    assertThat(partners("mode-race", "2018")).containsExactly("IDN", "NCL", "PHL");
    assertThat(
            database.number(
                """
                select count(*) from (
                  select 1 from observation where to_revision is null
                  group by slice_id, product, partner having count(*) > 1) twice
                """))
        .isZero();
    assertThat(
            database.number(
                """
                select count(*) from slice s where source = 'mode-race' and open_rows <> (
                  select count(*) from observation o
                  where o.slice_id = s.id and o.to_revision is null)
                """))
        .isZero();
  }

  private static ValidatableResponse complete(String csv, String source) {
    return imported(
        csv.getBytes(UTF_8), Map.of("format", "comtrade", "source", source, "mode", "complete"));
  }

  private static List<String> partners(String source, String period) {
    return given()
        .queryParams(Map.of("source", source, "period", period))
        .get("/trade/v1/observations")
        .then()
        .extract()
        .path("items.partner");
  }

  private static List<String> changes(String source, Map<String, String> query) {
    List<Map<String, Object>> items =
        given()
            .queryParam("source", source)
            .queryParams(query)
            .get("/trade/v1/observations")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    return items.stream()
        .map(item -> item.get("partner") + " " + item.get("period") + " " + item.get("change"))
        .toList();
  }
}
