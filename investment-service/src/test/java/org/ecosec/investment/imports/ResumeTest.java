package org.ecosec.investment.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.ecosec.investment.RealInvestment;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class ResumeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject FileImport fileImport;
  @Inject MergeQueue merges;
  @Inject Database database;

  /** As a crash right after the answer 202 leaves it: stored whole, and nobody at work on it. */
  @Test
  void aStoredFileThatNobodyMergesIsTakenUpAgain() {
    var project = "project-" + UUID.randomUUID();
    var id = staged(project);
    assertThat(status(id)).isEqualTo("RUNNING");
    given().get("/investment/v1/projects/" + project).then().statusCode(404);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (status(id).equals("RUNNING") && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(status(id)).isEqualTo("COMPLETED");
    given().get("/investment/v1/projects/" + project).then().statusCode(200);
    assertThat(left(id)).isZero();
    assertThat(
            database.number(
                "select count(*) from audit_entry where act = 'IMPORTED' and subject = ?"
                    + " and content::text like '%a steward%'",
                "imports/" + id))
        .isOne();
  }

  /** Several replicas take up the same file: it is merged once. */
  @Test
  void aFileThatIsQueuedTwiceIsMergedOnce() {
    var project = "project-" + UUID.randomUUID();
    var id = staged(project);
    merges.add(id);
    merges.add(id);
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (status(id).equals("RUNNING") && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(database.number("select count(*) from project where id = ?", project)).isOne();
  }

  private UUID staged(String project) {
    var request =
        new ImportRequest(
            ImportRequest.Format.CSV,
            "projects",
            null,
            null,
            "fed-h10",
            HandlingLevel.PUBLIC,
            null,
            true,
            new ImportRequest.Sender("a steward", null));
    var csv = "id,title,source\n" + project + ",One,a note\n";
    return fileImport.stage(request, new ByteArrayInputStream(csv.getBytes(UTF_8)));
  }

  private String status(UUID id) {
    return database
        .first("select status from investment_import where id = ?", row -> row.getString(1), id)
        .orElseThrow();
  }

  private long left(UUID id) {
    return database.number("select count(*) from staged_fact where import_id = ?", id);
  }
}
