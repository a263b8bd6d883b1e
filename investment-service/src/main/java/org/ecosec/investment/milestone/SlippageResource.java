package org.ecosec.investment.milestone;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.investment.form.Day;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** What the dates of the milestones come to on a day. */
@Path("/investment/v1/milestones")
@RunOnVirtualThread
@Produces("application/json")
@Tag(name = "Milestones")
public class SlippageResource {

  private static final int MOST_DAYS = 3_660;
  private static final int MOST_ITEMS = 1_000;

  private final Milestones milestones;
  private final OutsideViews outsideViews;
  private final Revisions revisions;
  private final Clock clock;

  SlippageResource(
      Milestones milestones, OutsideViews outsideViews, Revisions revisions, Clock clock) {
    this.milestones = milestones;
    this.outsideViews = outsideViews;
    this.revisions = revisions;
    this.clock = clock;
  }

  @GET
  @Path("{id}/schedule")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "getSchedule",
      summary = "Where a milestone stands on a day, and how far it has slipped from its first plan")
  public ScheduleView schedule(
      @PathParam("id") String id,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("on") @Nullable String on) {
    var instant = AsOf.parse(asOf);
    return ScheduleView.of(
        milestones.known(id, revisions.resolve(instant)), Day.of(on, instant, clock));
  }

  @GET
  @Path("{id}/outside-view")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "getOutsideView",
      summary = "When comparable works would have reached it: P50 and P80 of the reference class")
  public OutsideView outsideView(
      @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    return outsideViews.of(milestones.known(id, revision), revision);
  }

  @GET
  @Path("due")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Produces({"application/json", "text/csv"})
  @Operation(
      operationId = "listDueMilestones",
      summary = "What is due next, overdue first: not reached, expected within some days")
  public Page<ScheduleView> due(
      @QueryParam("within") @DefaultValue("365") int within,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("on") @Nullable String on) {
    if (within < 0 || within > MOST_DAYS) {
      throw Problem.badRequest("bad-within", "within takes a number of days from 0 to 3660.")
          .at("query:within", "is not between 0 and 3660");
    }
    var instant = AsOf.parse(asOf);
    LocalDate day = Day.of(on, instant, clock);
    var due = milestones.due(revisions.resolve(instant), day.plusDays(within), MOST_ITEMS);
    return new Page<>(
        due.stream().map(milestone -> ScheduleView.of(milestone, day)).toList(), null);
  }

  @GET
  @Path("slippage")
  @RolesAllowed(Roles.READER)
  @Transactional
  @Operation(
      operationId = "getSlippage",
      summary =
          "Slippage of the portfolio: median and P80, and what is still open taken into account")
  public SlippageView slippage(
      @QueryParam("asOf") @Nullable String asOf, @QueryParam("on") @Nullable String on) {
    var instant = AsOf.parse(asOf);
    long revision = revisions.resolve(instant);
    return SlippageView.of(milestones.planned(revision), Day.of(on, instant, clock), revision);
  }
}
