package org.ecosec.trade.observation;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;
import org.ecosec.trade.reference.MonthlyRates;
import org.ecosec.trade.reference.PartnerNames;
import org.ecosec.trade.reference.Products;

/** The lists that source profiles lean on. */
@Singleton
record ProfileLists(
    Economies economies, PartnerNames partners, Products products, MonthlyRates rates) {

  /** By the profile's own codes, by the list that it names, by alpha-3 code. */
  Optional<String> economy(SourceProfile profile, String name) {
    var own = profile.partner().codes();
    if (own != null && own.containsKey(name)) {
      return Optional.of(own.get(name));
    }
    var list = profile.partner().names();
    return partners
        .economy(list == null ? profile.name() : list, name)
        .or(() -> economies.find(name.toUpperCase(Locale.ROOT)).map(Economy::code));
  }

  /** Refuses a profile that names what no list has. */
  void check(SourceProfile profile) {
    if (economies.find(profile.reporter()).isEmpty()) {
      throw ProfileRules.wrong("reporter", "is no economy of /trade/v1/economies");
    }
    if (!profile.currency().equals("USD") && !rates.knows(profile.currency())) {
      throw ProfileRules.wrong("currency", "has no exchange rates here");
    }
    var list = profile.partner().names();
    if (list != null && !partners.has(list)) {
      throw ProfileRules.wrong("partner.names", "is no list of partner names");
    }
    var codes = profile.partner().codes();
    if (codes != null) {
      codes.values().stream()
          .filter(code -> !code.equals(PartnerNames.SKIP) && economies.find(code).isEmpty())
          .findFirst()
          .ifPresent(
              unknown -> {
                throw ProfileRules.wrong("partner.codes", "names " + unknown + ", no economy");
              });
    }
  }
}
