package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.ecosec.alerts.subscription.Consents;
import org.ecosec.alerts.subscription.Consents.Ask;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.ecosec.platform.security.Clearance;
import org.jboss.logging.Logger;

/** Asks addresses for their consent, at the pauses of the retry table, and ends with a refusal. */
@ApplicationScoped
class ConsentAsking {

  private static final Logger LOG = Logger.getLogger(ConsentAsking.class);
  private static final int AT_ONCE = 64;
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofDays(7);
  static final String ASKED_BY_MAIL = "ASKED_BY_MAIL";

  private final Consents consents;
  private final ConsentCall call;
  private final MailCall mails;
  private final Endpoints endpoints;
  private final Notices notices;
  private final RetrySchedule schedule;
  private final WebhookConfig config;
  private final Clearance clearance;
  private final Clock clock;

  ConsentAsking(
      Consents consents,
      ConsentCall call,
      MailCall mails,
      Endpoints endpoints,
      Notices notices,
      WebhookConfig config,
      Clearance clearance,
      Clock clock) {
    this.consents = consents;
    this.call = call;
    this.mails = mails;
    this.endpoints = endpoints;
    this.notices = notices;
    this.schedule = new RetrySchedule(config.retryAfter());
    this.config = config;
    this.clearance = clearance;
    this.clock = clock;
  }

  void start(Executor threads) {
    for (Ask ask : consents.due(AT_ONCE, LEASE)) {
      threads.execute(() -> ask(ask));
    }
  }

  private void ask(Ask ask) {
    try {
      if (ASKED_BY_MAIL.equals(ask.said())) {
        refuse(ask);
        return;
      }
      var callback = config.publicUrl().resolve("/alerts/v1/consents/" + ask.token()).toString();
      var answer =
          switch (ask.channel()) {
            case WEBHOOK -> call.ask(String.valueOf(ask.url()), callback);
            case EMAIL -> mails.ask(String.valueOf(ask.email()), callback);
          };
      if (answer.agrees()) {
        consents.grant(ask.subscriptionId(), answer.ratePerMinute());
      } else {
        askLater(ask, answer.said());
      }
    } catch (RuntimeException failure) {
      LOG.warnf("Subscription %s is asked again after: %s", ask.subscriptionId(), failure);
    }
  }

  private void askLater(Ask ask, String said) {
    var chance = ThreadLocalRandom.current().nextDouble();
    // A mail is written once; who does not answer it in a week does not agree.
    var next =
        said.equals(ASKED_BY_MAIL)
            ? Optional.of(clock.instant().plus(PATIENCE))
            : schedule.next(ask.asks(), clock.instant(), null, chance);
    consents.unanswered(ask.subscriptionId(), said, next.orElse(null));
    if (next.isEmpty()) {
      refuse(ask);
    }
  }

  @ActivateRequestContext
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void refuse(Ask ask) {
    clearance.actAsSystem();
    endpoints.disable(List.of(ask.subscriptionId()), "NO_CONSENT").forEach(notices::disabled);
  }
}
