package org.ecosec.trade.anomaly;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Economy;

/**
 * One product's months by partner. A month that was reported without a row for a partner is 0 for
 * it; a month that nobody reported is {@code NaN}, as is a weight that the row lacks.
 */
public final class ProductSeries {

  /** All partners together: World where the source has it, else the sum of the partners. */
  public static final String ALL = "ALL";

  private final String product;
  private final YearMonth start;
  private final boolean[] reported;
  private final Map<String, Flow> byPartner = new TreeMap<>();

  ProductSeries(String product, YearMonth start, boolean[] reported) {
    this.product = product;
    this.start = start;
    this.reported = reported;
  }

  /** Value in US dollars and net weight in kilograms, month by month. */
  public static final class Flow {

    private final double[] valueUsd;
    private final double[] netWeightKg;

    Flow(double[] valueUsd, double[] netWeightKg) {
      this.valueUsd = valueUsd;
      this.netWeightKg = netWeightKg;
    }

    public double[] valueUsd() {
      return valueUsd;
    }

    public double[] netWeightKg() {
      return netWeightKg;
    }
  }

  public String product() {
    return product;
  }

  public YearMonth start() {
    return start;
  }

  public int months() {
    return reported.length;
  }

  public boolean reported(int month) {
    return reported[month];
  }

  public YearMonth month(int index) {
    return start.plusMonths(index);
  }

  void add(YearMonth month, String partner, double valueUsd, double netWeightKg) {
    int t = (int) java.time.temporal.ChronoUnit.MONTHS.between(start, month);
    var flow = byPartner.computeIfAbsent(partner, key -> new Flow(blank(), blank()));
    flow.valueUsd()[t] = valueUsd;
    flow.netWeightKg()[t] = valueUsd == 0 && Double.isNaN(netWeightKg) ? 0 : netWeightKg;
  }

  private double[] blank() {
    var months = new double[reported.length];
    Arrays.setAll(months, t -> reported[t] ? 0 : Double.NaN);
    return months;
  }

  /** The partners that trade can be with, and {@link #ALL}; groups and re-imports are left out. */
  public Map<String, Flow> flows(String reporter, Economies economies) {
    var flows = new TreeMap<String, Flow>();
    var all = new Flow(blank(), blank());
    var world = byPartner.get(Economies.WORLD);
    for (var entry : byPartner.entrySet()) {
      var kind = economies.of(entry.getKey()).kind();
      boolean counts = kind != Economy.Kind.AGGREGATE && !entry.getKey().equals(reporter);
      if (counts) {
        add(all.valueUsd(), entry.getValue().valueUsd());
        add(all.netWeightKg(), entry.getValue().netWeightKg());
      }
      if (counts && kind != Economy.Kind.UNALLOCATED) {
        flows.put(entry.getKey(), entry.getValue());
      }
    }
    if (world != null) {
      takeWorld(all, world);
    }
    flows.put(ALL, all);
    return flows;
  }

  private static void add(double[] sum, double[] addend) {
    Arrays.setAll(sum, t -> sum[t] + addend[t]);
  }

  // Month by month, so that a World row that comes later changes no earlier month.
  private static void takeWorld(Flow all, Flow world) {
    for (int t = 0; t < all.valueUsd().length; t++) {
      if (world.valueUsd()[t] > 0) {
        all.valueUsd()[t] = world.valueUsd()[t];
        all.netWeightKg()[t] = world.netWeightKg()[t];
      }
    }
  }
}
