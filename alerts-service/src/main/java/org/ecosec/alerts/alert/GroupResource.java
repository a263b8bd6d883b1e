package org.ecosec.alerts.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.security.Roles;

/** Open alerts gathered under what they have in common. */
@Path("/alerts/v1/groups")
@Tag(name = "Alerts")
@RunOnVirtualThread
public class GroupResource {

  private final Groups groups;

  GroupResource(Groups groups) {
    this.groups = groups;
  }

  @GET
  @Operation(
      summary = "Open alerts by measure, and by importer and heading of products",
      description = "List the alerts of a group with /alerts?group=<its key>.")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<GroupView> list(@BeanParam PageRequest page) {
    var after = page.after(1).map(key -> key.getFirst()).orElse("");
    return Page.of(
        groups.after(after, page.limit() + 1), page.limit(), group -> new String[] {group.group()});
  }
}
