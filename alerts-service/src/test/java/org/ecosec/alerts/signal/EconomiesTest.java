package org.ecosec.alerts.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.AlertsServers;
import org.ecosec.alerts.Broker;
import org.ecosec.alerts.Eventually;
import org.ecosec.platform.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom each kind of signal concerns, from the samples of the contracts. */
@QuarkusTest
@QuarkusTestResource(AlertsServers.class)
class EconomiesTest {

  private final SignalJson json;
  private final SignalCopies copies;
  private final ProjectEconomies projects;
  private final String id = "concerned-" + UUID.randomUUID();

  EconomiesTest(SignalJson json, SignalCopies copies, ProjectEconomies projects) {
    this.json = json;
    this.copies = copies;
    this.projects = projects;
  }

  @Test
  void aFigureOfImportsConcernsTheImporterAndItsLargestSupplier() {
    var sample = sample(Topics.INDICATORS);
    assertThat(signals(sample, Topics.INDICATORS, IndicatorNews.class))
        .allSatisfy(signal -> assertThat(signal.economies().named()).containsExactly("CHN", "JPN"));
  }

  @Test
  void anAnomalyConcernsReporterAndPartnerAndNoSumOverPartners() {
    var sample = sample(Topics.ANOMALIES);
    assertThat(signals(sample, Topics.ANOMALIES, AnomalyNews.class).getFirst().economies().named())
        .containsExactly("CHN", "JPN");
    sample.put("partner", "ALL");
    assertThat(signals(sample, Topics.ANOMALIES, AnomalyNews.class).getFirst().economies().named())
        .containsExactly("CHN");
  }

  @Test
  void aDiversionConcernsOriginHubAndMarket() {
    var sample = sample(Topics.DIVERSIONS);
    assertThat(
            signals(sample, Topics.DIVERSIONS, DiversionNews.class).getFirst().economies().named())
        .containsExactly("CHN", "JPN", "THA");
  }

  @Test
  void aBalanceConcernsBothSides() {
    var sample = sample(Topics.BALANCES);
    assertThat(signals(sample, Topics.BALANCES, BalanceNews.class).getFirst().economies().named())
        .containsExactly("IND", "JPN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "none",
      value = {
        "ONLY; [\"IND\", \"JPN\"]; [CHN, IND, JPN]; none",
        "ALL; []; [CHN]; []",
        "ALL_BUT; [\"KOR\"]; [CHN]; [KOR]"
      })
  void aMeasureConcernsWhoImposesItAndWhomItAimsAt(
      String kind, String economies, String named, String everyoneBut) {
    var sample = sample(Topics.MEASURES);
    sample.set(
        "targets", json.tree("{\"kind\": \"%s\", \"economies\": %s}".formatted(kind, economies)));
    var concerned = state(sample, Topics.MEASURES, MeasureNews.class).economies();
    assertThat(concerned.named()).hasToString(named);
    if (everyoneBut == null) {
      assertThat(concerned.everyoneBut()).isNull();
    } else {
      assertThat(concerned.everyoneBut()).hasToString(everyoneBut);
    }
  }

  @ParameterizedTest
  @CsvSource({"trade.exposures.v1, CHN, JPN", "trade.exposures.v1.exports, JPN, USA"})
  void anExposureConcernsTheExposedAndTheImposer(String sample, String one, String other) {
    var news = news((ObjectNode) json.tree(Contracts.sample(sample)), Topics.EXPOSURES);
    var signal = json.read(news, ExposureNews.class).signal(news, null, List.of());
    assertThat(signal.economies().named()).containsExactly(one, other);
  }

  @ParameterizedTest
  @ValueSource(strings = {Topics.TARGETS, Topics.INITIATIVES, Topics.PROGRESS})
  void whatWasAgreedConcernsWhomItsProducerNames(String topic) {
    var type =
        switch (topic) {
          case Topics.TARGETS -> TargetNews.class;
          case Topics.INITIATIVES -> InitiativeNews.class;
          default -> ProgressNews.class;
        };
    var sample = sample(topic);
    assertThat(state(sample, topic, type).economies()).isEqualTo(Economies.NONE);
    sample.set("economies", json.tree("{\"of\": [\"JPN\", \"IND\"]}").path("of"));
    assertThat(Contracts.violations(topic, sample.toString())).isEmpty();
    assertThat(state(sample, topic, type).economies().named()).containsExactly("IND", "JPN");
  }

  @Test
  void aStepOfAProjectAndAPledgeConcernThePartiesAndPlacesOfTheProject() {
    var project = sample(Topics.PROJECTS);
    project.put("projectId", id);
    project.set(
        "pledges",
        json.tree("{\"of\": [{\"pledgeId\": \"%s\", \"share\": 1}]}".formatted(id)).path("of"));
    Broker.publish(Topics.PROJECTS, id, project.toString());
    Eventually.holds(
        "the project is kept",
        () -> copies.current(Topics.PROJECTS, id, ProjectNews.class).isPresent());

    var milestone = sample(Topics.MILESTONES);
    milestone.put("projectId", id);
    var news = news(milestone, Topics.MILESTONES);
    var step = json.read(news, MilestoneNews.class);
    // A party of JPN, a place "Andhra Pradesh, India".
    assertThat(projects.of(step, step.signal(news, LocalDate.EPOCH)).economies().named())
        .containsExactly("IND", "JPN");

    var progress = sample(Topics.PROGRESS);
    progress.put("pledgeId", id);
    var promised = news(progress, Topics.PROGRESS);
    var pledge = json.read(promised, ProgressNews.class);
    assertThat(projects.of(pledge, pledge.signal(promised, LocalDate.EPOCH)).economies().named())
        .containsExactly("IND", "JPN");
  }

  @Test
  void aPlaceIsReadByItsLastPart() {
    assertThat(Places.economy("Andhra Pradesh, India")).contains("IND");
    assertThat(Places.economy("Japan")).contains("JPN");
    assertThat(Places.economy("Sanand")).isEmpty();
  }

  private ObjectNode sample(String topic) {
    return (ObjectNode) json.tree(Contracts.sample(topic));
  }

  private <T extends PeriodNews> List<Signal> signals(
      ObjectNode payload, String topic, Class<T> type) {
    var news = news(payload, topic);
    return json.read(news, type).signals(news, true);
  }

  private Signal state(ObjectNode payload, String topic, Class<? extends StateNews> type) {
    var news = news(payload, topic);
    return json.read(news, type).signal(news, LocalDate.EPOCH);
  }

  private News news(ObjectNode payload, String topic) {
    return News.ofDay(topic, id, payload.toString(), Instant.EPOCH, json);
  }
}
