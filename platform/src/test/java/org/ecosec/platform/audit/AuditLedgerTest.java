package org.ecosec.platform.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecosec.platform.ledger.ChainVerification;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Broken;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Valid;
import org.ecosec.platform.sql.Database;
import org.ecosec.platform.testing.RealServers;
import org.ecosec.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealServers.class,
    initArgs = @ResourceArg(name = "database", value = "platform"))
class AuditLedgerTest {

  private final AuditLedger ledger;
  private final Database database;

  AuditLedgerTest(AuditLedger ledger, Database database) {
    this.ledger = ledger;
    this.database = database;
  }

  @Test
  void writersAtTheSameTimeMakeOneChainWithoutGaps() throws IOException {
    var before = entries();
    IntStream.range(0, 40).parallel().forEach(n -> record("things/" + n % 4));
    assertThat(entries()).isEqualTo(before + 40);
    assertThat(verification(export())).isEqualTo(new Valid(before + 40, lastHash()));
  }

  @Test
  void whatWasRolledBackLeavesNoEntry() {
    var before = entries();
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          ledger.record("CREATED", "things/never", Map.of());
                          throw new IllegalStateException("the act failed");
                        }))
        .hasMessageContaining("the act failed");
    assertThat(entries()).isEqualTo(before);
  }

  @Test
  void theApplicationCanNeitherChangeNorRemoveAnEntry() {
    record("things/final");
    assertThatThrownBy(() -> database.update("update audit_entry set actor = 'somebody else'"))
        .hasStackTraceContaining("are final");
    assertThatThrownBy(() -> database.update("delete from audit_entry"))
        .hasStackTraceContaining("are final");
  }

  @Test
  void anExportThatWasForgedIsFoundOut() throws IOException {
    record("things/forged");
    var forged = export().replace("\"subject\":\"things/forged\"", "\"subject\":\"things/other\"");
    assertThat(verification(forged)).isInstanceOf(Broken.class);
  }

  @Test
  void aClearedOperatorReadsOneSubjectsEntriesAndNobodyElseDoes() {
    record("things/read");
    record("things/unread");
    given()
        .header("Authorization", Tokens.bearer("operator", "RESTRICTED"))
        .queryParam("subject", "things/read")
        .get("/sample/v1/audit-entries")
        .then()
        .statusCode(200)
        .body(
            "items.content.subject",
            org.hamcrest.Matchers.everyItem(org.hamcrest.Matchers.is("things/read")))
        .body("items[0].content.actor", org.hamcrest.Matchers.is("system"))
        .body("items[0].content.details.amount", org.hamcrest.Matchers.is(1.5f));
    given()
        .header("Authorization", Tokens.bearer("steward", "RESTRICTED"))
        .get("/sample/v1/audit-entries")
        .then()
        .statusCode(403);
    given()
        .header("Authorization", Tokens.bearer("operator", "PARTNER"))
        .get("/sample/v1/audit-entries/export")
        .then()
        .statusCode(403)
        .body("type", org.hamcrest.Matchers.endsWith("not-cleared"));
  }

  private void record(String subject) {
    QuarkusTransaction.requiringNew()
        .run(() -> ledger.record("CREATED", subject, Map.of("amount", new BigDecimal("1.50"))));
  }

  private long entries() {
    return database.number("select count(*) from audit_entry");
  }

  private String lastHash() {
    return ledger.after(entries() - 1, null, 1).getFirst().hash();
  }

  private static String export() {
    return given()
        .header("Authorization", Tokens.bearer("operator", "RESTRICTED"))
        .get("/sample/v1/audit-entries/export")
        .asString();
  }

  private static ChainVerification.Outcome verification(String export) throws IOException {
    return ChainVerification.of(new BufferedReader(new StringReader(export)));
  }
}
