package org.ecosec.alerts.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.ledger.ChainedEntry;
import org.ecosec.platform.paging.Cursor;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** The ledger, to be read and to be taken away and verified. */
@Path("/alerts/v1/ledger")
@Tag(name = "Ledger")
@RunOnVirtualThread
public class LedgerResource {

  private static final int PART = 1_000;
  private static final String CHAIN =
      "The chain of a handling level: PUBLIC (if absent), PARTNER or RESTRICTED";

  private final LedgerEntries entries;
  private final CanonicalJson canonical;
  private final Clearance clearance;

  LedgerResource(LedgerEntries entries, CanonicalJson canonical, Clearance clearance) {
    this.entries = entries;
    this.canonical = canonical;
    this.clearance = clearance;
  }

  @GET
  @Operation(
      summary = "Who was told of what and who was not, oldest first, each bound to all before it",
      description =
          "Kinds: SETTLED (an alert event: who is to be told, who not and why), ATTEMPTED (a try to"
              + " tell and what became of it), ACKNOWLEDGED, SUBSCRIBED, CHANGED, CONSENTED,"
              + " DISABLED, REPLAYED, ENDED. Subscribers and people are opaque ids. An entry is"
              + " chained within about a second of what it tells of.")
  @RolesAllowed(Roles.READER)
  @Produces({"application/json", "text/csv"})
  public Page<ChainedEntry> list(
      @BeanParam PageRequest page,
      @QueryParam("chain") @Parameter(description = CHAIN) @Nullable String chain) {
    long after = page.after(1).map(key -> Cursor.number(key.getFirst())).orElse(0L);
    return Page.of(
        entries.after(readable(chain), after, page.limit() + 1),
        page.limit(),
        entry -> new String[] {Long.toString(entry.number())});
  }

  @GET
  @Path("export")
  @Operation(
      summary = "A whole chain, an entry a line, to be verified elsewhere: ./run verify-ledger")
  @RolesAllowed(Roles.READER)
  @Produces("application/x-ndjson")
  public StreamingOutput export(
      @QueryParam("chain") @Parameter(description = CHAIN) @Nullable String chain) {
    var level = readable(chain);
    return out -> {
      long last = 0;
      for (var part = entries.after(level, 0, PART); !part.isEmpty(); ) {
        for (ChainedEntry entry : part) {
          out.write((canonical.of(entry) + "\n").getBytes(UTF_8));
          last = entry.number();
        }
        part = entries.after(level, last, PART);
      }
    };
  }

  private HandlingLevel readable(@Nullable String chain) {
    var level =
        Arrays.stream(HandlingLevel.values())
            .filter(one -> one.name().equals(chain == null ? "PUBLIC" : chain))
            .findFirst()
            .orElseThrow(
                () ->
                    Problem.badRequest("bad-chain", "chain takes PUBLIC, PARTNER or RESTRICTED.")
                        .at("query:chain", "is none of them"));
    if (!clearance.mayShow(level)) {
      throw new Problem(
          403, "not-cleared", "Ask for a token with handling " + level + " to read this chain.");
    }
    return level;
  }
}
