package org.ecosec.alerts.alert;

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
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Why there is an alert, and why there is none. */
@Path("/alerts/v1/decisions")
@Tag(name = "Alerts")
@RunOnVirtualThread
public class DecisionResource {

  private final Decisions decisions;

  DecisionResource(Decisions decisions) {
    this.decisions = decisions;
  }

  @GET
  @Operation(
      summary = "Every decision of the last 90 days with its reason, newest first",
      description =
          "Also the decisions to say nothing: BASELINE, HISTORICAL, NO_VERDICT and so on.")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<DecisionView> list(
      @QueryParam("fingerprint")
          @Parameter(
              description = "The rule and its subject",
              example = "concentration|JPN|HS|2504")
          @Nullable String fingerprint,
      @QueryParam("rule") @Parameter(description = "The id of a rule", example = "concentration")
          @Nullable String rule,
      @BeanParam PageRequest page) {
    long before = page.after(1).map(key -> number(key.getFirst())).orElse(Long.MAX_VALUE);
    return Page.of(
        decisions.before(before, fingerprint, rule, page.limit() + 1),
        page.limit(),
        decision -> new String[] {Long.toString(decision.number())});
  }

  private static Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException notOurs) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
    }
  }
}
