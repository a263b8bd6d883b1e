package org.ecosec.trade.observation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.MonthlyRates;
import org.ecosec.trade.reference.PartnerNames;
import org.ecosec.trade.reference.Products;
import org.jspecify.annotations.Nullable;

/** The formats and source profiles that an import can name. */
@Singleton
class RowFormats {

  static final String COMTRADE = "comtrade";
  static final String MAPPED = "mapped";
  private static final String COMTRADE_SOURCE = "un-comtrade";
  private static final List<String> SHIPPED =
      List.of("japan-customs-annual", "india-tradestat-monthly", "china-comtrade-monthly");

  private final Economies economies;
  private final PartnerNames partners;
  private final Products products;
  private final MonthlyRates rates;
  private final Map<String, SourceProfile> profiles = new TreeMap<>();

  RowFormats(
      Economies economies,
      PartnerNames partners,
      Products products,
      MonthlyRates rates,
      ObjectMapper json) {
    this.economies = economies;
    this.partners = partners;
    this.products = products;
    this.rates = rates;
    for (String name : SHIPPED) {
      try (var stream =
          RowFormats.class.getResourceAsStream("/reference/profiles/" + name + ".json")) {
        profiles.put(name, json.readValue(stream, SourceProfile.class));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  RowFormat format(String format, @Nullable String profile) {
    return switch (format) {
      case COMTRADE -> new ComtradeRows(economies);
      case MAPPED -> new MappedRows(profile(profile), partners, products, rates);
      default ->
          throw Problem.badRequest("unknown-format", "format is comtrade or mapped.")
              .at("query:format", "is not a format");
    };
  }

  /** The source that the rows belong to, unless the import names another. */
  String source(String format, @Nullable String profile) {
    return format.equals(MAPPED) ? profile(profile).source() : COMTRADE_SOURCE;
  }

  private SourceProfile profile(@Nullable String name) {
    var profile = name == null ? null : profiles.get(name);
    if (profile == null) {
      throw Problem.badRequest("unknown-profile", "profile is one of " + profiles.keySet() + ".")
          .at("query:profile", "is not a source profile");
    }
    return profile;
  }
}
