package org.ecosec.investment.progress;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.form.Day;
import org.ecosec.investment.progress.ProgressReading.Question;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/pledges/{id}/progress")
@RunOnVirtualThread
@Produces("application/json")
@Tag(name = "Pledges")
public class ProgressResource {

  private final ProgressReading reading;
  private final Clock clock;

  ProgressResource(ProgressReading reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
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
    var day = Day.of(on, instant, clock);
    var standing = reading.of(new Question(id, instant, day, currency));
    var second = currency == null ? reading.secondCurrency(standing.pledge()) : currency;
    return ProgressView.of(standing, ProgressQuery.of(second, pastRatePerYear, seed));
  }
}
