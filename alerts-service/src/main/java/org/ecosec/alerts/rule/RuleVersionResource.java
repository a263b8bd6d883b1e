package org.ecosec.alerts.rule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;

/** Every version that a rule has had; alerts name the one that decided. */
@Path("/alerts/v1/rules/{id}/versions")
@Tag(name = "Rules")
@RunOnVirtualThread
public class RuleVersionResource {

  private final Rules rules;
  private final People people;

  RuleVersionResource(Rules rules, People people) {
    this.rules = rules;
    this.people = people;
  }

  @GET
  @Operation(summary = "Every version of a rule, oldest first, with who wrote it")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<RuleVersionView> versions(@PathParam("id") String id, @BeanParam PageRequest page) {
    if (rules.find(id).isEmpty()) {
      throw Problem.notFound("no-such-rule", "There is no rule " + id + ".");
    }
    int after = page.after(1).map(key -> number(key.getFirst())).orElse(0);
    return Page.of(
        views(rules.versions(id, after, page.limit() + 1)),
        page.limit(),
        version -> new String[] {Integer.toString(version.version())});
  }

  @GET
  @Path("{version}")
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

  private List<RuleVersionView> views(List<Rules.Version> versions) {
    var names =
        people.names(
            versions.stream()
                .flatMap(version -> Stream.of(version.by().author(), version.by().approver()))
                .filter(Objects::nonNull)
                .toList());
    return versions.stream().map(version -> RuleVersionView.of(version, names)).toList();
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notOurs) {
      throw Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
    }
  }
}
