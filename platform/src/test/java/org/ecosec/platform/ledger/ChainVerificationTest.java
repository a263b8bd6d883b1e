package org.ecosec.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.ledger.ChainVerification.Outcome;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Broken;
import org.ecosec.platform.ledger.ChainVerification.Outcome.Valid;
import org.junit.jupiter.api.Test;

class ChainVerificationTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final CanonicalJson CANONICAL = new CanonicalJson(JSON);

  // sha256sum of 64 zeros, a line feed and {"n":1}, by coreutils.
  @Test
  void theHashIsWhatSha256sumGives() {
    assertThat(HashChain.next(HashChain.GENESIS, "{\"n\":1}"))
        .isEqualTo("bad665c38a61c1ef00dd9dc15e77b0099ac6e73233027efbc233ebbc6fd6f4ef");
  }

  @Test
  void aWholeChainIsValidAndItsLastHashStandsForAllOfIt() throws IOException {
    var lines = chain(5);
    assertThat(verify(lines))
        .isEqualTo(new Valid(5, JSON.readTree(lines.getLast()).get("hash").textValue()));
    assertThat(verify(List.of())).isEqualTo(new Valid(0, HashChain.GENESIS));
  }

  @Test
  void aChangedContentIsNamedByItsLine() throws IOException {
    var lines = chain(5);
    lines.set(2, lines.get(2).replace("\"amount\":3.5", "\"amount\":9.5"));
    assertThat(verify(lines)).isEqualTo(new Broken(3, "has a content that does not give its hash"));
  }

  @Test
  void aRemovedEntryIsMissed() throws IOException {
    var lines = chain(5);
    lines.remove(2);
    assertThat(verify(lines)).isEqualTo(new Broken(3, "has number 4 after 2"));
  }

  @Test
  void anEntryThatWasWrittenAnewBreaksTheNextOne() throws IOException {
    var lines = chain(5);
    var before = JSON.readTree(lines.get(1)).get("hash").textValue();
    lines.set(2, line(3, before, "{\"amount\":0}"));
    assertThat(verify(lines))
        .isEqualTo(new Broken(4, "names another hash before it than stands there"));
  }

  @Test
  void aChainWithoutItsBeginningIsCheckedFromWhereItStarts() throws IOException {
    var lines = chain(5);
    assertThat(verify(lines.subList(2, 5))).isInstanceOf(Valid.class);
    assertThat(verify(List.of("not an entry"))).isInstanceOf(Broken.class);
  }

  @Test
  void aFirstEntryThatHidesWhatStoodBeforeItIsRefused() throws IOException {
    assertThat(verify(List.of(line(1, "f".repeat(64), "{}"))))
        .isEqualTo(new Broken(1, "names another hash before it than stands there"));
  }

  private static Outcome verify(List<String> lines) throws IOException {
    return ChainVerification.of(new BufferedReader(new StringReader(String.join("\n", lines))));
  }

  private static List<String> chain(int entries) throws IOException {
    var lines = new ArrayList<String>();
    var previous = HashChain.GENESIS;
    for (int number = 1; number <= entries; number++) {
      var text = line(number, previous, "{\"amount\":" + number + ".50,\"text\":\"黒鉛\"}");
      lines.add(text);
      previous = JSON.readTree(text).get("hash").textValue();
    }
    return lines;
  }

  private static String line(int number, String previous, String content) throws IOException {
    var node = JSON.readTree(content);
    return CANONICAL.of(
        new ChainedEntry(number, previous, HashChain.next(previous, CANONICAL.of(node)), node));
  }
}
