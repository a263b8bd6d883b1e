package org.ecosec.trade.complexity.math;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each economy exports of each product, in US dollars; cells without trade are left out. */
public final class Exports {

  private final TreeMap<String, TreeMap<String, Double>> byEconomy = new TreeMap<>();

  /** Which economies are in the sample, before any share is taken. */
  public record Filter(double minimumExportsUsd, int minimumProducts) {}

  /** Why an economy is not. */
  public enum Excluded {
    SMALL_EXPORTS,
    FEW_PRODUCTS
  }

  /** Adds to a cell; what is not positive is no trade. */
  public void add(String economy, String product, double valueUsd) {
    if (valueUsd > 0) {
      byEconomy
          .computeIfAbsent(economy, key -> new TreeMap<>())
          .merge(product, valueUsd, Double::sum);
    }
  }

  public boolean isEmpty() {
    return byEconomy.isEmpty();
  }

  public int economies() {
    return byEconomy.size();
  }

  public Map<String, Excluded> excluded(Filter filter) {
    var excluded = new TreeMap<String, Excluded>();
    byEconomy.forEach(
        (economy, products) -> {
          if (total(products) < filter.minimumExportsUsd()) {
            excluded.put(economy, Excluded.SMALL_EXPORTS);
          } else if (products.size() < filter.minimumProducts()) {
            excluded.put(economy, Excluded.FEW_PRODUCTS);
          }
        });
    return excluded;
  }

  /** The sample alone. */
  public Exports without(Map<String, Excluded> excluded) {
    var sample = new Exports();
    byEconomy.forEach(
        (economy, products) -> {
          if (!excluded.containsKey(economy)) {
            sample.byEconomy.put(economy, products);
          }
        });
    return sample;
  }

  /** These economies alone. */
  public Exports of(Collection<String> economies) {
    var some = new Exports();
    byEconomy.forEach(
        (economy, products) -> {
          if (economies.contains(economy)) {
            some.byEconomy.put(economy, products);
          }
        });
    return some;
  }

  public double totalOf(String economy) {
    return total(byEconomy.getOrDefault(economy, new TreeMap<>()));
  }

  /** Of each product, what the sample exports together. */
  public Map<String, Double> totalsOfProducts() {
    var totals = new TreeMap<String, Double>();
    byEconomy
        .values()
        .forEach(
            cells -> cells.forEach((product, value) -> totals.merge(product, value, Double::sum)));
    return totals;
  }

  public double total() {
    return byEconomy.values().stream().mapToDouble(Exports::total).sum();
  }

  private static double total(Map<String, Double> products) {
    return products.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Who is specialised in what: revealed comparative advantage of at least 1 (Balassa 1965). */
  public Specialisation specialisation() {
    var products = new TreeSet<String>();
    byEconomy.values().forEach(cells -> products.addAll(cells.keySet()));
    var index = new HashMap<String, Integer>();
    products.forEach(product -> index.put(product, index.size()));
    var world = new double[index.size()];
    byEconomy
        .values()
        .forEach(
            cells ->
                cells.forEach((product, value) -> world[index.getOrDefault(product, 0)] += value));
    double all = total();
    var advantages = new ArrayList<List<Specialisation.Advantage>>();
    byEconomy
        .values()
        .forEach(
            cells -> {
              double own = total(cells);
              var row = new ArrayList<Specialisation.Advantage>();
              cells.forEach(
                  (product, value) -> {
                    int p = index.getOrDefault(product, 0);
                    row.add(new Specialisation.Advantage(p, (value / own) / (world[p] / all)));
                  });
              advantages.add(row);
            });
    return Specialisation.of(List.copyOf(byEconomy.keySet()), List.copyOf(products), advantages);
  }
}
