package org.ecosec.alerts.alert;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.security.Roles;

/** Alerts that are an exercise and no real event. */
@Path("/alerts/v1/alerts/{id}/exercise")
@Tag(name = "Alerts")
@RunOnVirtualThread
public class ExerciseResource {

  private final ExerciseMark mark;
  private final People people;
  private final SecurityIdentity identity;

  ExerciseResource(ExerciseMark mark, People people, SecurityIdentity identity) {
    this.mark = mark;
    this.people = people;
    this.identity = identity;
  }

  @POST
  @Operation(
      summary = "Mark an open alert as an exercise; whoever was told of it is told that",
      description = "Alerts of a rule whose exercise is true are marked from the start.")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public AlertView mark(@PathParam("id") String id) {
    var marked = mark.set(AlertIds.of(id), identity.getPrincipal().getName());
    var noted = marked.acknowledged();
    List<UUID> involved = noted == null ? List.of() : List.of(noted.by());
    return AlertView.of(marked, people.names(involved));
  }
}
