package org.ecosec.journeys;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./run receive}: a subscriber to try webhooks with, by hand. */
record ReceiveCommand(PrintStream out) {

  int run(List<String> arguments) throws IOException, InterruptedException {
    int port = 9099;
    var secrets = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      if (i + 1 == arguments.size()) {
        throw new Refusal(
            option + " needs a value. Use ./run receive [--port 9099] [--secret whsec_...].");
      }
      String value = arguments.get(i + 1);
      switch (option) {
        case "--port" -> port = Ports.number(option, value);
        case "--secret" -> secrets.add(value);
        default ->
            throw new Refusal(
                "./run receive knows --port and --secret (more than once while a secret is replaced), not "
                    + option
                    + ".");
      }
    }
    try (var receiver = WebhookReceiver.start(port, secrets, InstantSource.system(), out)) {
      out.printf("Receiving on http://127.0.0.1:%d/ until Ctrl-C%s%n", port, unverified(secrets));
      out.flush();
      new CountDownLatch(1).await();
      return receiver.port() == port ? 0 : 1;
    }
  }

  private static String unverified(List<String> secrets) {
    return secrets.isEmpty() ? ", without verifying: no --secret was given" : "";
  }
}
