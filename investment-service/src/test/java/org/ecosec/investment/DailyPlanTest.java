package org.ecosec.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecosec.investment.Api.allocate;
import static org.ecosec.investment.Api.newPledge;
import static org.ecosec.investment.Api.newProject;
import static org.ecosec.investment.Api.paid;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.ecosec.investment.progress.DailyProgress;
import org.ecosec.platform.revision.Revisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealInvestment
class DailyPlanTest {

  private final DailyProgress daily;
  private final Revisions revisions;

  DailyPlanTest(DailyProgress daily, Revisions revisions) {
    this.daily = daily;
    this.revisions = revisions;
  }

  @AfterEach
  void backToToday() {
    TestClock.moveAhead(Duration.ZERO);
  }

  @Test
  void thePlanMovesWithTheDayAndIsToldOnceADay() {
    var id = newPledge("1000", "USD");
    var project = newProject();
    allocate(project, id, "1").statusCode(201);
    paid(project, "100", "2024-02-01");
    daily.lookAgain();
    TestClock.moveAhead(Duration.ofDays(1));
    daily.lookAgain();
    var revision = revisions.current();
    daily.lookAgain();
    assertThat(revisions.current()).as("a second look writes nothing").isEqualTo(revision);
    var told = Topic.records("investment.progress.v1", id, 3);
    assertThat(told).hasSize(3);
    var before = told.get(1);
    var after = told.get(2);
    assertThat(after.path("plan").decimalValue()).isGreaterThan(before.path("plan").decimalValue());
    assertThat(after.path("spi").decimalValue()).isLessThan(before.path("spi").decimalValue());
    assertThat(after.path("disbursed")).isEqualTo(before.path("disbursed"));
    assertThat(after.path("revision").asLong()).isGreaterThan(before.path("revision").asLong());
  }
}
