package org.ecosec.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartRefusalsTest {
  @TempDir Path directory;

  @Test
  void aPortInUseIsNamedWithTheWayToMoveIt() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      var ports = Ports.of(Map.of("ECOSEC_KAFKA_PORT", Integer.toString(port)));
      assertThat(ports.of(Ports.Listener.ECOSEC_EDGE_PORT)).isEqualTo(8080);
      assertThatThrownBy(ports::requireFree).hasMessageContaining("in use by another program");
    }
    assertThatCode(() -> Ports.free().requireFree()).doesNotThrowAnyException();
  }

  @Test
  void whatIsNoPortIsRefused() {
    for (String wrong : List.of("0", "65536", "http", "-1", "")) {
      assertThatThrownBy(() -> Ports.of(Map.of("ECOSEC_EDGE_PORT", wrong)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("ECOSEC_EDGE_PORT");
    }
  }

  @Test
  void twoLaunchersDoNotShareAState() throws Exception {
    var state = new StateDirectory(directory);
    Process other = holdLock();
    try (var _ = other.inputReader()) {
      assertThatThrownBy(() -> RunLock.take(state)).hasMessageContaining("running already");
    } finally {
      other.destroyForcibly().waitFor();
    }
    RunLock.take(state).close();
  }

  @Test
  void aNumberThatIsSomebodyElsesByNowIsNotTakenForOurs() throws Exception {
    var state = new StateDirectory(directory);
    var pids = new PidFiles(state);
    pids.note("trade-service", ProcessHandle.current().pid(), "", "");
    assertThat(pids.running("trade-service")).isEmpty();
    assertThat(pids.running("never-noted")).isEmpty();

    Process ours = new ProcessBuilder("sh", "-c", "sleep 60; :", PidFiles.mark(state)).start();
    pids.note("alerts-service", ours.pid(), "http://localhost:8083", "");
    assertThat(pids.running("alerts-service"))
        .hasValueSatisfying(running -> assertThat(running.process().pid()).isEqualTo(ours.pid()));
    ours.destroyForcibly().waitFor();
    assertThat(pids.running("alerts-service")).isEmpty();
  }

  private Process holdLock() throws Exception {
    Process holder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                directory.toString())
            .start();
    assertThat(holder.inputReader().readLine()).isEqualTo("held");
    return holder;
  }

  static final class Holder {
    public static void main(String... arguments) throws Exception {
      RunLock.take(new StateDirectory(Path.of(arguments[0])));
      System.out.println("held");
      Thread.sleep(60_000);
    }
  }
}
