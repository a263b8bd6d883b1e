package org.ecosec.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A TCP port of the loopback address that nobody listened on a moment ago. */
final class FreePort {
  private FreePort() {}

  static int orElse(int wanted) throws IOException {
    if (wanted != 0) {
      return wanted;
    }
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
