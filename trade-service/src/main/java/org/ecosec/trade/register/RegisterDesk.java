package org.ecosec.trade.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.paging.PageRequest;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.AsOf;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.register.Register.Kind;
import org.jspecify.annotations.Nullable;

/** What every resource over kept entries answers and refuses alike. */
@ApplicationScoped
public class RegisterDesk {

  private final Register register;
  private final Revisions revisions;
  private final Preconditions preconditions;
  private final Idempotency idempotency;

  RegisterDesk(
      Register register,
      Revisions revisions,
      Preconditions preconditions,
      Idempotency idempotency) {
    this.register = register;
    this.revisions = revisions;
    this.preconditions = preconditions;
    this.idempotency = idempotency;
  }

  public <T extends Entry> Page<T> list(Kind<T> kind, @Nullable String asOf, PageRequest page) {
    var after = page.after(1).map(List::getFirst).orElse("");
    var found =
        register.at(kind, revisions.resolve(AsOf.parse(asOf))).stream()
            .filter(entry -> entry.entryId().compareTo(after) > 0)
            .limit(page.limit() + 1L)
            .toList();
    return Page.of(found, page.limit(), entry -> new String[] {entry.entryId()});
  }

  public <T extends Entry> T one(Kind<T> kind, String id, @Nullable String asOf) {
    return register.known(kind, id, revisions.resolve(AsOf.parse(asOf)));
  }

  /** Every wording of an entry; there are few, so one page holds them all. */
  public <T extends Entry> Page<Version<T>> history(
      Kind<T> kind, String id, @Nullable String asOf) {
    long revision = revisions.resolve(AsOf.parse(asOf));
    register.known(kind, id, revision);
    return new Page<>(register.history(kind, id, revision), null);
  }

  public <T extends Entry> Response add(Kind<T> kind, @Nullable String key, T entry) {
    return idempotency.once(
        key,
        entry,
        () -> {
          register.add(kind, entry);
          return Response.created(URI.create("/trade/v1/" + kind.name() + "/" + entry.entryId()))
              .header("ETag", preconditions.etag(entry))
              .entity(entry)
              .build();
        });
  }

  public <T extends Entry> Response change(
      Kind<T> kind, String id, @Nullable String ifMatch, T after) {
    var before = register.known(kind, id, revisions.current());
    preconditions.check(ifMatch, before);
    register.change(kind, before, after);
    return Response.ok(after).header("ETag", preconditions.etag(after)).build();
  }

  /** A body that is there. */
  public static <T> T given(@Nullable T entry) {
    if (entry == null) {
      throw Problem.badRequest("no-body", "Send the entry as JSON.");
    }
    return entry;
  }
}
