package org.ecosec.journeys;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.ecosec.platform.ledger.ChainVerification;
import org.ecosec.platform.ledger.ChainVerification.Outcome;

/**
 * {@code ./run verify-ledger}: checks an exported ledger without any service, and names the first
 * entry that does not belong where it stands.
 */
record VerifyLedgerCommand(PrintStream out) {

  int run(List<String> arguments) throws IOException {
    if (arguments.size() != 1) {
      throw new Refusal(
          "./run verify-ledger takes one file: what GET /alerts/v1/ledger/export or an"
              + " audit-entries/export answered.");
    }
    var file = Path.of(arguments.getFirst());
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return report(ChainVerification.of(lines));
    } catch (NoSuchFileException missing) {
      throw new Refusal("There is no file " + file + ".");
    }
  }

  private int report(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Valid valid -> {
        out.printf("Valid: %,d entries; the last hash is %s%n", valid.entries(), valid.lastHash());
        yield 0;
      }
      case Outcome.Broken broken -> {
        out.printf("Broken: the entry on line %d %s%n", broken.line(), broken.reason());
        yield 1;
      }
    };
  }
}
