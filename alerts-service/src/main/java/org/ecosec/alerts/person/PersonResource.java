package org.ecosec.alerts.person;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;

/** Who stands behind an opaque id, and the erasing of it. */
@Path("/alerts/v1/people")
@Tag(name = "People")
@RunOnVirtualThread
public class PersonResource {

  private final People people;
  private final PersonErasure erasure;

  PersonResource(People people, PersonErasure erasure) {
    this.people = people;
    this.erasure = erasure;
  }

  /** A person while they are known. */
  public record PersonView(UUID personId, String name) {}

  @GET
  @Path("{id}")
  @Operation(summary = "Who stands behind an opaque id of the ledgers; 404 once erased")
  @RolesAllowed(Roles.OPERATOR)
  public PersonView one(@PathParam("id") String id) {
    return known(id);
  }

  @POST
  @Path("erasures")
  @Operation(
      summary = "Erase a person or a mail address",
      description =
          "The name, addresses, labels, secrets and stored answers are deleted, and the person's"
              + " subscriptions end. Acknowledgements, silences, rules and both ledgers keep the"
              + " opaque id, so that every chain still verifies. What people wrote as free text (a"
              + " note, a reason) is not searched. A person whose token still works becomes known"
              + " anew, under another id, when they call again: end their access first.")
  @RolesAllowed(Roles.OPERATOR)
  public ErasureView erase(ErasureDraft draft) {
    return erasure.erase(draft);
  }

  private PersonView known(String id) {
    try {
      var person = UUID.fromString(id);
      return people
          .name(person)
          .map(name -> new PersonView(person, name))
          .orElseThrow(() -> unknown(id));
    } catch (IllegalArgumentException noId) {
      throw unknown(id);
    }
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-such-person", "Nobody is known by " + id + ", or not any more.");
  }
}
