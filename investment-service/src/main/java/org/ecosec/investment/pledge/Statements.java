package org.ecosec.investment.pledge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ecosec.investment.change.Facts;

@ApplicationScoped
class Statements extends Facts<PledgeStatement> {

  List<PledgeStatement> currentOf(String pledgeId) {
    return list("pledgeId = ?1 and toRevision is null order by ordinal", pledgeId);
  }

  int nextOrdinal(String pledgeId) {
    return (int) count("pledgeId", pledgeId) + 1;
  }
}
