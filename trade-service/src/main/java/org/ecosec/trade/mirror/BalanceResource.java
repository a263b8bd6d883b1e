package org.ecosec.trade.mirror;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** The trade of two economies with each other. */
@Path("/trade/v1/balances")
@Tag(name = "Balances and mirrors", description = "Each side's own report of the same trade")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class BalanceResource {

  private final Balances balances;
  private final Economies economies;
  private final Revisions revisions;

  BalanceResource(Balances balances, Economies economies, Revisions revisions) {
    this.balances = balances;
    this.economies = economies;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Balances of a pair by period, with each side's own report")
  public Page<BalanceView> list(
      @QueryParam("reporter") @Parameter(description = "Alpha-3 code", example = "IND")
          @Nullable String reporter,
      @QueryParam("partner") @Parameter(description = "Alpha-3 code", example = "JPN")
          @Nullable String partner,
      @QueryParam("product") @Parameter(description = "A code; all goods if absent")
          @Nullable String product,
      @QueryParam("freq") @Parameter(description = "A, M, or P for parts of years")
          @Nullable String freq,
      @QueryParam("period") @Parameter(description = "FY2023 is April 2023 to March 2024")
          @Nullable String period,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("asOf") @Nullable String asOf,
      @BeanParam PageRequest page) {
    var pair =
        new Balances.Pair(economy("reporter", reporter), economy("partner", partner), product);
    long revision = revisions.resolve(AsOf.parse(asOf));
    var after = page.after(2).map(parts -> parts.getFirst() + " " + parts.getLast()).orElse("");
    var found =
        balances.of(pair, revision).stream()
            .filter(view -> freq == null || view.freq().equals(freq))
            .filter(view -> period == null || view.period().equals(period))
            .filter(view -> from == null || view.period().compareTo(from) >= 0)
            .filter(view -> to == null || view.period().compareTo(to) <= 0)
            .sorted(java.util.Comparator.comparing(BalanceResource::place))
            .filter(view -> place(view).compareTo(after) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page.limit(), view -> new String[] {view.freq(), view.period()});
  }

  private static String place(BalanceView view) {
    return view.freq() + " " + view.period();
  }

  private String economy(String name, @Nullable String code) {
    if (code == null || economies.find(code).isEmpty()) {
      throw Problem.badRequest(
              "bad-economy", "Name two economies by alpha-3 codes of /trade/v1/economies.")
          .at("query:" + name, code == null ? "is missing" : "is no economy");
    }
    return code;
  }
}
