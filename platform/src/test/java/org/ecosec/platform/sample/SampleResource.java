package org.ecosec.platform.sample;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.sql.SQLException;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** A resource as the services write them, to try the platform on. */
@Path("/sample/v1/things")
@RunOnVirtualThread
public class SampleResource {

  private final Samples samples;
  private final Outbox outbox;
  private final Revisions revisions;
  private final Preconditions preconditions;
  private final Idempotency idempotency;

  SampleResource(
      Samples samples,
      Outbox outbox,
      Revisions revisions,
      Preconditions preconditions,
      Idempotency idempotency) {
    this.samples = samples;
    this.outbox = outbox;
    this.revisions = revisions;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
  }

  public record Thing(String id, String title, BigDecimal amount, String handling, Unit unit) {
    public Thing {
      if (amount.signum() < 0) {
        throw Problem.unprocessable("bad-amount", "An amount is not negative.")
            .at("/amount", "is negative");
      }
    }
  }

  public record Unit(String name, @Nullable String note) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<Thing> list(@jakarta.ws.rs.BeanParam PageRequest page) throws SQLException {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    return Page.of(
        samples.after(after, page.limit() + 1), page.limit(), thing -> new String[] {thing.id()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  public Thing one(@PathParam("id") String id) throws SQLException {
    return samples.find(id);
  }

  @POST
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public Response create(@HeaderParam("Idempotency-Key") @Nullable String key, Thing thing) {
    return idempotency.once(
        key,
        thing,
        () -> {
          long revision = revisions.begin();
          samples.insert(thing);
          outbox.append(new OutboxEvent("sample.things.v1", thing.id(), thing));
          revisions.publish(revision);
          return Response.created(URI.create("/sample/v1/things/" + thing.id()))
              .entity(thing)
              .build();
        });
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public Thing change(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, Thing thing)
      throws SQLException {
    preconditions.check(ifMatch, samples.find(id));
    samples.update(thing);
    return thing;
  }

  @GET
  @Path("broken")
  @RolesAllowed(Roles.READER)
  public Thing broken() {
    throw new IllegalArgumentException("a secret of the inside");
  }

  @GET
  @Path("forgotten")
  public String withoutARole() {
    return "nobody allowed this";
  }
}
