package org.ecosec.trade.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A what-if run: what was assumed, the revision it rests on and, once worked out, its result. */
@Schema(description = "The same assumptions at the same revision give the same result")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Scenario(
    UUID id,
    String title,
    Status status,
    Instant createdAt,
    long revision,
    Assumptions assumptions,
    @Nullable ScenarioResult result,
    @Nullable String failure) {

  /** A large one runs after its answer. */
  public enum Status {
    RUNNING,
    COMPLETED,
    FAILED
  }
}
