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
import java.util.Objects;
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
  private final People people;
  private final Preconditions preconditions;
  private final Idempotency idempotency;
  private final SecurityIdentity identity;

  RuleResource(
      Rules rules,
      RuleEditing editing,
      People people,
      Preconditions preconditions,
      Idempotency idempotency,
      SecurityIdentity identity) {
    this.rules = rules;
    this.editing = editing;
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

  @GET
  @Path("{id}/versions")
  @Operation(summary = "Every version of a rule, oldest first, with who wrote it")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<RuleVersionView> versions(@PathParam("id") String id, @BeanParam PageRequest page) {
    existing(id);
    int after = page.after(1).map(key -> number(key.getFirst())).orElse(0);
    return Page.of(
        views(rules.versions(id, after, page.limit() + 1)),
        page.limit(),
        version -> new String[] {Integer.toString(version.version())});
  }

  @GET
  @Path("{id}/versions/{version}")
  @Operation(summary = "Read one version of a rule")
  @RolesAllowed(Roles.READER)
  public RuleVersionView version(@PathParam("id") String id, @PathParam("version") int version) {
    return views(rules.versions(id, version - 1, 1)).stream()
        .filter(one -> one.version() == version)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.notFound(
                    "no-such-rule", "There is no version " + version + " of a rule " + id + "."));
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
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, RuleDraft draft) {
    return idempotency.once(
        key,
        draft,
        () -> {
          if (!editing.add(draft, 1, identity.getPrincipal().getName())) {
            throw Problem.conflict(
                "rule-exists", "There is a rule " + draft.id() + "; change it with PUT.");
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
  @Operation(summary = "Change a rule: adds a version")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public RuleView change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      RuleDraft draft) {
    var current = existing(id);
    preconditions.check(ifMatch, RuleView.of(current));
    if (!draft.id().equals(id) || draft.kind() != current.kind()) {
      throw Problem.unprocessable("bad-rule", "A rule keeps its id and its kind.")
          .at("/id", "differs from the path, or the kind changed");
    }
    if (!editing.add(draft, current.version() + 1, identity.getPrincipal().getName())) {
      throw new Problem(412, "changed-meanwhile", "Somebody changed the rule: read it again.");
    }
    return RuleView.of(existing(id));
  }

  private List<RuleVersionView> views(List<Rules.Version> versions) {
    var names =
        people.names(
            versions.stream().map(Rules.Version::createdBy).filter(Objects::nonNull).toList());
    return versions.stream().map(version -> RuleVersionView.of(version, names)).toList();
  }

  private Rule existing(String id) {
    return rules
        .find(id)
        .orElseThrow(() -> Problem.notFound("no-such-rule", "There is no rule " + id + "."));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notOurs) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
    }
  }
}
