package org.ecosec.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;

/** Which TCP port of this machine each part of the local platform listens on. */
public final class Ports {
  /** A listener; its port can be moved with the environment variable of the same name. */
  public enum Listener {
    ECOSEC_EDGE_PORT(8080, "the dashboard and edge"),
    ECOSEC_TRADE_PORT(8081, "trade-service"),
    ECOSEC_INVESTMENT_PORT(8082, "investment-service"),
    ECOSEC_ALERTS_PORT(8083, "alerts-service"),
    ECOSEC_EDGE_MANAGEMENT_PORT(9080, "the management port of the edge"),
    ECOSEC_TRADE_MANAGEMENT_PORT(9081, "the management port of trade-service"),
    ECOSEC_INVESTMENT_MANAGEMENT_PORT(9082, "the management port of investment-service"),
    ECOSEC_ALERTS_MANAGEMENT_PORT(9083, "the management port of alerts-service"),
    ECOSEC_POSTGRES_PORT(15432, "PostgreSQL"),
    ECOSEC_KAFKA_PORT(19092, "Kafka"),
    ECOSEC_KAFKA_CONTROLLER_PORT(19093, "the controller of Kafka");

    private final int usual;
    private final String owner;

    Listener(int usual, String owner) {
      this.usual = usual;
      this.owner = owner;
    }
  }

  private final Map<Listener, Integer> ports;

  private Ports(Map<Listener, Integer> ports) {
    this.ports = new EnumMap<>(ports);
  }

  /** The usual ports, moved where the environment says so. */
  public static Ports of(Map<String, String> environment) {
    var ports = new EnumMap<Listener, Integer>(Listener.class);
    for (Listener listener : Listener.values()) {
      String wanted = environment.getOrDefault(listener.name(), String.valueOf(listener.usual));
      ports.put(listener, number(listener.name(), wanted));
    }
    return new Ports(ports);
  }

  static int number(String name, String wanted) {
    if (!wanted.matches("[1-9]\\d{0,4}") || Integer.parseInt(wanted) > 65_535) {
      throw new Refusal(name + "=" + wanted + " is not a port between 1 and 65535.");
    }
    return Integer.parseInt(wanted);
  }

  /** Ports that are free now, for a second platform beside another one. */
  public static Ports free() throws IOException {
    var ports = new EnumMap<Listener, Integer>(Listener.class);
    var held = new java.util.ArrayList<ServerSocket>();
    try {
      for (Listener listener : Listener.values()) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(listener, socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return new Ports(ports);
  }

  public int of(Listener listener) {
    return java.util.Objects.requireNonNull(ports.get(listener));
  }

  /** Refuses, with the way out, when somebody else listens on one of the ports. */
  void requireFree() {
    ports.forEach(
        (listener, port) -> {
          if (taken(port)) {
            throw new Refusal(
                "Port %d, which %s needs, is in use by another program: stop that program, or choose another port, for example %s=%d ./run."
                    .formatted(port, listener.owner, listener.name(), alternative(port)));
          }
        });
  }

  private static int alternative(int port) {
    return port < 50_000 ? port + 10_000 : port - 10_000;
  }

  private static boolean taken(int port) {
    // Binding alone succeeds on some systems beside a listener on all addresses.
    try (var probe = new Socket()) {
      probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
      return true;
    } catch (IOException nobodyAnswers) {
      try (var ours = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return !ours.isBound();
      } catch (IOException refused) {
        return true;
      }
    }
  }
}
