package org.ecosec.alerts.signal;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who and what a signal or an alert is about; only what applies is set. */
public record Subject(
    @Nullable String importer,
    @Nullable String product,
    @Nullable String classification,
    @Nullable String measureId,
    @Nullable String pledgeId) {

  static Subject ofProduct(String importer, String classification, String product) {
    return new Subject(importer, product, classification, null, null);
  }

  static Subject ofExposure(String measureId, String importer) {
    return new Subject(importer, null, null, measureId, null);
  }

  static Subject ofPledge(String pledgeId) {
    return new Subject(null, null, null, null, pledgeId);
  }

  /** The subject's part of an alert's fingerprint: no period, so a later one is the same alert. */
  public String identity() {
    return Stream.of(measureId, pledgeId, importer, classification, product)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("|"));
  }
}
