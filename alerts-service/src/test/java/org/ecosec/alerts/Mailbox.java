package org.ecosec.alerts;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;

/** A real SMTP server on this machine and what it was given. */
public final class Mailbox implements AutoCloseable {

  public static final int PORT = freePort();

  private final GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", "smtp"));

  public Mailbox() {
    server.start();
  }

  public List<MimeMessage> of(String address) {
    return Arrays.stream(server.getReceivedMessages())
        .filter(mail -> recipients(mail).contains(address))
        .toList();
  }

  public List<MimeMessage> await(String address, int count) {
    return Eventually.get(
        count + " mails to " + address, () -> of(address), mails -> mails.size() >= count);
  }

  private static List<String> recipients(MimeMessage mail) {
    try {
      return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
    } catch (MessagingException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
