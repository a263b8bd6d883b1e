package org.ecosec.alerts.rule;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Rules over signals. A change makes a new version; the next signal meets it. */
@Path("/alerts/v1/rules")
@Tag(name = "Rules")
@RunOnVirtualThread
public class RuleResource {

  private final Rules rules;
  private final RuleEditing editing;
  private final SecondSteward second;
  private final People people;
  private final Preconditions preconditions;
  private final Idempotency idempotency;
  private final SecurityIdentity identity;

  RuleResource(
      Rules rules,
      RuleEditing editing,
      SecondSteward second,
      People people,
      Preconditions preconditions,
      Idempotency idempotency,
      SecurityIdentity identity) {
    this.rules = rules;
    this.editing = editing;
    this.second = second;
    this.people = people;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
    this.identity = identity;
  }

  @GET
  @Operation(summary = "List the rules, by id, each in its newest version")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<RuleView> list(@BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    var views = rules.after(after, page.limit() + 1).stream().map(RuleView::of).toList();
    return Page.of(views, page.limit(), rule -> new String[] {rule.id()});
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a rule")
  @RolesAllowed(Roles.READER)
  public RuleView one(@PathParam("id") String id) {
    return RuleView.of(existing(id));
  }

  @POST
  @Operation(
      summary = "Add a rule; its conditions are type-checked",
      description = "A rule that names an importer or a product that is not watched is refused.")
  @APIResponse(
      responseCode = "201",
      description = "Added",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RuleView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Waits for a second steward",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProposalView.class)))
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, RuleDraft draft) {
    return idempotency.once(
        key,
        draft,
        () -> {
          if (rules.find(draft.id()).isPresent()) {
            throw exists(draft);
          }
          if (second.isNeeded(draft, null)) {
            return proposed(draft, 0);
          }
          if (!editing.add(draft, 1, caller())) {
            throw exists(draft);
          }
          var view = RuleView.of(existing(draft.id()));
          return Response.created(URI.create("/alerts/v1/rules/" + draft.id()))
              .entity(view)
              .header("ETag", preconditions.etag(view))
              .build();
        });
  }

  @PUT
  @Path("{id}")
  @Operation(
      summary = "Change a rule: adds a version",
      description = "Where a second steward is needed it waits as a proposal instead (202).")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = RuleView.class)))
  @APIResponse(
      responseCode = "202",
      description = "Waits for a second steward",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ProposalView.class)))
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public Response change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      RuleDraft draft) {
    var current = existing(id);
    preconditions.check(ifMatch, RuleView.of(current));
    if (!draft.id().equals(id) || draft.kind() != current.kind()) {
      throw Problem.unprocessable("bad-rule", "A rule keeps its id and its kind.")
          .at("/id", "differs from the path, or the kind changed");
    }
    if (second.isNeeded(draft, current)) {
      return proposed(draft, current.version());
    }
    if (!editing.add(draft, current.version() + 1, caller())) {
      throw new Problem(412, "changed-meanwhile", "Somebody changed the rule: read it again.");
    }
    return Response.ok(RuleView.of(existing(id))).build();
  }

  private Rules.Authors caller() {
    return new Rules.Authors(people.idOf(identity.getPrincipal().getName()), null);
  }

  private Response proposed(RuleDraft draft, int baseVersion) {
    var name = identity.getPrincipal().getName();
    var proposal = second.propose(draft, baseVersion, name);
    return Response.accepted(
            ProposalView.of(proposal, people.names(List.of(proposal.proposedBy()))))
        .location(URI.create("/alerts/v1/rules/proposals/" + proposal.id()))
        .build();
  }

  private static Problem exists(RuleDraft draft) {
    return Problem.conflict(
        "rule-exists", "There is a rule " + draft.id() + "; change it with PUT.");
  }

  private Rule existing(String id) {
    return rules
        .find(id)
        .orElseThrow(() -> Problem.notFound("no-such-rule", "There is no rule " + id + "."));
  }
}
