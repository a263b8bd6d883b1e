package org.ecosec.trade.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * An act of trade policy as its register entry says. Each code is covered FULL or PARTIAL: through
 * a PARTIAL one an exposure reads "at most". Dates are as precise as known.
 */
@Schema(description = "An act of trade policy; the imposer holds back, the targets are held off")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Measure(
    String id,
    String title,
    String imposer,
    Targets targets,
    MeasureKind kind,
    @Nullable Status status,
    boolean official,
    boolean contested,
    @Nullable ImpreciseDate announced,
    @Nullable ImpreciseDate effective,
    @Nullable ImpreciseDate lifted,
    List<Code> codes,
    String source,
    @Nullable String notes,
    HandlingLevel handling,
    @Nullable String relaxes) {

  private static final int MAX_CODES = 5_000;
  private static final String ID = "[a-z0-9][a-z0-9-]{0,79}";

  /** Nobody is told of a draft or a candidate. */
  public enum Status {
    DRAFT,
    CANDIDATE,
    CONFIRMED
  }

  /** Whom it is aimed at. */
  public record Targets(Kind kind, List<String> economies) {

    /** Everybody, the named ones, or all but the named ones. */
    public enum Kind {
      ALL,
      ONLY,
      ALL_BUT
    }

    public Targets {
      economies = List.copyOf(economies);
      if ((kind == Kind.ALL) != economies.isEmpty()) {
        throw Problem.unprocessable(
                "bad-targets", "ALL names no economies; ONLY and ALL_BUT name some.")
            .at("/targets/economies", "does not fit the kind");
      }
    }

    boolean hit(String economy) {
      return switch (kind) {
        case ALL -> true;
        case ONLY -> economies.contains(economy);
        case ALL_BUT -> !economies.contains(economy);
      };
    }
  }

  /** A product code in the edition that the measure names. */
  public record Code(
      String classification, @Nullable String edition, String code, Coverage coverage) {

    /** Whether the measure covers all that the code holds. */
    public enum Coverage {
      FULL,
      PARTIAL
    }
  }

  public Measure {
    status = status == null ? Status.CONFIRMED : status;
    codes = List.copyOf(codes);
    require(id.matches(ID), "/id", "takes up to 80 lower-case letters, digits and dashes");
    require(!title.isBlank() && title.length() <= 500, "/title", "takes 1 to 500 characters");
    require(
        !source.isBlank() && source.length() <= 2_000,
        "/source",
        "must name where it is published");
    require(codes.size() <= MAX_CODES, "/codes", "takes at most " + MAX_CODES + " codes");
    require(distinct(codes), "/codes", "names a code twice");
    require(
        relaxes == null || (kind == MeasureKind.RELAXATION && !relaxes.equals(id)),
        "/relaxes",
        "names another measure, and only a RELAXATION has it");
    require(inOrder(announced, lifted), "/lifted", "lies before the announcement");
  }

  /** Surely in force on a day: of an imprecise date the last day counts. */
  boolean inForce(LocalDate on) {
    return status == Status.CONFIRMED
        && effective != null
        && !effective.lastDay().isAfter(on)
        && (lifted == null || lifted.firstDay().isAfter(on));
  }

  /** Whether a code of it is the product, a part of it or the whole around it. */
  boolean covers(String product) {
    return codes.stream()
        .map(Code::code)
        .anyMatch(code -> code.startsWith(product) || product.startsWith(code));
  }

  /** Whether it stands in the way of the economy's trade with the imposer on a day. */
  boolean exposes(String economy, LocalDate on) {
    return status == Status.CONFIRMED
        && kind.side() != MeasureKind.Side.NEITHER
        && !economy.equals(imposer)
        && targets.hit(economy)
        && (lifted == null || lifted.firstDay().isAfter(on));
  }

  private static boolean distinct(List<Code> codes) {
    Set<String> seen = new HashSet<>();
    return codes.stream().allMatch(code -> seen.add(code.classification() + " " + code.code()));
  }

  private static boolean inOrder(@Nullable ImpreciseDate first, @Nullable ImpreciseDate then) {
    return first == null || then == null || !then.firstDay().isBefore(first.firstDay());
  }

  private static void require(boolean holds, String pointer, String message) {
    if (!holds) {
      throw Problem.unprocessable("bad-measure", "The measure cannot be registered like this.")
          .at(pointer, message);
    }
  }
}
