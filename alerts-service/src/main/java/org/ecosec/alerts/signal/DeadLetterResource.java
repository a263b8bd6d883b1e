package org.ecosec.alerts.signal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ecosec.alerts.signal.DeadLetterQueue.Letter;
import org.ecosec.platform.paging.Page;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Records that could not be taken, for an operator to look at and to hand in again. */
@Path("/alerts/v1/dead-letters")
@Tag(name = "Operation")
@RunOnVirtualThread
public class DeadLetterResource {

  private static final int LONGEST = 2_000;

  private final Redrive redrive;

  DeadLetterResource(Redrive redrive) {
    this.redrive = redrive;
  }

  /** A record that waits. */
  public record DeadLetterView(
      @Schema(examples = "trade.indicators.v1.dlq") String topic,
      int partition,
      long offset,
      @Nullable String key,
      @Nullable String cause,
      @Schema(description = "Where it was read: partition and offset of its own topic")
          @Nullable String cameFrom,
      Instant setAsideAt,
      @Schema(description = "Its payload, at most 2,000 characters") @Nullable String payload) {

    static DeadLetterView of(Letter letter) {
      var record = letter.record();
      var value = record.value();
      return new DeadLetterView(
          record.topic(),
          record.partition(),
          record.offset(),
          record.key(),
          letter.header("dead-letter-reason"),
          letter.header("dead-letter-partition") + "@" + letter.header("dead-letter-offset"),
          Instant.ofEpochMilli(record.timestamp()),
          value == null || value.length() <= LONGEST ? value : value.substring(0, LONGEST));
    }
  }

  /** What to hand in again: all of a topic that wait, or one. */
  public record RedriveDraft(
      @Schema(examples = "trade.indicators.v1") String topic,
      @Schema(description = "With offset: this one only") @Nullable Integer partition,
      @Nullable Long offset) {
    public RedriveDraft {
      if (topic == null || (partition == null) != (offset == null)) {
        throw Problem.unprocessable(
                "bad-redrive", "Name a topic, and partition and offset together or neither.")
            .at("", "is incomplete");
      }
    }
  }

  /** What became of one. */
  public record RedrivenView(
      String topic,
      int partition,
      long offset,
      @Schema(description = "TAKEN, or REFUSED as at first") String outcome,
      @Nullable String cause) {}

  @GET
  @Operation(summary = "List records that could not be taken and were not handed in again")
  @RolesAllowed(Roles.OPERATOR)
  @Produces({"application/json", "text/csv"})
  public Page<DeadLetterView> list(
      @QueryParam("topic") @Parameter(description = "Of one topic") @Nullable String topic) {
    return new Page<>(redrive.waiting(topic).stream().map(DeadLetterView::of).toList(), null);
  }

  @POST
  @Path("redrives")
  @Operation(
      summary = "Hand set-aside records to their listener again, each once",
      description =
          "What is taken is never handed in again; what is refused as before may be tried again. A"
              + " record that is older than what was taken since is known as such and changes"
              + " nothing.")
  @RolesAllowed(Roles.OPERATOR)
  public List<RedrivenView> redrive(RedriveDraft draft) {
    return redrive.redrive(draft.topic(), draft.partition(), draft.offset()).stream()
        .map(
            one ->
                new RedrivenView(
                    one.topic(), one.partition(), one.offset(), one.outcome(), one.cause()))
        .toList();
  }
}
