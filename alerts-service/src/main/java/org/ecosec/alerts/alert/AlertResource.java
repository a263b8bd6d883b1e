package org.ecosec.alerts.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.ledger.Names;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.http.Etags;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Alerts, newest first, with what they rest on. */
@Path("/alerts/v1/alerts")
@Tag(name = "Alerts")
@RunOnVirtualThread
public class AlertResource {

  private final Alerts alerts;
  private final AlertHistory history;
  private final Replay replay;
  private final People people;
  private final Etags etags;

  AlertResource(Alerts alerts, AlertHistory history, Replay replay, People people, Etags etags) {
    this.alerts = alerts;
    this.history = history;
    this.replay = replay;
    this.people = people;
    this.etags = etags;
  }

  @GET
  @Operation(summary = "List alerts, newest first")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<AlertView> list(@BeanParam AlertFilter filter, @BeanParam PageRequest page) {
    var before = page.after(1).map(key -> AlertIds.cursor(key.getFirst())).orElse(null);
    var found = alerts.list(filter, before, page.limit() + 1);
    var names = names(found);
    var views = found.stream().map(alert -> AlertView.of(alert, names)).toList();
    return Page.of(views, page.limit(), alert -> new String[] {alert.alertId().toString()});
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read an alert")
  @RolesAllowed(Roles.READER)
  public AlertView one(@PathParam("id") String id) {
    var alert = existing(id);
    return AlertView.of(alert, names(List.of(alert)));
  }

  @GET
  @Path("{id}/history")
  @Operation(summary = "What happened to an alert, and why, oldest first")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<HistoryView> history(@PathParam("id") String id) {
    var events =
        history.of(existing(id).id()).stream()
            .map(entry -> HistoryView.of(history.news(entry), entry.reason()))
            .toList();
    return new Page<>(events, null);
  }

  @GET
  @Path("{id}/evidence")
  @Operation(
      summary = "What the newest decision, or the one with that sequence, rested on",
      description = "Canonical JSON, stored when the decision was taken: the same bytes for ever.")
  @APIResponse(
      responseCode = "200",
      description = "The evidence",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Evidence.class)))
  @RolesAllowed(Roles.READER)
  @Produces("application/json")
  public Response evidence(
      @PathParam("id") String id,
      @QueryParam("sequence") @Nullable Long sequence,
      @HeaderParam("If-None-Match") @Nullable String known) {
    var evidence =
        history
            .evidence(existing(id).id(), sequence == null ? Long.MAX_VALUE : sequence)
            .orElseThrow(() -> AlertIds.unknown(id));
    var tag = etags.of(evidence);
    return (tag.equals(known) ? Response.notModified() : Response.ok(evidence, "application/json"))
        .header("ETag", tag)
        .build();
  }

  @GET
  @Path("{id}/replay")
  @Operation(
      summary = "Take the newest decision, or the one with that sequence, again from its evidence",
      description =
          "The rule in its version, the signal and what was known before are put to the same"
              + " decision again; same says whether it comes out the same, byte for byte.")
  @RolesAllowed(Roles.READER)
  public ReplayView replay(
      @PathParam("id") String id, @QueryParam("sequence") @Nullable Long sequence) {
    return history
        .evidence(existing(id).id(), sequence == null ? Long.MAX_VALUE : sequence)
        .map(replay::of)
        .orElseThrow(() -> AlertIds.unknown(id));
  }

  private Names names(List<Alert> found) {
    return people.names(
        found.stream()
            .map(Alert::acknowledged)
            .filter(Objects::nonNull)
            .map(Alert.Acknowledged::by)
            .distinct()
            .toList());
  }

  private Alert existing(String id) {
    return alerts.find(AlertIds.of(id)).orElseThrow(() -> AlertIds.unknown(id));
  }
}
