package org.ecosec.alerts.signal;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who and what a signal or an alert is about; only what applies is set. Of a flow of goods, {@code
 * importer} receives and {@code partner} supplies, whichever of the two reported it.
 */
public record Subject(
    @Nullable String importer,
    @Nullable String product,
    @Nullable String classification,
    @Nullable String measureId,
    @Nullable String pledgeId,
    @Nullable String partner,
    @Nullable String thing) {

  private static final int HEADING = 4;

  static Subject ofProduct(String importer, String classification, String product) {
    return new Subject(importer, product, classification, null, null, null, null);
  }

  static Subject ofFlow(String importer, String partner, String classification, String product) {
    return new Subject(importer, product, classification, null, null, partner, null);
  }

  static Subject ofMeasure(String measureId) {
    return new Subject(null, null, null, measureId, null, null, null);
  }

  static Subject ofExposure(String measureId, String importer) {
    return new Subject(importer, null, null, measureId, null, null, null);
  }

  /** Of what a seller sells under a measure on imports: the imposer receives. */
  static Subject ofSales(String measureId, String imposer, String seller) {
    return new Subject(imposer, null, null, measureId, null, seller, null);
  }

  static Subject ofPledge(String pledgeId) {
    return new Subject(null, null, null, null, pledgeId, null, null);
  }

  /** Something with an id of its own: a milestone, target, initiative, source, rule or silence. */
  public static Subject ofThing(String thing) {
    return new Subject(null, null, null, null, null, null, thing);
  }

  Subject with(String otherThing) {
    return new Subject(importer, product, classification, measureId, pledgeId, partner, otherThing);
  }

  /** The subject's part of an alert's fingerprint: no period, so a later one is the same alert. */
  public String identity() {
    return Stream.of(measureId, pledgeId, importer, classification, product, partner, thing)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("|"));
  }

  /** The same subject of every wider product: the beginnings of its code. */
  public List<Subject> headings() {
    if (product == null) {
      return List.of();
    }
    var code = product;
    return IntStream.range(1, code.length())
        .mapToObj(
            length ->
                new Subject(
                    importer,
                    code.substring(0, length),
                    classification,
                    measureId,
                    pledgeId,
                    partner,
                    thing))
        .toList();
  }

  /** What alerts of this subject are gathered under: a measure, or a heading of products. */
  public @Nullable String group() {
    if (measureId != null) {
      return "measure|" + measureId;
    }
    if (product == null || classification == null) {
      return null;
    }
    var heading = product.substring(0, Math.min(HEADING, product.length()));
    return String.join("|", "heading", importer == null ? "" : importer, classification, heading);
  }
}
