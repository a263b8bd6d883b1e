package org.ecosec.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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

/** The audit ledger of a service; each service names the path. */
@RunOnVirtualThread
public abstract class AuditEntries {

  private static final int PART = 1_000;

  private final AuditLedger ledger;
  private final CanonicalJson canonical;
  private final Clearance clearance;

  protected AuditEntries(AuditLedger ledger, CanonicalJson canonical, Clearance clearance) {
    this.ledger = ledger;
    this.canonical = canonical;
    this.clearance = clearance;
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "Who changed what, oldest first, each entry bound to all before it")
  @Produces({"application/json", "text/csv"})
  public Page<ChainedEntry> list(
      @BeanParam PageRequest page,
      @QueryParam("subject") @Parameter(description = "Entries of one subject, by its path")
          @Nullable String subject) {
    checkCleared();
    long after = page.after(1).map(key -> Cursor.number(key.getFirst())).orElse(0L);
    return Page.of(
        ledger.after(after, subject, page.limit() + 1),
        page.limit(),
        entry -> new String[] {Long.toString(entry.number())});
  }

  @GET
  @Path("export")
  @RolesAllowed(Roles.OPERATOR)
  @Operation(summary = "The whole chain, an entry a line, to be verified elsewhere")
  @Produces("application/x-ndjson")
  public StreamingOutput export() {
    checkCleared();
    return out -> {
      long last = 0;
      for (var part = ledger.after(0, null, PART); !part.isEmpty(); ) {
        for (ChainedEntry entry : part) {
          out.write((canonical.of(entry) + "\n").getBytes(UTF_8));
          last = entry.number();
        }
        part = ledger.after(last, null, PART);
      }
    };
  }

  // A chain is whole or worthless, so its reader must be cleared for the most restricted subject.
  private void checkCleared() {
    if (!clearance.mayShow(HandlingLevel.RESTRICTED)) {
      throw new Problem(
          403,
          "not-cleared",
          "The audit ledger names restricted subjects: ask for a token with handling RESTRICTED.");
    }
  }
}
