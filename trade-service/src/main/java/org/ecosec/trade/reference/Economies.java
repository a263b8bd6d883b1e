package org.ecosec.trade.reference;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The economies and areas that trade statistics name, by our code and by Comtrade's numbers. */
@Singleton
public class Economies {

  public static final String WORLD = "W00";

  private final Map<String, Economy> byCode = new TreeMap<>();
  private final Map<String, Economy> byComtrade = new HashMap<>();

  Economies() {
    for (var row : ReferenceCsv.read("economies.csv")) {
      var economy =
          new Economy(
              row.getField("code"),
              row.getField("name"),
              row.getField("m49"),
              Economy.Kind.valueOf(row.getField("kind")));
      byCode.put(economy.code(), economy);
      byComtrade.put(row.getField("comtradeCode"), economy);
    }
    // Second numbers and codes of the same economy, as older Comtrade files have them.
    for (var row : ReferenceCsv.read("comtrade-codes.csv")) {
      var economy = of(row.getField("economy"));
      byComtrade.putIfAbsent(row.getField("comtradeCode"), economy);
      byCode.putIfAbsent(row.getField("comtradeIso"), economy);
    }
    byComtrade.remove("");
  }

  public Optional<Economy> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** By Comtrade's number: 699 is India, 490 Taiwan, 0 World. */
  public Optional<Economy> byComtradeNumber(String number) {
    return Optional.ofNullable(byComtrade.get(number));
  }

  public Economy of(String code) {
    return find(code).orElseThrow(() -> new IllegalArgumentException("No economy " + code));
  }

  /** The codes of all that can supply. */
  public Collection<String> suppliers() {
    return all().stream().filter(Economy::supplies).map(Economy::code).toList();
  }

  /** Sorted by code; second codes are left out. */
  public Collection<Economy> all() {
    return byCode.entrySet().stream()
        .filter(entry -> entry.getKey().equals(entry.getValue().code()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
