package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ecosec.trade.diversion.DiversionView.Confidence;
import org.ecosec.trade.diversion.DiversionView.Reading;
import org.ecosec.trade.diversion.LegReports.Found;
import org.ecosec.trade.diversion.math.Triangle;
import org.ecosec.trade.reference.Products;
import org.jspecify.annotations.Nullable;

/** Looks for hubs through which trade may have gone around a direct way that fell. */
@ApplicationScoped
class Diversions {

  private static final int DECIMALS = 6;
  private static final double UNUSUAL = 3.5;
  private static final Set<String> MORE =
      Set.of("MIRROR_GAP", "UNIT_VALUE", "HUB_WITHOUT_CAPACITY");

  private final Legs legs;
  private final HubMonths months;
  private final HubCapacities capacities;
  private final Products products;

  Diversions(Legs legs, HubMonths months, HubCapacities capacities, Products products) {
    this.legs = legs;
    this.months = months;
    this.capacities = capacities;
    this.products = products;
  }

  /** Every hub with three legs, those consistent with diversion first, by what they can explain. */
  List<DiversionView> find(Question question) {
    var read = legs.read(question);
    legs.readControls(question, read);
    return read.between().stream()
        .filter(hub -> !hub.equals(question.origin()) && !hub.equals(question.market()))
        .filter(hub -> question.hub() == null || hub.equals(question.hub()))
        .flatMap(hub -> view(question, read, hub).stream())
        .filter(DiversionView::moved)
        .sorted(
            Comparator.comparing(DiversionView::reading)
                .thenComparing(
                    DiversionView::divertedAtMostUsd,
                    Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(DiversionView::hub))
        .toList();
  }

  /** One hub's triangle; empty if a side of it is not reported. */
  Optional<DiversionView> view(Question question, LegReports read, String hub) {
    var direct = read.leg(question.origin(), question.market());
    var inflow = read.leg(question.origin(), hub);
    var outflow = read.leg(hub, question.market());
    if (direct.isEmpty() || inflow.isEmpty() || outflow.isEmpty()) {
      return Optional.empty();
    }
    var control =
        read.control(question.origin(), hub, inflow.get())
            .map(Triangle.Leg::growth)
            .orElse(OptionalDouble.empty());
    var triangle =
        new Triangle(direct.get().leg(), inflow.get().leg(), control, outflow.get().leg());
    var signs = months.signs(question, hub);
    var capacity = capacities.of(question, hub);
    var because =
        because(triangle, signs, capacity, List.of(direct.get(), inflow.get(), outflow.get()));
    boolean fits = triangle.consistent();
    return Optional.of(
        new DiversionView(
            question.origin(),
            hub,
            question.market(),
            question.classification(),
            question.product(),
            products.name(question.classification(), question.product()),
            question.before(),
            question.after(),
            fits ? Reading.CONSISTENT_WITH_DIVERSION : Reading.NOT_CONSISTENT,
            failed(triangle),
            leg(question.origin(), question.market(), direct.get()),
            leg(question.origin(), hub, inflow.get()),
            share(control),
            leg(hub, question.market(), outflow.get()),
            fits ? usd(triangle.divertedAtMost()) : null,
            share(signs.gap()),
            share(signs.gapZ()),
            share(signs.unitValueZ()),
            capacity.status(),
            capacity.reason(),
            confidence(because),
            because,
            DiversionView.METHOD));
  }

  private static List<String> failed(Triangle triangle) {
    var failed = new ArrayList<String>();
    if (!triangle.directFell()) {
      failed.add("DIRECT_DID_NOT_FALL");
    }
    if (!triangle.inflowRose()) {
      failed.add("INFLOW_DID_NOT_RISE");
    }
    if (!triangle.outflowRose()) {
      failed.add("OUTFLOW_DID_NOT_RISE");
    }
    return failed;
  }

  private static List<String> because(
      Triangle triangle, HubMonths.Signs signs, Capacity capacity, List<Found> found) {
    var because = new ArrayList<String>();
    if (triangle.controlGrowth().isPresent()) {
      because.add("CONTROL_PRODUCTS");
    }
    if (found.stream().allMatch(leg -> leg.basis().equals("REPORTED"))) {
      because.add("ALL_LEGS_REPORTED_BY_IMPORTERS");
    }
    if (Math.abs(signs.gapZ().orElse(0)) >= UNUSUAL) {
      because.add("MIRROR_GAP");
    }
    if (Math.abs(signs.unitValueZ().orElse(0)) >= UNUSUAL) {
      because.add("UNIT_VALUE");
    }
    if (capacity.status() == Capacity.Status.NO_KNOWN_PRODUCTION) {
      because.add("HUB_WITHOUT_CAPACITY");
    }
    return because;
  }

  /** One more line beside the control products gives HIGH; without a control it stays LOW. */
  private static Confidence confidence(List<String> because) {
    if (!because.contains("CONTROL_PRODUCTS")) {
      return Confidence.LOW;
    }
    return because.stream().anyMatch(MORE::contains) ? Confidence.HIGH : Confidence.MEDIUM;
  }

  private static DiversionView.Leg leg(String from, String to, Found found) {
    return new DiversionView.Leg(
        from,
        to,
        usd(found.leg().before()),
        usd(found.leg().after()),
        share(found.leg().growth()),
        found.basis(),
        found.source());
  }

  private static BigDecimal usd(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }

  private static @Nullable BigDecimal share(OptionalDouble value) {
    return value.isPresent()
        ? BigDecimal.valueOf(value.getAsDouble()).setScale(DECIMALS, RoundingMode.HALF_EVEN)
        : null;
  }
}
