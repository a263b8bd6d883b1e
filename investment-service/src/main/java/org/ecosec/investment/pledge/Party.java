package org.ecosec.investment.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.ecosec.investment.form.Fields;
import org.jspecify.annotations.Nullable;

/** Who takes part, as the source names it; its economy (ISO 3166-1 alpha-3) and role if known. */
@Embeddable
public record Party(
    @Column(name = "name") String name,
    @Column(name = "economy") @Nullable String economy,
    @Column(name = "role") @Nullable String role) {

  public static void check(Fields wrong, List<Party> parties) {
    for (int i = 0; i < parties.size(); i++) {
      var party = parties.get(i);
      wrong
          .text("/parties/" + i + "/name", party.name(), 200)
          .economy("/parties/" + i + "/economy", party.economy())
          .optionalText("/parties/" + i + "/role", party.role(), 100);
    }
    wrong.check("/parties", parties.size() <= 100, "has more than 100 entries");
  }
}
