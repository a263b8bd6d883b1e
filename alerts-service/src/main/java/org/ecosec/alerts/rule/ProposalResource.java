package org.ecosec.alerts.rule;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;

/** Changes of rules that wait for a second steward. */
@Path("/alerts/v1/rules/proposals")
@Tag(name = "Rules")
@RunOnVirtualThread
public class ProposalResource {

  private final RuleProposals proposals;
  private final SecondSteward second;
  private final People people;
  private final SecurityIdentity identity;

  ProposalResource(
      RuleProposals proposals, SecondSteward second, People people, SecurityIdentity identity) {
    this.proposals = proposals;
    this.second = second;
    this.people = people;
    this.identity = identity;
  }

  @GET
  @Operation(summary = "List proposed changes of rules, newest first; those that are decided too")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<ProposalView> list(@BeanParam PageRequest page) {
    var before = page.after(1).map(key -> id(key.getFirst())).orElse(null);
    var views = proposals.before(before, page.limit() + 1).stream().map(this::view).toList();
    return Page.of(views, page.limit(), one -> new String[] {one.proposalId().toString()});
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Read a proposed change of a rule")
  @RolesAllowed(Roles.READER)
  public ProposalView one(@PathParam("id") String id) {
    return view(existing(id));
  }

  @POST
  @Path("{id}/publication")
  @Operation(
      summary = "Publish a change that another steward proposed: it becomes the newest version")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public RuleView publish(@PathParam("id") String id) {
    return RuleView.of(second.publish(existing(id), identity.getPrincipal().getName()));
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Take a proposed change back, or turn it down; it stays on record")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  @RolesAllowed(Roles.STEWARD)
  @Transactional
  public void withdraw(@PathParam("id") String id) {
    second.withdraw(existing(id), identity.getPrincipal().getName());
  }

  private ProposalView view(RuleProposal proposal) {
    List<UUID> involved =
        Stream.of(proposal.proposedBy(), proposal.decidedBy()).filter(Objects::nonNull).toList();
    return ProposalView.of(proposal, people.names(involved));
  }

  private RuleProposal existing(String id) {
    return proposals
        .find(id(id))
        .orElseThrow(
            () -> Problem.notFound("no-such-proposal", "There is no proposal " + id + "."));
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException none) {
      throw Problem.notFound("no-such-proposal", "There is no proposal " + text + ".");
    }
  }
}
