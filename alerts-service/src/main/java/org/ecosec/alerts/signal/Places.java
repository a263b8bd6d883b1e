package org.ecosec.alerts.signal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The economy of a place as published, such as {@code Andhra Pradesh, India}: its last part. */
final class Places {

  private static final Map<String, String> CODES =
      Arrays.stream(Locale.getISOCountries())
          .map(country -> Locale.of("", country))
          .collect(
              Collectors.toUnmodifiableMap(
                  country -> country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                  Locale::getISO3Country,
                  (one, other) -> one));

  private Places() {}

  static Optional<String> economy(String place) {
    var last = place.substring(place.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(CODES.get(last));
  }
}
