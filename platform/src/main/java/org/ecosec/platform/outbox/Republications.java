package org.ecosec.platform.outbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.ecosec.platform.security.Roles;

/** The republication of a service's state; each service names the path. */
@RunOnVirtualThread
public abstract class Republications {

  private final Republication republication;

  protected Republications(Republication republication) {
    this.republication = republication;
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Operation(
      summary = "Send the state of every compacted topic again, for a new or restored consumer",
      description = "Who knows an event already refuses it, and nobody is notified.")
  public List<Republication.Repeated> repeat() {
    return republication.repeat();
  }
}
