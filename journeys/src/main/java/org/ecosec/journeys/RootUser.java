package org.ecosec.journeys;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** PostgreSQL refuses to run as root; root can start it in a user namespace of its own. */
final class RootUser {
  private RootUser() {}

  static void requireAnotherForPostgres() throws InterruptedException {
    if (System.getProperty("user.name").equals("root") && !namespaceAllowed()) {
      throw new Refusal(
          "PostgreSQL refuses to run as root and this machine does not allow \"unshare -U\": start ./run as an ordinary user.");
    }
  }

  private static boolean namespaceAllowed() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-U", "true")
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
