package org.ecosec.trade.scenario;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Sectors;
import org.ecosec.trade.scenario.Chokepoints.Question;
import org.ecosec.trade.scenario.TradeYears.Wanted;
import org.jspecify.annotations.Nullable;

/** The supplier whose loss hurts most. */
@Path("/trade/v1/chokepoints")
@Tag(name = "Scenarios")
@RunOnVirtualThread
public class ChokepointResource {

  private static final int YEAR = 365;

  private static final String ALL = "ALL";
  private static final String BASKETS = "BASKETS";

  private final Chokepoints chokepoints;
  private final ReportedYears years;
  private final Economies economies;
  private final Sectors sectors;
  private final Revisions revisions;

  ChokepointResource(
      Chokepoints chokepoints,
      ReportedYears years,
      Economies economies,
      Sectors sectors,
      Revisions revisions) {
    this.chokepoints = chokepoints;
    this.years = years;
    this.economies = economies;
    this.sectors = sectors;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(summary = "Which single supplier's loss hurts an importer most, the worst first")
  public Page<ChokepointView> list(
      @QueryParam("importer") @Parameter(required = true, example = "JPN")
          @Nullable String importer,
      @QueryParam("sector") @Parameter(example = "critical-minerals") @Nullable String sector,
      @QueryParam("product") @Parameter(description = "One code instead of a sector")
          @Nullable String product,
      @QueryParam("scope")
          @DefaultValue(BASKETS)
          @Parameter(
              description =
                  "Without sector and product: BASKETS, the published ones, or ALL, every six-digit"
                      + " code of HS (any code of another classification) that the importer reports")
          String scope,
      @QueryParam("classification") @DefaultValue("HS") String classification,
      @QueryParam("period")
          @Parameter(description = "A year; the newest if absent", example = "2019")
          @Nullable String period,
      @QueryParam("spareShare")
          @DefaultValue("0.5")
          @Parameter(description = "The share of their exports that others could add, 0 to 1")
          BigDecimal spareShare,
      @QueryParam("horizonDays") @DefaultValue("365") int horizonDays,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var code = known(importer);
    check(spareShare, horizonDays, period);
    long revision = revisions.resolve(AsOf.parse(asOf));
    boolean everything = isAll(scope) && sector == null && product == null;
    var asked =
        everything
            ? years.everything(new ReportedYears.Report(code, classification, revision), period)
            : asked(
                new Wanted(classification, products(classification, sector, product), revision),
                code,
                period);
    if (asked.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    var wanted = asked.get().wanted();
    var year = asked.get().period();
    var all = chokepoints.of(wanted, new Question(code, year, spareShare, horizonDays));
    int from = page.after(1).map(key -> position(all, key.getFirst())).orElse(0);
    return Page.of(
        all.subList(from, Math.min(all.size(), from + page.limit() + 1)),
        page.limit(),
        item -> new String[] {item.supplier()});
  }

  private Optional<ReportedYears.Asked> asked(
      Wanted wanted, String importer, @Nullable String period) {
    return Optional.ofNullable(period)
        .or(() -> years.newest(wanted, List.of(importer)))
        .map(year -> new ReportedYears.Asked(wanted, year));
  }

  private String known(@Nullable String importer) {
    if (importer == null || economies.find(importer).isEmpty()) {
      throw Problem.badRequest("importer-required", "Name an importer by its alpha-3 code.")
          .at("query:importer", "is missing or no economy of /trade/v1/economies");
    }
    return importer;
  }

  private List<String> products(
      String classification, @Nullable String sector, @Nullable String product) {
    if (product != null) {
      return List.of(product);
    }
    var codes =
        (sector == null ? sectors.all() : sectors.codes(sector))
            .stream()
                .filter(code -> code.classification().equals(classification))
                .map(Sectors.SectorCode::code)
                .distinct()
                .sorted()
                .toList();
    if (codes.isEmpty()) {
      throw Problem.badRequest("unknown-sector", "Sectors are listed by /trade/v1/sectors.")
          .at("query:sector", "has no codes of " + classification);
    }
    return codes;
  }

  private static boolean isAll(String scope) {
    if (!scope.equals(ALL) && !scope.equals(BASKETS)) {
      throw Problem.badRequest("bad-scope", "scope is BASKETS or ALL.")
          .at("query:scope", "is neither");
    }
    return scope.equals(ALL);
  }

  private static void check(BigDecimal spareShare, int horizonDays, @Nullable String period) {
    if (spareShare.signum() < 0
        || spareShare.compareTo(BigDecimal.ONE) > 0
        || horizonDays < 1
        || horizonDays > 3 * YEAR
        || (period != null && !period.matches("(19|20)\\d{2}"))) {
      throw Problem.badRequest(
          "bad-chokepoint-question",
          "spareShare runs from 0 to 1, horizonDays from 1 to 1095, period is a year.");
    }
  }

  private static int position(List<ChokepointView> all, String supplier) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).supplier().equals(supplier)) {
        return i + 1;
      }
    }
    return all.size();
  }
}
