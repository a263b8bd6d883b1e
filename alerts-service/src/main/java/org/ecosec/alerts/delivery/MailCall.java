package org.ecosec.alerts.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One mail. An alert has one Message-ID: its first mail carries it, at every attempt, and those of
 * its later states answer to it, so that a mail reader shows one thread.
 */
@ApplicationScoped
class MailCall {

  private static final Logger LOG = Logger.getLogger(MailCall.class);

  private final ReactiveMailer mailer;
  private final MailText texts;
  private final Optional<String> sender;
  private final Duration timeout;
  private final Clock clock;

  MailCall(
      ReactiveMailer mailer,
      MailText texts,
      @ConfigProperty(name = "ecosec.mail.from") Optional<String> sender,
      WebhookConfig config,
      Clock clock) {
    this.mailer = mailer;
    this.texts = texts;
    this.sender = sender;
    this.timeout = config.timeout();
    this.clock = clock;
  }

  void say(@Observes StartupEvent event) {
    if (sender.isEmpty()) {
      LOG.info("Mail is off: set ecosec.mail.from and quarkus.mailer.host to send any");
    }
  }

  Attempt send(Leased delivery) {
    var words = texts.of(delivery);
    var mail = mail(String.valueOf(delivery.email()), words);
    var domain = sender.map(from -> from.substring(from.indexOf('@') + 1)).orElse("localhost");
    if (delivery.kind() == DeliveryKind.EVENT) {
      var thread = "<" + delivery.alertId() + "@" + domain + ">";
      boolean first = delivery.sequence() != null && delivery.sequence() == 1;
      mail.addHeader(
          "Message-ID",
          first
              ? thread
              : "<" + delivery.alertId() + "." + delivery.sequence() + "@" + domain + ">");
      if (!first) {
        mail.addHeader("In-Reply-To", thread).addHeader("References", thread);
      }
    } else {
      mail.addHeader("Message-ID", "<" + delivery.id() + "@" + domain + ">");
    }
    return attempt(mail);
  }

  /** Sends the question; the answer comes by its link. */
  ConsentCall.Answer ask(String address, String link) {
    var attempt = attempt(mail(address, texts.question(link)));
    return ConsentCall.Answer.not(
        attempt.outcome() == AttemptOutcome.ACCEPTED
            ? ConsentAsking.ASKED_BY_MAIL
            : String.valueOf(attempt.detail()));
  }

  private static Mail mail(String address, MailText.Words words) {
    return Mail.withText(address, words.subject(), words.text())
        .setHtml(words.html())
        .addHeader("Auto-Submitted", "auto-generated");
  }

  private Attempt attempt(Mail mail) {
    var at = clock.instant();
    long started = System.nanoTime();
    if (sender.isEmpty()) {
      return attempt(AttemptOutcome.REFUSED, null, "MAIL_IS_OFF", at, started);
    }
    try {
      mailer.send(mail.setFrom(sender.get())).await().atMost(timeout);
      return attempt(AttemptOutcome.ACCEPTED, 250, null, at, started);
    } catch (TimeoutException late) {
      return attempt(AttemptOutcome.NO_ANSWER, null, "TIMED_OUT", at, started);
    } catch (RuntimeException failure) {
      var refused = refusal(failure);
      return refused == null
          ? attempt(AttemptOutcome.NO_ANSWER, null, "NO_CONNECTION", at, started)
          : attempt(
              AttemptOutcome.REFUSED,
              refused.getReplyCode(),
              "SMTP_" + refused.getReplyCode(),
              at,
              started);
    }
  }

  private static @Nullable SMTPException refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SMTPException refused) {
        return refused;
      }
    }
    return null;
  }

  private static Attempt attempt(
      AttemptOutcome outcome,
      @Nullable Integer status,
      @Nullable String detail,
      Instant at,
      long started) {
    var took = Duration.ofNanos(System.nanoTime() - started);
    return new Attempt(outcome, status, detail, at, took, null);
  }
}
