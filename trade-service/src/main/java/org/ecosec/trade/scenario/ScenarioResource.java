package org.ecosec.trade.scenario;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.scenario.Scenario.Status;
import org.jspecify.annotations.Nullable;

/** What a cut of supply would do, worked out and kept. */
@Path("/trade/v1/scenarios")
@Tag(name = "Scenarios", description = "What a cut of supply would do; no forecast")
@RunOnVirtualThread
public class ScenarioResource {

  private final Scenarios scenarios;
  private final ScenarioSubmission submission;
  private final Idempotency idempotency;

  ScenarioResource(Scenarios scenarios, ScenarioSubmission submission, Idempotency idempotency) {
    this.scenarios = scenarios;
    this.submission = submission;
    this.idempotency = idempotency;
  }

  @POST
  @RolesAllowed(Roles.ANALYST)
  @Transactional
  @Operation(
      summary = "Work out a scenario",
      description =
          "Up to 100 products: 201 with the result. More: 202, and the result at Location.")
  @APIResponse(responseCode = "201", description = "Worked out")
  @APIResponse(responseCode = "202", description = "Taken; follow Location")
  public Response create(
      @HeaderParam("Idempotency-Key") @Nullable String key, ScenarioRequest request) {
    return idempotency.once(
        key,
        request,
        () -> {
          var scenario = submission.submit(request);
          return Response.status(scenario.status() == Status.RUNNING ? 202 : 201)
              .location(URI.create("/trade/v1/scenarios/" + scenario.id()))
              .entity(scenario)
              .build();
        });
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Scenarios, the newest first")
  public Page<Scenario> list(@BeanParam PageRequest page) {
    var after = page.after(2);
    var found =
        scenarios.newest(
            after.map(key -> instant(key.getFirst())).orElse(null),
            after.map(key -> key.getLast()).orElse(""),
            page.limit() + 1);
    return Page.of(
        found,
        page.limit(),
        item -> new String[] {item.createdAt().toString(), item.id().toString()});
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "One scenario: what was assumed and what came out")
  public Scenario one(@PathParam("id") String id) {
    return known(id);
  }

  @GET
  @Path("{id}/comparison")
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Two scenarios side by side: what differs and what it means")
  public ScenarioComparison compare(
      @PathParam("id") String id,
      @QueryParam("with") @Parameter(required = true, description = "The other scenario's id")
          @Nullable String with) {
    if (with == null) {
      throw Problem.badRequest("other-scenario-required", "Name the other scenario: ?with=<id>.")
          .at("query:with", "is missing");
    }
    return ScenarioComparison.of(known(id), known(with));
  }

  private Scenario known(String id) {
    try {
      return scenarios.find(UUID.fromString(id)).orElseThrow(() -> unknown(id));
    } catch (IllegalArgumentException notAnId) {
      throw unknown(id);
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notOurs) {
      throw Problem.badRequest(
          "bad-cursor", "Take the cursor from the next field of a page, unchanged.");
    }
  }

  private static Problem unknown(String id) {
    return Problem.notFound("no-such-scenario", "No scenario " + id + "; see /trade/v1/scenarios.");
  }
}
