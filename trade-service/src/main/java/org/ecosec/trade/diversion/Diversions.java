package org.ecosec.trade.diversion;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ecosec.trade.diversion.DiversionView.Confidence;
import org.ecosec.trade.diversion.DiversionView.Reading;
import org.ecosec.trade.diversion.Legs.Found;
import org.ecosec.trade.diversion.Legs.Question;
import org.ecosec.trade.diversion.math.Triangle;
import org.ecosec.trade.reference.Products;
import org.jspecify.annotations.Nullable;

/** Looks for hubs through which trade may have gone around a direct way that fell. */
@ApplicationScoped
class Diversions {

  private static final int DECIMALS = 6;
  private static final double UNUSUAL = 3.5;

  private final Legs legs;
  private final HubMonths months;
  private final Products products;

  Diversions(Legs legs, HubMonths months, Products products) {
    this.legs = legs;
    this.months = months;
    this.products = products;
  }

  /** Every hub with three legs, those consistent with diversion first, by what they can explain. */
  List<DiversionView> find(Question question) {
    var read = legs.read(question);
    var direct = read.leg(question.origin(), question.market());
    if (direct.isEmpty()) {
      return List.of();
    }
    return read.between().stream()
        .filter(hub -> !hub.equals(question.origin()) && !hub.equals(question.market()))
        .filter(hub -> question.hub() == null || hub.equals(question.hub()))
        .flatMap(hub -> view(question, read, direct.get(), hub).stream())
        .sorted(
            Comparator.comparing(DiversionView::reading)
                .thenComparing(
                    DiversionView::divertedAtMostUsd,
                    Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(DiversionView::hub))
        .toList();
  }

  private Optional<DiversionView> view(
      Question question, Legs.Read read, Found direct, String hub) {
    var inflow = read.leg(question.origin(), hub);
    var outflow = read.leg(hub, question.market());
    if (inflow.isEmpty() || outflow.isEmpty()) {
      return Optional.empty();
    }
    var control =
        read.control(question.origin(), hub, inflow.get())
            .map(Triangle.Leg::growth)
            .orElse(OptionalDouble.empty());
    var triangle = new Triangle(direct.leg(), inflow.get().leg(), control, outflow.get().leg());
    // Nothing moved through it either before or after: not a hub.
    if (triangle.inflow().after() == 0 || triangle.outflow().after() == 0) {
      return Optional.empty();
    }
    var signs = months.signs(question, hub);
    var because = because(triangle, signs, List.of(direct, inflow.get(), outflow.get()));
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
            leg(question.origin(), question.market(), direct),
            leg(question.origin(), hub, inflow.get()),
            share(control),
            leg(hub, question.market(), outflow.get()),
            fits ? usd(triangle.divertedAtMost()) : null,
            share(signs.gap()),
            share(signs.gapZ()),
            share(signs.unitValueZ()),
            "UNKNOWN",
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

  private static List<String> because(Triangle triangle, HubMonths.Signs signs, List<Found> found) {
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
    return because;
  }

  /** One more line beside the control products gives HIGH; without a control it stays LOW. */
  private static Confidence confidence(List<String> because) {
    if (!because.contains("CONTROL_PRODUCTS")) {
      return Confidence.LOW;
    }
    return because.contains("MIRROR_GAP") || because.contains("UNIT_VALUE")
        ? Confidence.HIGH
        : Confidence.MEDIUM;
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
