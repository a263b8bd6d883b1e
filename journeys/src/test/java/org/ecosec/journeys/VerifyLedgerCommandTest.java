package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecosec.platform.ledger.HashChain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first entry is hashed here by hand: SHA-256 of 64 zeros, a line feed and the content. */
class VerifyLedgerCommandTest {
  private static final String CONTENT = "{\"kind\":\"SETTLED\"}";

  @TempDir Path directory;

  @Test
  void aWholeLedgerIsValidAndAnAlteredOneNamesTheLine() throws IOException {
    var first = HashChain.next(HashChain.GENESIS, CONTENT);
    var second = HashChain.next(first, CONTENT);
    var lines = entry(1, HashChain.GENESIS, first) + entry(2, first, second);
    assertThat(said(lines)).startsWith("0 Valid: 2 entries").contains(second);
    assertThat(said(lines.replaceFirst("SETTLED", "ATTEMPTED")))
        .startsWith("1 Broken: the entry on line 1");
    assertThat(said(entry(1, HashChain.GENESIS, first) + entry(3, first, second)))
        .startsWith("1 Broken: the entry on line 2");
  }

  @Test
  void aMissingFileIsSaid() {
    var command = new VerifyLedgerCommand(System.out);
    assertThatThrownBy(() -> command.run(List.of(directory.resolve("none").toString())))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is no file");
    assertThatThrownBy(() -> command.run(List.of())).hasMessageContaining("takes one file");
  }

  private String said(String lines) throws IOException {
    var file = Files.writeString(directory.resolve("ledger.ndjson"), lines);
    var out = new ByteArrayOutputStream();
    int code =
        new VerifyLedgerCommand(new PrintStream(out, true, StandardCharsets.UTF_8))
            .run(List.of(file.toString()));
    return code + " " + out.toString(StandardCharsets.UTF_8);
  }

  private static String entry(int number, String previous, String hash) {
    return "{\"number\":%d,\"previousHash\":\"%s\",\"hash\":\"%s\",\"content\":%s}\n"
        .formatted(number, previous, hash, CONTENT);
  }
}
