package org.ecosec.trade.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.Revisions;

/**
 * Publishes a scheme: a new version that everybody reads from then on, old ones by {@code asOf}.
 */
@ApplicationScoped
class SectorPublication {

  private static final int MAX_SCHEMES = 50;
  private static final String SHIPPED = "shipped";

  private final SectorSchemes schemes;
  private final Products products;
  private final Revisions revisions;
  private final Clock clock;
  private final AuditLedger audit;

  SectorPublication(
      SectorSchemes schemes,
      Products products,
      Revisions revisions,
      Clock clock,
      AuditLedger audit) {
    this.schemes = schemes;
    this.products = products;
    this.revisions = revisions;
    this.clock = clock;
    this.audit = audit;
  }

  @Transactional
  SectorSchemeView create(SectorScheme scheme, String by) {
    long revision = revisions.begin();
    var known = schemes.at(Long.MAX_VALUE);
    if (known.stream().anyMatch(view -> view.id().equals(scheme.id()))) {
      throw Problem.conflict(
          "scheme-exists", "There is a scheme " + scheme.id() + ": change it with PUT.");
    }
    if (known.size() >= MAX_SCHEMES) {
      throw Problem.conflict("too-many-schemes", "There are " + MAX_SCHEMES + " schemes already.");
    }
    return publish(scheme, 1, by, revision);
  }

  /** The scheme of a release: published if it is new, or if nobody but releases has changed it. */
  @Transactional
  void ship(SectorScheme shipped) {
    long revision = revisions.begin();
    var known = schemes.at(shipped.id(), Long.MAX_VALUE);
    if (known.isEmpty()) {
      publish(shipped, 1, SHIPPED, revision);
    } else if (known.get().publishedBy().equals(SHIPPED) && !known.get().scheme().equals(shipped)) {
      publish(shipped, known.get().version() + 1, SHIPPED, revision);
    }
  }

  /** The same scheme again is no new version. */
  @Transactional
  SectorSchemeView change(SectorSchemeView before, SectorScheme after, String by) {
    long revision = revisions.begin();
    var current = schemes.at(before.id(), Long.MAX_VALUE).orElseThrow();
    if (current.version() != before.version()) {
      throw new Problem(
          412,
          "changed-meanwhile",
          "Somebody changed it since you read it: read it again, then change.");
    }
    return current.scheme().equals(after)
        ? current
        : publish(after, current.version() + 1, by, revision);
  }

  private SectorSchemeView publish(SectorScheme scheme, int version, String by, long revision) {
    checkCodes(scheme);
    schemes.add(scheme, version, by, clock.instant(), revision);
    // What a release ships is nobody's act.
    if (!by.equals(SHIPPED)) {
      audit.record(
          "PUBLISHED",
          "sector-schemes/" + scheme.id(),
          Map.of("version", version, "revision", revision));
    }
    revisions.publish(revision);
    return schemes.at(scheme.id(), revision).orElseThrow();
  }

  // Codes of older editions of HS are not in the list of 2022, so only their form is checked.
  private void checkCodes(SectorScheme scheme) {
    for (SectorScheme.Basket basket : scheme.baskets()) {
      for (SectorScheme.BasketCode code : basket.codes()) {
        if (code.classification().equals(Products.JAPAN_COMMODITIES)
            && products.find(code.classification(), code.code()).isEmpty()) {
          throw Problem.unprocessable(
                  "unknown-product", "Codes of JP-PC are those of /trade/v1/products.")
              .at("/baskets/codes/code", code.code() + " is not one");
        }
      }
    }
  }
}
