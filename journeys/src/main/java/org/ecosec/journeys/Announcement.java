package org.ecosec.journeys;

import java.time.Duration;

/** What a person wants to know when everything is ready: where to look, with what, at what cost. */
record Announcement(LocalPlatform platform, StateDirectory state, Duration took) {

  String text() {
    String edge = platform.edge().toString();
    var text = new StringBuilder();
    text.append(
        """

        Ready after %.1f s. Stop with Ctrl-C (or ./run stop).

          Dashboard   %s/
          APIs        %s/trade/v1   %s/investment/v1   %s/alerts/v1
        """
            .formatted(took.toMillis() / 1000.0, edge, edge, edge, edge));
    for (String api : ServiceCatalogue.WITH_DATABASE) {
      text.append("  To try      %s/%s/v1/swagger-ui%n".formatted(edge, api));
    }
    text.append("  Tokens      %s/<role>.jwt for%s%n".formatted(state.tokens(), roles()));
    text.append("  Logs        %s%n%n".formatted(state.logs()));
    text.append("  Memory in MiB%n".formatted());
    for (ServiceProcess process : platform.services()) {
      line(text, process.service().name(), Memory.mebibytes(process.handle()));
    }
    platform.postgres().ifPresent(server -> line(text, "PostgreSQL", Memory.mebibytes(server)));
    line(text, "Kafka and this launcher", Memory.ownMebibytes(ProcessHandle.current()));
    return text.append('\n').toString();
  }

  private static String roles() {
    var roles = new StringBuilder();
    for (Role role : Role.values()) {
      roles.append(' ').append(role.label());
    }
    return roles.toString();
  }

  private static void line(StringBuilder text, String name, long mebibytes) {
    text.append("    %-24s %5d%n".formatted(name, mebibytes));
  }
}
