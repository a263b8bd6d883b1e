package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ecosec.alerts.alert.Muting.Because;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.silence.Silences;
import org.ecosec.alerts.silence.Silences.Concern;
import org.jspecify.annotations.Nullable;

/** Whether subscribers are told of an alert, or a silence or another alert stands before it. */
@ApplicationScoped
class Mutings {

  private static final Set<SignalKind> OF_PRODUCTS =
      EnumSet.of(
          SignalKind.CONCENTRATION,
          SignalKind.DEPENDENCY,
          SignalKind.BALANCE,
          SignalKind.ANOMALY,
          SignalKind.DIVERSION);

  private final Silences silences;
  private final OpenAlerts open;

  Mutings(Silences silences, OpenAlerts open) {
    this.silences = silences;
    this.open = open;
  }

  /** Why nobody is told of an alert that is or was just raised or updated; null if they are. */
  @Nullable Muting of(Alert alert, Instant at) {
    return silence(alert, at).or(() -> measure(alert)).or(() -> heading(alert)).orElse(null);
  }

  /**
   * The end of an alert is told to those who knew of it, whatever stands before it but a silence;
   * of an alert that nobody was told of, nobody is told that it ended.
   */
  @Nullable Muting ofEnd(Alert alert, Instant at) {
    return alert.told() ? silence(alert, at).orElse(null) : alert.muting();
  }

  private Optional<Muting> silence(Alert alert, Instant at) {
    var concern =
        new Concern(
            alert.rule().id(),
            alert.kind(),
            alert.fingerprint(),
            alert.subject().importer(),
            alert.subject().measureId(),
            alert.products());
    return silences
        .over(concern, at)
        .map(silence -> new Muting(Because.SILENCED, silence.toString()));
  }

  private Optional<Muting> measure(Alert alert) {
    var importer = alert.subject().importer();
    return importer == null || !OF_PRODUCTS.contains(alert.kind())
        ? Optional.empty()
        : open.exposureOver(importer, alert.products())
            .map(id -> new Muting(Because.INHIBITED, id.toString()));
  }

  private Optional<Muting> heading(Alert alert) {
    return alert.subject().product() == null
        ? Optional.empty()
        : open.headingOver(alert).map(id -> new Muting(Because.GROUPED, id.toString()));
  }
}
