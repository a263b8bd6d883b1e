package org.ecosec.trade.observation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.security.Roles;
import org.ecosec.platform.sql.Database;
import org.ecosec.trade.reference.TradeSources;
import org.jspecify.annotations.Nullable;

/** Who publishes what, and how far the loaded data go. */
@Path("/trade/v1/sources")
@Tag(name = "Reference")
@Produces({"application/json", "text/csv"})
@RunOnVirtualThread
public class SourceResource {

  private final Database database;
  private final TradeSources sources;

  SourceResource(Database database, TradeSources sources) {
    this.database = database;
    this.sources = sources;
  }

  /** {@code dataThrough} is the last period of which anything is loaded. */
  public record SourceView(
      String source,
      String title,
      String publisher,
      @Nullable String cadence,
      String dataFrom,
      String dataThrough,
      long slices) {}

  @GET
  @RolesAllowed(Roles.READER)
  @Operation(summary = "Loaded sources with the periods that they cover")
  public Page<SourceView> list(@BeanParam PageRequest page) {
    var after = page.after(1).map(List::getFirst).orElse("");
    var found =
        database.list(
            """
            select source, min(period), coalesce(max(period) filter (where freq <> 'P'), max(period)),
              count(*)
            from slice
            where source > ? and open_rows > 0 group by source order by source limit ?
            """,
            row -> {
              var source = sources.of(row.getString(1));
              return new SourceView(
                  source.source(),
                  source.title(),
                  source.publisher(),
                  source.cadence(),
                  row.getString(2),
                  row.getString(3),
                  row.getLong(4));
            },
            after,
            page.limit() + 1);
    return Page.of(found, page.limit(), item -> new String[] {item.source()});
  }
}
