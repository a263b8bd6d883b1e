package org.ecosec.investment.pledge;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ecosec.investment.change.Facts;

/** How the ends of pledges were moved. */
@ApplicationScoped
public class PledgeRebaselinings extends Facts<PledgeRebaselining> {

  /** The end that a pledge had first, where it was moved by a revision. */
  public Optional<LocalDate> firstEnd(String pledgeId, long revision) {
    return find(
            "pledgeId = :pledge and fromRevision <= :revision",
            Sort.by("ordinal"),
            Map.of("pledge", pledgeId, "revision", revision))
        .firstResultOptional()
        .map(moved -> moved.beforeOn);
  }

  int next(String pledgeId) {
    return 1 + (int) count("pledgeId = ?1", pledgeId);
  }
}
