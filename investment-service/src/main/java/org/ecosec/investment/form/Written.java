package org.ecosec.investment.form;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.idempotency.Idempotency;
import org.jspecify.annotations.Nullable;

/** The answers to writes: the new state with its tag, and once for an {@code Idempotency-Key}. */
@ApplicationScoped
public class Written {

  private static final String ROOT = "/investment/v1";

  private final Idempotency idempotency;
  private final Preconditions preconditions;

  Written(Idempotency idempotency, Preconditions preconditions) {
    this.idempotency = idempotency;
    this.preconditions = preconditions;
  }

  /** 201 with the address of what was made, below the root of the API. */
  public <T extends Record> Response created(
      @Nullable String key, Record body, Supplier<T> act, Function<T, String> address) {
    return idempotency.once(
        key,
        body,
        () -> {
          var view = act.get();
          return Response.created(URI.create(ROOT + address.apply(view)))
              .tag(tag(view))
              .entity(view)
              .build();
        });
  }

  public Response changed(Record view) {
    return Response.ok(view).tag(tag(view)).build();
  }

  // A response puts the quotes around a tag itself.
  private String tag(Record view) {
    return preconditions.etag(view).replace("\"", "");
  }
}
