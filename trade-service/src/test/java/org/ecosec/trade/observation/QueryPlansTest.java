package org.ecosec.trade.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.stream.Collectors;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.RealTrade;
import org.junit.jupiter.api.Test;

/** The partitions that a question does not concern are not looked at: docs/scaling.md. */
@QuarkusTest
@RealTrade
class QueryPlansTest {

  private static final Observations.Window NOW = new Observations.Window(null, 1_000_000);

  private final Database database;

  QueryPlansTest(Database database) {
    this.database = database;
  }

  @Test
  void oneYearOfOneClassificationIsOnePartition() {
    var filter = new ObservationFilter();
    filter.classification = "HS";
    filter.period = "2018";
    assertThat(observationPlan(filter))
        .contains("observation_hs_2018")
        .doesNotContain("observation_hs_2017")
        .doesNotContain("observation_hs_2019")
        .doesNotContain("observation_national");
  }

  @Test
  void aRangeOfYearsIsItsPartitionsAndFinancialYearsAreThoseInWhichTheyBegin() {
    var filter = new ObservationFilter();
    filter.from = "2017-04";
    filter.to = "2018-03";
    assertThat(observationPlan(filter))
        .contains("observation_hs_2017", "observation_hs_2018")
        .doesNotContain("observation_hs_2016")
        .doesNotContain("observation_hs_2019");
    filter.from = "FY2018";
    filter.to = "FY2018";
    assertThat(observationPlan(filter))
        .contains("observation_hs_2018")
        .doesNotContain("observation_hs_2019");
  }

  // A wide unique index costs six times the load; the merge keeps keys unique.
  @Test
  void observationsHaveNoUniqueIndexAndAPartitionForWhatNobodyForesaw() {
    assertThat(
            database.number(
                """
                select count(*) from pg_index i join pg_class c on c.oid = i.indrelid
                where c.relname like 'observation%' and i.indisunique
                """))
        .isZero();
    assertThat(
            database.list(
                """
                select c.relname from pg_partitioned_table p join pg_class c on c.oid = p.partdefid
                where p.partdefid <> 0 and c.relname like 'observation%' order by 1
                """,
                row -> row.getString(1)))
        .containsExactly("observation_hs_other", "observation_national");
  }

  private String observationPlan(ObservationFilter filter) {
    return plan(
        "explain (costs off) ",
        Observations.sql(NOW),
        Observations.parameters(filter, NOW, Collections.nCopies(8, ""), 101).toArray());
  }

  private String plan(String explain, String sql, Object... parameters) {
    return database.list(explain + sql, row -> row.getString(1), parameters).stream()
        .collect(Collectors.joining("\n"));
  }
}
