package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The oracle of the fault tests sees each kind of fault. */
class TellingOracleTest {
  private final TellingOracle oracle = new TellingOracle();

  @BeforeEach
  void twoAlertsMustBeRaised() {
    oracle.accepted("nickel");
    oracle.accepted("graphite");
  }

  @Test
  void repeatsOfTheSameMessageAreNoFault() {
    assertThat(
            oracle.findings(
                List.of(told("1", "nickel", 1), told("1", "nickel", 1), told("2", "graphite", 1))))
        .isEmpty();
  }

  @Test
  void anAlertThatNobodyWasToldOfIsLost() {
    assertThat(oracle.findings(List.of(told("1", "nickel", 1)))).containsExactly("lost: graphite");
  }

  @Test
  void oneChangeUnderTwoIdsAndTwoChangesUnderOneAreFaults() {
    assertThat(
            oracle.findings(
                List.of(told("1", "nickel", 1), told("2", "nickel", 1), told("3", "graphite", 1))))
        .containsExactly("told under several ids: nickel 1");
    assertThat(oracle.findings(List.of(told("1", "nickel", 1), told("1", "graphite", 1))))
        .containsExactly("several changes under one id: 1");
  }

  @Test
  void whatNothingAcceptedExplainsIsAFault() {
    assertThat(
            oracle.findings(
                List.of(
                    told("1", "nickel", 1),
                    told("2", "graphite", 1),
                    told("3", "graphite", 2),
                    told("4", "cobalt", 1))))
        .containsExactly("told for no reason: cobalt 1", "told for no reason: graphite 2");
  }

  private static Told told(String webhookId, String fingerprint, long sequence) {
    var alert =
        new ObjectMapper()
            .createObjectNode()
            .put("fingerprint", fingerprint)
            .put("alertId", "alert of " + fingerprint)
            .put("sequence", sequence);
    return new Told(webhookId, alert);
  }
}
