package org.ecosec.investment.portfolio;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.form.Choice;
import org.ecosec.investment.form.Day;
import org.ecosec.investment.progress.ProgressConfig;
import org.ecosec.investment.rate.Money;
import org.ecosec.investment.rate.RateBasis;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/portfolio")
@RunOnVirtualThread
@Produces("application/json")
@Tag(name = "Portfolio")
public class PortfolioResource {

  private final Portfolio portfolio;
  private final Revisions revisions;
  private final ProgressConfig config;
  private final Clock clock;

  PortfolioResource(Portfolio portfolio, Revisions revisions, ProgressConfig config, Clock clock) {
    this.portfolio = portfolio;
    this.revisions = revisions;
    this.config = config;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(
      operationId = "getPortfolio",
      summary = "What is committed to projects and what was paid, by sector, place, party or year")
  public PortfolioView portfolio(
      @QueryParam("by")
          @DefaultValue("SECTOR")
          @Parameter(schema = @Schema(implementation = Facet.class))
          String by,
      @QueryParam("pledgeId") @Nullable String pledgeId,
      @QueryParam("currency") @DefaultValue("USD") String currency,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("on") @Nullable String on) {
    var facet = Choice.of(Facet.class, "by", by);
    if (facet == null || !Money.isCurrency(currency)) {
      throw Problem.badRequest(
          "bad-filter", "by takes SECTOR, PLACE, PARTY or YEAR, currency an ISO 4217 code.");
    }
    var instant = AsOf.parse(asOf);
    long revision = revisions.resolve(instant);
    var day = Day.of(on, instant, clock);
    var money = new Portfolio.Money(currency, config.rateSet());
    return new PortfolioView(
        facet,
        day,
        currency,
        config.rateSet(),
        RateBasis.VALUE_DATE_SPOT,
        facet.addsUp(),
        portfolio.cuts(facet, pledgeId, money, revision, day),
        "portfolio/2",
        revision);
  }

  @GET
  @Path("silent-projects")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listSilentProjects",
      summary = "Open projects of which nothing was reported for twelve months")
  public Page<ProjectReport> silent(
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("on") @Nullable String on,
      @BeanParam PageRequest page) {
    var instant = AsOf.parse(asOf);
    var day = Day.of(on, instant, clock);
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var silent =
        portfolio.silent(
            revisions.resolve(instant),
            day,
            day.minusMonths(config.staleMonths()),
            new Reports.Slice(after, page.limit() + 1));
    return Page.of(silent, page.limit(), report -> new String[] {report.projectId()});
  }

  @GET
  @Path("gaps")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "countGaps",
      summary = "Of how many projects no owner, deadline or amount is published")
  public Page<GapCount> gaps(@QueryParam("asOf") @Nullable String asOf) {
    return new Page<>(portfolio.gaps(revisions.resolve(AsOf.parse(asOf))), null);
  }
}
