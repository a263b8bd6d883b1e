package org.ecosec.journeys;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a batch of signals must and must not lead to, at a subscriber and on the topic of alerts. It
 * looks at the alerts of its own products only; other batches have expectations of their own.
 */
final class AlertExpectations {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TellingOracle oracle = new TellingOracle();
  private final Set<String> fingerprints = new TreeSet<>();

  void raised(String product) {
    fingerprints.add(SignalSource.fingerprint(product));
    oracle.accepted(SignalSource.fingerprint(product));
  }

  void silent(String product) {
    fingerprints.add(SignalSource.fingerprint(product));
  }

  /** What is wrong with what a subscriber was told. */
  List<String> atSubscriber(List<Told> told) {
    return oracle.findings(
        told.stream().filter(one -> fingerprints.contains(one.fingerprint())).toList());
  }

  /** What is wrong with the topic: each change once, however often under the same id. */
  List<String> onTopic(TopicReader topics) throws Exception {
    var ids = new TreeMap<String, Set<String>>();
    for (var record : topics.all("alerts.alerts.v1")) {
      if (fingerprints.contains(record.key())) {
        var change = record.key() + " " + JSON.readTree(record.value()).path("sequence").asText();
        ids.computeIfAbsent(change, none -> new TreeSet<>())
            .add(
                TopicReader.header(record, "ce_id")
                    + " "
                    + TopicReader.header(record, "ce_sequence"));
      }
    }
    var findings = new ArrayList<String>();
    for (String fingerprint : fingerprints) {
      if (oracle.expects(fingerprint) && !ids.containsKey(fingerprint + " 1")) {
        findings.add("not on the topic: " + fingerprint);
      }
    }
    for (Map.Entry<String, Set<String>> change : ids.entrySet()) {
      if (change.getValue().size() > 1) {
        findings.add("on the topic under several ids: " + change.getKey());
      }
    }
    return findings;
  }
}
