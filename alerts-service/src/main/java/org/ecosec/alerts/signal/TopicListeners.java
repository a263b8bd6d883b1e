package org.ecosec.alerts.signal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who takes the records of each topic. */
@ApplicationScoped
class TopicListeners {

  private final IndicatorListener indicators;
  private final MeasureListener measures;
  private final SourceListener sources;
  private final InvestmentListener investment;

  TopicListeners(
      IndicatorListener indicators,
      MeasureListener measures,
      SourceListener sources,
      InvestmentListener investment) {
    this.indicators = indicators;
    this.measures = measures;
    this.sources = sources;
    this.investment = investment;
  }

  Map<String, Consumer<ConsumerRecord<String, String>>> byTopic() {
    return Map.ofEntries(
        Map.entry(Topics.INDICATORS, indicators::onIndicator),
        Map.entry(Topics.ANOMALIES, indicators::onAnomaly),
        Map.entry(Topics.DIVERSIONS, indicators::onDiversion),
        Map.entry(Topics.BALANCES, indicators::onBalance),
        Map.entry(Topics.MEASURES, measures::onMeasure),
        Map.entry(Topics.EXPOSURES, measures::onExposure),
        Map.entry(Topics.SOURCES, sources::on),
        Map.entry(Topics.PROJECTS, investment::onProject),
        Map.entry(Topics.PROGRESS, investment::onProgress),
        Map.entry(Topics.MILESTONES, investment::onMilestone),
        Map.entry(Topics.TARGETS, investment::onTarget),
        Map.entry(Topics.INITIATIVES, investment::onInitiative));
  }
}
