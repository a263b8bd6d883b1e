package org.ecosec.journeys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Subscribers' servers that behave badly once they have agreed to be told. */
final class BadReceiver implements AutoCloseable {

  /** How. */
  enum Manner {
    /** Takes the connection and never answers. */
    NEVER_CLOSING,
    /** Answers a byte of the head a second. */
    SLOW_DRIP,
    /** Answers well and then sends without end. */
    HUGE_RESPONSE,
    /** Has agreed, and is gone. */
    DEAD
  }

  private static final List<String> AGREED =
      List.of(
          "HTTP/1.1 200 OK",
          "WebHook-Allowed-Origin: *",
          "Content-Length: 0",
          "Connection: close",
          "",
          "");

  private final Manner manner;
  private final ServerSocket server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  BadReceiver(Manner manner) throws IOException {
    this.manner = manner;
    this.server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /** From now on as its manner is. */
  void agreed() throws IOException {
    if (manner == Manner.DEAD) {
      server.close();
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> answer(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket socket) {
    try {
      var head = head(socket.getInputStream());
      var out = socket.getOutputStream();
      if (head.startsWith("OPTIONS")) {
        write(out, String.join("\r\n", AGREED));
        socket.close();
        return;
      }
      switch (manner) {
        case NEVER_CLOSING, DEAD ->
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        case SLOW_DRIP -> drip(out);
        case HUGE_RESPONSE -> flood(out);
      }
    } catch (IOException | InterruptedException broken) {
      // The service hung up, as it should.
    }
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    for (char one : ("HTTP/1.1 200 OK\r\nX: " + "x".repeat(10_000)).toCharArray()) {
      write(out, Character.toString(one));
      Thread.sleep(Duration.ofSeconds(1));
    }
  }

  private static void flood(OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    while (true) {
      write(out, chunk);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(US_ASCII));
    out.flush();
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
