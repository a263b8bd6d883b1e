package org.ecosec.alerts.person;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Who is to be erased. In the body and not in the path, because paths are logged. */
@Schema(description = "Exactly one of the three")
public record ErasureDraft(
    @Schema(description = "As in the person's token", examples = "tanaka@mof.example.jp")
        @Nullable String name,
    @Schema(description = "The opaque id, as the ledgers name the person") @Nullable UUID personId,
    @Schema(
            description = "A mail address, also of somebody who never called",
            examples = "desk@example.org")
        @Nullable String address) {

  public ErasureDraft {
    if (Stream.of(name, personId, address).filter(Objects::nonNull).count() != 1) {
      throw Problem.unprocessable(
              "bad-erasure", "Say who is to be erased by name, by personId or by address.")
          .at("/name", "or one of the others is to be given, and one alone");
    }
  }
}
