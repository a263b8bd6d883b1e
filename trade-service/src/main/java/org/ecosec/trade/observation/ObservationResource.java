package org.ecosec.trade.observation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Collections;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;

/** The reported figures themselves. */
@Path("/trade/v1/observations")
@Tag(name = "Observations", description = "Who reported what, as known at any instant")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class ObservationResource {

  private static final int KEY_PARTS = 8;

  private final Observations observations;
  private final Revisions revisions;

  ObservationResource(Observations observations, Revisions revisions) {
    this.observations = observations;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Observations by reporter, period, flow and product")
  public Page<ObservationView> list(
      @BeanParam ObservationFilter filter, @BeanParam PageRequest page) {
    filter.check();
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    var updatedAfter = AsOf.parse(filter.updatedAfter);
    var since = updatedAfter == null ? null : (Long) revisions.resolve(updatedAfter);
    var after = page.after(KEY_PARTS).orElse(Collections.nCopies(KEY_PARTS, ""));
    var window = new Observations.Window(since, revision);
    var found = observations.find(filter, window, after, page.limit() + 1);
    return Page.of(found, page.limit(), ObservationResource::key);
  }

  private static String[] key(ObservationView item) {
    return new String[] {
      item.reporter(),
      item.period(),
      item.flow().name(),
      item.source(),
      item.classification(),
      item.edition() == null ? "" : item.edition(),
      item.product(),
      item.partner()
    };
  }
}
