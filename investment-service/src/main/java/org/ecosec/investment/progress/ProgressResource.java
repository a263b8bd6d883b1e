package org.ecosec.investment.progress;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.form.Day;
import org.ecosec.investment.pledge.Pledges;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/pledges/{id}/progress")
@RunOnVirtualThread
@Produces("application/json")
@Tag(name = "Pledges")
public class ProgressResource {

  private final Pledges pledges;
  private final ProgressReading reading;
  private final Revisions revisions;
  private final Clock clock;

  ProgressResource(Pledges pledges, ProgressReading reading, Revisions revisions, Clock clock) {
    this.pledges = pledges;
    this.reading = reading;
    this.revisions = revisions;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "getProgress",
      summary = "How far a pledge has got on a day, by what was known at an instant",
      description =
          "on is the day of the figures: today, or the day of asOf, if absent. Without any source of"
              + " qualifying flows the status is NO_SOURCE and the figures are null, never 0."
              + " currency is the second one to show (USD, or JPY for a pledge in USD);"
              + " pastRatePerYear the yearly amount before the pledge, for the ramp; seed that of"
              + " the forecast.")
  public ProgressView progress(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("on") @Nullable String on,
      @QueryParam("currency") @Nullable String currency,
      @QueryParam("pastRatePerYear") @Nullable String pastRatePerYear,
      @QueryParam("seed") @Nullable String seed) {
    var instant = AsOf.parse(asOf);
    long revision = revisions.resolve(instant);
    var pledge = pledges.view(id, revision);
    var second = currency == null ? reading.secondCurrency(pledge) : currency;
    var query = ProgressQuery.of(second, pastRatePerYear, seed);
    var day = Day.of(on, instant, clock);
    return ProgressView.of(reading.of(pledge, revision, day, second), query);
  }
}
