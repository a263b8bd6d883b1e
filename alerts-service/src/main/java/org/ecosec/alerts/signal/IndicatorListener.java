package org.ecosec.alerts.signal;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes what trade-service works out of its observations. */
@ApplicationScoped
class IndicatorListener {

  private static final Logger LOG = Logger.getLogger(IndicatorListener.class);

  private final Intake intake;
  private final SignalJson json;
  private final SeriesIntake series;

  IndicatorListener(Intake intake, SignalJson json, SeriesIntake series) {
    this.intake = intake;
    this.json = json;
    this.series = series;
  }

  @Incoming("indicators")
  @Blocking
  void onIndicator(ConsumerRecord<String, String> record) {
    intake.take(record, this::takeIndicator);
  }

  @Incoming("anomalies")
  @Blocking
  void onAnomaly(ConsumerRecord<String, String> record) {
    intake.take(
        record, news -> series.take(news, json.read(news, AnomalyNews.class), AnomalyNews.class));
  }

  @Incoming("diversions")
  @Blocking
  void onDiversion(ConsumerRecord<String, String> record) {
    intake.take(
        record,
        news -> series.take(news, json.read(news, DiversionNews.class), DiversionNews.class));
  }

  @Incoming("balances")
  @Blocking
  void onBalance(ConsumerRecord<String, String> record) {
    intake.take(
        record, news -> series.take(news, json.read(news, BalanceNews.class), BalanceNews.class));
  }

  private void takeIndicator(News news) {
    var indicator = news.payload().path("indicator").asText("CONCENTRATION");
    if (indicator.equals("CONCENTRATION")) {
      series.take(news, json.read(news, IndicatorNews.class), IndicatorNews.class);
    } else {
      LOG.debugf("The indicator %s is not one that rules look at", indicator);
    }
  }
}
