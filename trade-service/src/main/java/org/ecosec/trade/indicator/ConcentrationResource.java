package org.ecosec.trade.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Roles;

/** Who depends on how few suppliers, for what. */
@Path("/trade/v1/concentrations")
@Tag(
    name = "Concentrations",
    description = "Suppliers of an importer's product: HHI with its bounds")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class ConcentrationResource {

  private static final String BY_VALUE = "-hhiLower";
  private static final int KEY_PARTS = 5;

  private final Concentrations concentrations;
  private final Revisions revisions;

  ConcentrationResource(Concentrations concentrations, Revisions revisions) {
    this.concentrations = concentrations;
    this.revisions = revisions;
  }

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Concentrations by importer, product or sector, and period")
  public Page<ConcentrationView> list(
      @BeanParam ConcentrationFilter filter, @BeanParam PageRequest page) {
    if (filter.sort != null && !filter.sort.equals(BY_VALUE)) {
      throw Problem.badRequest("bad-sort", "sort is " + BY_VALUE + " or absent.")
          .at("query:sort", "is unknown");
    }
    boolean byValue = filter.sort != null;
    long revision = revisions.resolve(AsOf.parse(filter.asOf));
    var after = page.after(byValue ? KEY_PARTS + 1 : KEY_PARTS).orElse(first(byValue));
    var found = concentrations.find(filter, revision, after, page.limit() + 1);
    return Page.of(found, page.limit(), item -> key(item, byValue));
  }

  // Above every index, so that the first page starts with the largest.
  private static List<String> first(boolean byValue) {
    var key = new ArrayList<>(Collections.nCopies(KEY_PARTS, ""));
    if (byValue) {
      key.addFirst("2");
    }
    return key;
  }

  private static String[] key(ConcentrationView item, boolean byValue) {
    var key =
        new ArrayList<>(
            List.of(
                item.importer(),
                item.classification(),
                item.product(),
                item.freq(),
                item.period()));
    if (byValue) {
      key.addFirst(item.hhiLower() == null ? "-1" : item.hhiLower().toPlainString());
    }
    return key.toArray(String[]::new);
  }
}
