package org.ecosec.alerts.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.rule.RuleEditing;
import org.ecosec.platform.security.Roles;

/** Rules tried on what has been. */
@Path("/alerts/v1/rules/dry-runs")
@Tag(name = "Rules")
@RunOnVirtualThread
public class DryRunResource {

  private final RuleEditing editing;
  private final DryRun dryRun;
  private final Clock clock;

  DryRunResource(RuleEditing editing, DryRun dryRun, Clock clock) {
    this.editing = editing;
    this.dryRun = dryRun;
    this.clock = clock;
  }

  @POST
  @Operation(
      summary = "Try a rule on the signals that are kept; changes nothing and tells nobody",
      description =
          "Takes each period as the news that it was, in the order of periods, up to the newest"
              + " 20,000 signals of the kind. The rule is checked as if it were to be saved.")
  @RolesAllowed(Roles.ANALYST)
  public DryRunView run(DryRunDraft draft) {
    var rule = editing.checked(draft.rule(), 1);
    return dryRun.of(
        rule,
        draft.from() == null ? null : draft.from().toInstant(),
        draft.to() == null ? null : draft.to().toInstant(),
        clock.instant());
  }
}
