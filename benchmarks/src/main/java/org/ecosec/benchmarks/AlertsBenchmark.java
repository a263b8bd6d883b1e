package org.ecosec.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ecosec.benchmarks.OpenLoop.Latencies;
import org.ecosec.journeys.Role;

/**
 * From a signal on Kafka to a subscriber in another process, with every commit on the disk; beside
 * Alertmanager where it is installed, and a bare sender for the rate.
 */
record AlertsBenchmark(Path checkout, PrintStream out) {
  private static final int WARM_UP = 200;
  private static final int BURST = 200;
  private static final int SUBSCRIBERS = 50;

  Result run(int perSecond, int seconds, int fanOut) throws Exception {
    var figures = new ArrayList<Figure>();
    Machine machine;
    try (var platform = AlertsPlatform.start(checkout, out);
        var database = platform.database();
        var desk = new Subscribers()) {
      machine = Machine.with(database);
      desk.subscribe(platform.as(Role.ANALYST), 1, "1");
      Source ours = platform::signal;
      burst(ours, desk, products(platform, WARM_UP));
      var steady = steady(ours, desk, products(platform, perSecond * seconds), perSecond);
      var burst = burst(ours, desk, products(platform, BURST));
      compare(figures, steady, burst, perSecond);
      figures.forEach(figure -> out.println("  " + figure));
      var sustained = sustained(platform, desk, new BareSender(database));
      out.println("  " + sustained);
      figures.add(sustained);
      figures.addAll(fanOut(platform, desk, fanOut));
    }
    return new Result(
        "alerts",
        machine,
        Map.of("perSecond", perSecond, "seconds", seconds, "fanOut", fanOut, "burst", BURST),
        figures);
  }

  /** Where alerts come from. */
  @FunctionalInterface
  interface Source {
    void tell(String product) throws Exception;
  }

  private void compare(List<Figure> figures, Latencies steady, Latencies burst, int perSecond)
      throws Exception {
    try (var desk = new Subscribers()) {
      var started =
          Alertmanager.start(
              checkout.resolve("benchmarks/target/alertmanager"), desk.url("alertmanager"));
      if (started.isEmpty()) {
        out.println("  Alertmanager is not installed: no peer");
        figures.add(Figure.alone(steady.p50(), "ms", "signal to webhook, p50", ""));
        figures.add(Figure.alone(steady.p99(), "ms", "signal to webhook, p99", "under 25 ms"));
        figures.add(Figure.alone(burst.most(), "ms", "burst of 200, the last", ""));
        return;
      }
      try (var alertmanager = started.get()) {
        burst(alertmanager::alert, desk, numbers(WARM_UP, 200_000));
        var peer = steady(alertmanager::alert, desk, numbers(perSecond * 10, 300_000), perSecond);
        var peerBurst = burst(alertmanager::alert, desk, numbers(BURST, 400_000));
        figures.add(Figure.beside(peer.p50(), steady.p50(), "ms", "signal to webhook, p50", ""));
        figures.add(
            Figure.beside(peer.p99(), steady.p99(), "ms", "signal to webhook, p99", "under 25 ms"));
        figures.add(
            Figure.beside(peerBurst.p50(), burst.p50(), "ms", "burst of 200, the median", ""));
        figures.add(
            Figure.beside(peerBurst.most(), burst.most(), "ms", "burst of 200, the last", ""));
      }
    }
  }

  private static Latencies steady(
      Source source, Subscribers desk, List<String> products, int perSecond) throws Exception {
    int before = desk.received();
    long[] due = new long[products.size()];
    long start = System.nanoTime();
    for (int i = 0; i < due.length; i++) {
      due[i] = start + i * 1_000_000_000L / perSecond;
      long left = due[i] - System.nanoTime();
      if (left > 0) {
        Thread.sleep(Duration.ofNanos(left));
      }
      source.tell(products.get(i));
    }
    desk.awaitReceived(before + due.length);
    return latencies(desk, products, due);
  }

  private static Latencies burst(Source source, Subscribers desk, List<String> products)
      throws Exception {
    int before = desk.received();
    long[] due = new long[products.size()];
    Arrays.fill(due, System.nanoTime());
    for (String product : products) {
      source.tell(product);
    }
    desk.awaitReceived(before + due.length);
    return latencies(desk, products, due);
  }

  private static Latencies latencies(Subscribers desk, List<String> products, long[] due) {
    long[] nanos = new long[due.length];
    int lost = 0;
    for (int i = 0; i < due.length; i++) {
      long arrival = desk.arrival(products.get(i));
      lost += arrival == 0 ? 1 : 0;
      nanos[i] = arrival - due[i];
    }
    if (lost > 0) {
      throw new IllegalStateException(lost + " were not received");
    }
    return Latencies.of(nanos, lost);
  }

  private static Figure sustained(AlertsPlatform platform, Subscribers desk, BareSender bare)
      throws Exception {
    int alerts = 200;
    desk.subscribe(platform.as(Role.ANALYST), SUBSCRIBERS - 1, "1");
    int before = desk.received();
    int deliveries = alerts * SUBSCRIBERS;
    long start = System.nanoTime();
    for (String product : products(platform, alerts)) {
      platform.signal(product);
    }
    desk.awaitReceived(before + deliveries);
    double ours = deliveries / ((desk.lastAt() - start) / 1e9);
    double peer = bare.send(desk.url("bare"), deliveries, "x".repeat(1_500));
    return Figure.beside(peer, ours, "per s", "deliveries, peer a bare signed sender", "ratio 0.5");
  }

  private static List<Figure> fanOut(AlertsPlatform platform, Subscribers desk, int subscribers)
      throws Exception {
    desk.subscribe(platform.as(Role.ANALYST), subscribers, "9");
    int before = desk.received();
    long start = System.nanoTime();
    platform.signal("999999");
    desk.awaitReceived(before + subscribers);
    double first = (desk.arrival("999999") - start) / 1e6;
    double last = (desk.lastAt() - start) / 1e6;
    return List.of(
        Figure.alone(first, "ms", "fan-out to " + subscribers + ", the first", ""),
        Figure.alone(last, "ms", "fan-out to " + subscribers + ", the last", ""));
  }

  private static List<String> products(AlertsPlatform platform, int count) {
    var products = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      products.add(platform.newProduct());
    }
    return products;
  }

  private static List<String> numbers(int count, int from) {
    var products = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      products.add(Integer.toString(from + i));
    }
    return products;
  }
}
