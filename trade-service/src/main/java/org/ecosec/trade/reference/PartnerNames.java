package org.ecosec.trade.reference;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How each source profile writes its partners; {@code SKIP} marks a group that overlaps others. */
@Singleton
public class PartnerNames {

  public static final String SKIP = "SKIP";

  private final Map<String, String> codes = new HashMap<>();

  PartnerNames() {
    for (var row : ReferenceCsv.read("partner-names.csv")) {
      codes.put(key(row.getField("profile"), row.getField("name")), row.getField("economy"));
    }
  }

  public Optional<String> economy(String profile, String name) {
    return Optional.ofNullable(codes.get(key(profile, name)));
  }

  /** Whether there is a list of this name. */
  public boolean has(String profile) {
    return codes.keySet().stream().anyMatch(key -> key.startsWith(profile + "\n"));
  }

  private static String key(String profile, String name) {
    return profile + "\n" + name;
  }
}
