package org.ecosec.trade.mirror;

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
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;

/** Where importer and exporter disagree. */
@Path("/trade/v1/mirror-gaps")
@Tag(name = "Balances and mirrors", description = "Each side's own report of the same trade")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class MirrorGapResource {

  private final MirrorGaps gaps;
  private final Revisions revisions;

  MirrorGapResource(MirrorGaps gaps, Revisions revisions) {
    this.gaps = gaps;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "What an importer and its exporters report of the same flow")
  public Page<MirrorGapView> list(@BeanParam MirrorGapFilter filter, @BeanParam PageRequest page) {
    filter.check();
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    var after = page.after(MirrorGaps.KEY_PARTS).orElse(null);
    return Page.of(
        gaps.find(filter, revision, after, page.limit() + 1),
        page.limit(),
        view ->
            new String[] {
              view.importer(),
              view.exporter(),
              view.classification(),
              view.product(),
              view.freq(),
              view.period()
            });
  }
}
