package org.ecosec.alerts.ledger;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names behind opaque ids of people. */
public record Names(Map<UUID, String> byId) {

  public Names {
    byId = Map.copyOf(byId);
  }

  /** The name; the id itself where the person is erased; null for nobody. */
  public @Nullable String of(@Nullable UUID id) {
    return id == null ? null : byId.getOrDefault(id, id.toString());
  }

  /** As above, where there is somebody. */
  public String given(UUID id) {
    return byId.getOrDefault(id, id.toString());
  }
}
