package org.ecosec.investment.progress;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.form.Choice;
import org.ecosec.investment.form.Day;
import org.ecosec.investment.pledge.Pledges;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

@Path("/investment/v1/pledges/comparisons")
@RunOnVirtualThread
@Produces("application/json")
@Tag(name = "Pledges")
public class ComparisonResource {

  private static final int MOST = 10;

  /** What is set side by side. */
  public enum Measure {
    AMOUNT,
    PROGRESS
  }

  private final Pledges pledges;
  private final ProgressReading reading;
  private final Revisions revisions;
  private final Clock clock;

  ComparisonResource(Pledges pledges, ProgressReading reading, Revisions revisions, Clock clock) {
    this.pledges = pledges;
    this.reading = reading;
    this.revisions = revisions;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "comparePledges",
      summary = "Pledges side by side: what was announced, and whether they can be compared",
      description =
          "pledges takes two to ten ids, separated by commas. The ratios of published amounts are"
              + " given for any pledges; measure=PROGRESS is refused where the scopes differ,"
              + " because they count different money.")
  public ComparisonView compare(
      @QueryParam("pledges") @Nullable String ids,
      @QueryParam("measure") @Parameter(schema = @Schema(implementation = Measure.class))
          @Nullable String measure,
      @QueryParam("currency") @DefaultValue("USD") String currency,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("on") @Nullable String on) {
    var instant = AsOf.parse(asOf);
    long revision = revisions.resolve(instant);
    var day = Day.of(on, instant, clock);
    var wanted = ProgressQuery.of(currency, null, null).currency();
    var known = named(ids).stream().map(id -> known(id, wanted, revision, day)).toList();
    var comparison = new Comparison(known, wanted);
    if (Choice.of(Measure.class, "measure", measure) == Measure.PROGRESS) {
      refuseMixedScopes(comparison);
    }
    return new ComparisonView(
        day,
        comparison.comparable(),
        comparison.comparable() ? null : "SCOPES_DIFFER",
        comparison.sides(),
        comparison.pairs(),
        "pledge-comparison/1",
        revision);
  }

  private Comparison.Known known(String id, String currency, long revision, LocalDate day) {
    var pledge = pledges.view(id, revision);
    return new Comparison.Known(
        reading.of(pledge, revision, day, currency), pledges.statements(id, revision));
  }

  private static void refuseMixedScopes(Comparison comparison) {
    if (!comparison.comparable()) {
      var scopes =
          comparison.known().stream()
              .map(one -> one.pledge().id() + " is about " + one.pledge().scope())
              .collect(Collectors.joining(", "));
      throw Problem.unprocessable(
              "scopes-not-comparable",
              "These pledges count different money and their progress cannot be compared: "
                  + scopes
                  + ".")
          .at("query:pledges", "SCOPES_DIFFER");
    }
  }

  private static List<String> named(@Nullable String ids) {
    var named =
        Arrays.stream((ids == null ? "" : ids).split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (named.size() < 2 || named.size() > MOST) {
      throw Problem.badRequest(
              "bad-filter", "pledges takes two to ten different ids, separated by commas.")
          .at("query:pledges", "does not name two to ten pledges");
    }
    return named;
  }
}
