package org.ecosec.trade.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;
import org.ecosec.trade.indicator.WorldExportList.Placed;

/** Who supplies the world with a product, and how few they are. */
@Path("/trade/v1/export-concentrations")
@Tag(
    name = "Export concentrations",
    description = "Exporters of a product to the world: HHI with its bounds")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class WorldExportResource {

  private final WorldExportList list;
  private final Revisions revisions;

  WorldExportResource(WorldExportList list, Revisions revisions) {
    this.list = list;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Export concentrations by product or sector, and year")
  public Page<WorldExportView> list(
      @BeanParam WorldExportFilter filter, @BeanParam PageRequest page) {
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    boolean sorted = filter.sort != null;
    var after =
        page.after(sorted ? WorldExportList.KEY_PARTS + 1 : WorldExportList.KEY_PARTS).orElse(null);
    if (sorted && after != null) {
      ConcentrationSort.checked(after.getFirst());
    }
    boolean withInputs = filter.withInputs();
    var placed =
        Page.of(
            list.find(filter, revision, after, page.limit() + 1),
            page.limit(),
            WorldExportResource::key);
    var views = placed.items().stream().map(Placed::view).toList();
    return new Page<>(withInputs ? expanded(views) : views, placed.next());
  }

  private List<WorldExportView> expanded(List<WorldExportView> views) {
    var inputs = list.inputs(views);
    var expanded = new ArrayList<WorldExportView>();
    for (int i = 0; i < views.size(); i++) {
      expanded.add(views.get(i).with(inputs.get(i)));
    }
    return expanded;
  }

  private static String[] key(Placed item) {
    var view = item.view();
    var key =
        new ArrayList<>(List.of(view.classification(), view.product(), view.freq(), view.period()));
    if (item.place() != null) {
      key.addFirst(item.place());
    }
    return key.toArray(String[]::new);
  }
}
