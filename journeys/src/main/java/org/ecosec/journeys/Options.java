package org.ecosec.journeys;

import java.util.List;

/** What {@code ./run} was asked to do when it starts the platform. */
record Options(boolean detach, boolean fresh, boolean empty) {

  static final String USAGE =
      """
      ./run             build, start PostgreSQL, Kafka, the services and the dashboard; Ctrl-C stops them
        --detach        return when everything is ready, and leave it running
        --fresh         forget the data of earlier starts first
        --empty         start without the reference record
      ./run status      what is running, where, and with how much memory
      ./run stop        stop what --detach (or a killed start) left running
      ./run receive     receive webhooks and print them: [--port 9099] [--secret whsec_...]
      ./run test        run every test: ./mvnw verify with a JDK 25
      ./run bench       measure beside each target's peer: [import] [concentration] [page]
      ./run backtest    score the detector of anomalies against labelled events: [--events FILE] [--series FILE]
      ./run faults      kill every process while files come in, and see that nothing is lost
      """;

  static Options of(List<String> arguments) {
    var known = List.of("--detach", "--fresh", "--empty");
    arguments.stream()
        .filter(argument -> !known.contains(argument))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw new Refusal("./run does not know \"" + unknown + "\".\n\n" + USAGE);
            });
    return new Options(
        arguments.contains("--detach"),
        arguments.contains("--fresh"),
        arguments.contains("--empty"));
  }
}
