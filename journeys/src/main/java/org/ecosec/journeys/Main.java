package org.ecosec.journeys;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The command line of {@code ./run}. */
public final class Main {
  private Main() {}

  public static void main(String... arguments) throws IOException {
    int code = run(List.of(arguments), System.out, System.err);
    System.out.flush();
    System.exit(code);
  }

  private static int run(List<String> arguments, PrintStream out, PrintStream err)
      throws IOException {
    var state = new StateDirectory(Path.of(System.getProperty("ecosec.state", ".local")));
    try {
      String command = arguments.isEmpty() ? "" : arguments.getFirst();
      List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
      return switch (command) {
        case "stop" -> new StopCommand(state, out).run();
        case "status" -> new StatusCommand(state, out).run();
        case "verify-ledger" -> new VerifyLedgerCommand(out).run(rest);
        case "receive" -> new ReceiveCommand(out).run(rest);
        case "help", "--help", "-h" -> {
          out.print(Options.USAGE);
          yield 0;
        }
        default -> start(Options.of(arguments), state, out);
      };
    } catch (Refusal refusal) {
      err.println(refusal.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 130;
    }
  }

  private static int start(Options options, StateDirectory state, PrintStream out)
      throws IOException, InterruptedException {
    if (options.detach()) {
      return new DetachedStart(state, out).run(options);
    }
    var ports = Ports.of(System.getenv());
    var settings =
        new LocalPlatform.Settings(Objects.requireNonNull(state.path().getParent()), state, ports);
    return new StartCommand(settings, out).run(options);
  }
}
