package org.ecosec.alerts.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.alert.AlertResource;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;

/** Who was told of an alert. */
@Path("/alerts/v1/alerts/{id}/notifications")
@Tag(name = "Alerts")
@RunOnVirtualThread
public class NotificationResource {

  private final AlertResource alerts;
  private final Notifications notifications;

  NotificationResource(AlertResource alerts, Notifications notifications) {
    this.alerts = alerts;
    this.notifications = notifications;
  }

  @GET
  @Operation(summary = "Who was told, when, by which attempts; and who was not, and why")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<NotificationView> list(@PathParam("id") String id, @BeanParam PageRequest page) {
    var alert = alerts.one(id).alertId();
    var after = page.after(2);
    var rows =
        notifications.after(
            alert,
            null,
            after.map(key -> number(key)).orElse(null),
            after.map(key -> subscriptionId(key)).orElse(null),
            page.limit() + 1);
    return Page.of(
        rows,
        page.limit(),
        row -> new String[] {"" + row.sequence(), row.subscriptionId().toString()});
  }

  private static Long number(List<String> key) {
    try {
      return Long.valueOf(key.getFirst());
    } catch (NumberFormatException notOurs) {
      throw wrongCursor();
    }
  }

  private static UUID subscriptionId(List<String> key) {
    try {
      return UUID.fromString(key.getLast());
    } catch (IllegalArgumentException notOurs) {
      throw wrongCursor();
    }
  }

  private static Problem wrongCursor() {
    return Problem.badRequest("bad-cursor", "Take the cursor from the next field, unchanged.");
  }
}
