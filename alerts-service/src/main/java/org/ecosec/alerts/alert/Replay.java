package org.ecosec.alerts.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.signal.Economies;
import org.ecosec.alerts.signal.Origin;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.platform.inbox.CloudEvent;
import org.ecosec.platform.ledger.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Takes a decision again from its evidence alone, and compares the bytes. */
@ApplicationScoped
class Replay {

  private final ObjectMapper json;
  private final CanonicalJson canonical;

  Replay(ObjectMapper json, CanonicalJson canonical) {
    this.json = json;
    this.canonical = canonical;
  }

  ReplayView of(String stored) {
    try {
      var tree = json.readTree(stored);
      var replayed = replayed(tree);
      return new ReplayView(
          tree.path("decision").asText(),
          replayed == null ? null : replayed.equals(stored),
          replayed == null ? "NOT_DECIDED_BY_A_RULE" : null,
          sha256(stored),
          replayed == null ? null : sha256(replayed),
          replayed == null ? null : json.readTree(replayed));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Stored evidence cannot be read", impossible);
    }
  }

  // People and the calendar decide too: an acknowledgement, the end of a silence.
  private @Nullable String replayed(JsonNode stored) throws JsonProcessingException {
    if (!stored.has("rule") || !stored.has("known")) {
      return null;
    }
    var evidence = json.treeToValue(stored, Evidence.class);
    var rule = new Rule(evidence.rule(), evidence.ruleVersion().version());
    var signal = signal(evidence);
    var judgement = Judgement.of(rule, signal, evidence.known(), evidence.decidedAt(), canonical);
    return canonical.of(
        Evidence.of(
            judgement, signal, rule, evidence.known(), evidence.muting(), evidence.decidedAt()));
  }

  private static Signal signal(Evidence evidence) {
    var kept = evidence.signal();
    var event =
        new CloudEvent(
            kept.eventId(),
            "",
            "",
            kept.publishedBy().atOffset(ZoneOffset.UTC),
            kept.sequence(),
            kept.topic(),
            kept.key());
    return new Signal(
        kept.kind(),
        kept.subject(),
        evidence.facts(),
        kept.figures(),
        kept.novelty(),
        kept.products(),
        kept.sectors(),
        evidence.undecided(),
        kept.atMostOnly(),
        kept.weight(),
        kept.handling(),
        Economies.NONE,
        new Origin(event, kept.publishedBy(), kept.revision(), kept.payload(), kept.read()));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
