package org.ecosec.trade.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.ecosec.platform.problem.Problem;

/**
 * Takes a file into the register. What is registered already is left as a steward has it; a wrong
 * entry is refused by its place, and the others are taken.
 */
@ApplicationScoped
class MeasureImport {

  private static final int MAX_ENTRIES = 2_000;

  private final MeasureRegister register;
  private final Measures measures;
  private final ObjectMapper json;

  MeasureImport(MeasureRegister register, Measures measures, ObjectMapper json) {
    this.register = register;
    this.measures = measures;
    this.json = json;
  }

  /** What a file holds. */
  public enum Format {
    JSON,
    CSV,
    FEDERAL_REGISTER
  }

  /** What became of the entries. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Result(int read, int registered, int known, List<Rejected> rejected) {}

  /** An entry that was refused: its number in the file (the first is 1) and why. */
  public record Rejected(int entry, String reason) {}

  @Transactional(TxType.MANDATORY)
  Result take(Format format, String body, boolean backfill) {
    var entries =
        switch (format) {
          case JSON -> MeasureFiles.json(body, json);
          case CSV -> MeasureFiles.csv(body);
          case FEDERAL_REGISTER -> FederalRegister.candidates(body);
        };
    if (entries.size() > MAX_ENTRIES) {
      throw Problem.unprocessable(
          "too-many-measures", "A file takes at most " + MAX_ENTRIES + " entries; split it.");
    }
    var rejected = new ArrayList<Rejected>();
    var seen = new HashSet<String>();
    int registered = 0;
    int known = 0;
    for (int i = 0; i < entries.size(); i++) {
      try {
        var measure = entries.get(i).measure();
        if (!seen.add(measure.id()) || measures.exists(measure.id())) {
          known++;
        } else {
          register.register(measure, backfill);
          registered++;
        }
      } catch (Problem refusal) {
        rejected.add(new Rejected(i + 1, text(refusal)));
      }
    }
    return new Result(entries.size(), registered, known, rejected);
  }

  private static String text(Problem refusal) {
    return refusal.errors().isEmpty()
        ? refusal.detail()
        : refusal.detail()
            + " "
            + refusal.errors().getFirst().pointer()
            + " "
            + refusal.errors().getFirst().message();
  }

  /** An entry that is checked when it is asked for. */
  @FunctionalInterface
  interface Entry {
    Measure measure();
  }
}
