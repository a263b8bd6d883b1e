package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.paid;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the database refuses even where the code would not. */
@QuarkusTest
@RealInvestment
class DatabaseRulesTest {

  private static final String ALLOCATION =
      "insert into allocation (id, from_revision, project_id, pledge_id, share, financier_scope,"
          + " value_date, source, handling) values ('%1$s-%2$s', 1, '%1$s', '%2$s', %3$s,"
          + " 'PRIVATE', '2024-01-01', 's', 'PUBLIC')";

  private final DataSource dataSource;

  DatabaseRulesTest(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Test
  void aFactIsNeverChangedOrDeleted() {
    var pledge = newPledge("5", "USD");
    refused("update pledge set amount = 6 where id = '" + pledge + "'", "closed, never changed");
    refused("delete from pledge where id = '" + pledge + "'", "never deleted");
    var entry = paid(newProject(), "5", "2024-01-01");
    refused("update money_transaction set amount = 6 where id = '" + entry + "'", "never changed");
    close(pledge, 1_000_000_000);
    refused("update pledge set to_revision = null where id = '" + pledge + "'", "never changed");
  }

  @Test
  void sharesNeverPassTheWhole() {
    var project = newProject();
    assertThatCode(() -> execute(ALLOCATION.formatted(project, "a", "0.6")))
        .doesNotThrowAnyException();
    refused(ALLOCATION.formatted(project, "b", "0.5"), "allocation_within_whole");
    refused(ALLOCATION.formatted(project, "a", "0.1"), "allocation_");
    refused(ALLOCATION.formatted(project, "c", "1.1"), "check constraint");
    refused(ALLOCATION.formatted(project, "c", "0"), "check constraint");
  }

  @Test
  void sharesNeverPassTheWholeWithoutTheServicesOwnLock() throws InterruptedException {
    var project = newProject();
    var asked = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 24; i++) {
      var insert = ALLOCATION.formatted(project, "p" + i, "0.3");
      asked.add(
          () -> {
            execute(insert);
            return true;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(asked))
          .filteredOn(insert -> insert.state() == Future.State.SUCCESS)
          .hasSize(3);
    }
  }

  @Test
  void moneyIsNeverOfTheFutureOrZero() {
    var insert =
        "insert into money_transaction (id, from_revision, project_id, type, amount, currency,"
            + " value_date, financier_scope, recorded_at, source, handling) values ('x', 1, 'p',"
            + " 'DISBURSEMENT', %s, 'USD', '%s', 'PRIVATE', '2024-01-01T00:00:00Z', 's', 'PUBLIC')";
    refused(insert.formatted("5", "2024-01-02"), "value_date_not_in_future");
    refused(insert.formatted("-5", "2024-01-01"), "only_reversals_and_commitments_are_negative");
    refused(insert.formatted("0", "2024-01-01"), "check constraint");
  }

  private void close(String pledge, long revision) {
    execute("update pledge set to_revision = %d where id = '%s'".formatted(revision, pledge));
  }

  private void refused(String sql, String reason) {
    assertThatThrownBy(() -> execute(sql)).hasStackTraceContaining(reason);
  }

  private void execute(String sql) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              try (var connection = dataSource.getConnection();
                  var statement = connection.createStatement()) {
                statement.execute(sql);
              } catch (SQLException failure) {
                throw new IllegalStateException(failure);
              }
            });
  }
}
