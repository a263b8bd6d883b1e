package org.ecosec.alerts.feed;

import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.Semaphore;
import org.ecosec.alerts.alert.AlertHistory;
import org.ecosec.platform.security.HandlingLevel;
import org.jboss.logging.Logger;

/**
 * One listener's stream: reads on from its position in the history and sends no more than the
 * listener takes, so that a slow one costs nothing but its own delay.
 */
final class AlertStream {

  private static final Logger LOG = Logger.getLogger(AlertStream.class);

  private final MultiEmitter<? super OutboundSseEvent> listener;
  private final Sse sse;
  private final AlertPages pages;
  private final AlertBell bell;
  private final FeedConfig config;
  private final Semaphore demand = new Semaphore(0);
  private long lastSent = System.nanoTime();

  AlertStream(
      MultiEmitter<? super OutboundSseEvent> listener,
      Sse sse,
      AlertPages pages,
      AlertBell bell,
      FeedConfig config) {
    this.listener = listener;
    this.sse = sse;
    this.pages = pages;
    this.bell = bell;
    this.config = config;
    listener.onRequest(count -> demand.release());
    listener.onTermination(demand::release);
  }

  void run(long start, HandlingLevel level) {
    send(sse.newEventBuilder().comment("listening").build());
    long position = afterGap(start, level);
    while (!listener.isCancelled()) {
      try {
        long rings = bell.rings();
        long reached = sendPage(position, level);
        if (reached == position) {
          beat();
          bell.await(rings, config.poll());
        }
        position = reached;
      } catch (InterruptedException stopping) {
        listener.complete();
        return;
      } catch (RuntimeException failure) {
        // The listener resumes with Last-Event-ID, here or at another replica.
        LOG.warnf("A stream ends after: %s", failure);
        listener.complete();
        return;
      }
    }
  }

  // The id of the gap is where it ends: a listener that breaks off there is not told of it again.
  private long afterGap(long start, HandlingLevel level) {
    long position = pages.goesOnAfter(start, level, config.catchUp());
    if (position != start) {
      send(
          sse.newEventBuilder()
              .id(Long.toString(position))
              .name("gap")
              .data(
                  String.class,
                  "{\"after\":%d,\"through\":%d,\"read\":\"/alerts/v1/alerts\"}"
                      .formatted(start, position))
              .build());
    }
    return position;
  }

  private long sendPage(long position, HandlingLevel level) throws InterruptedException {
    long reached = position;
    if (listener.requested() > 0) {
      for (AlertHistory.Entry entry : pages.after(position, level)) {
        while (listener.requested() == 0 && !listener.isCancelled()) {
          demand.acquire();
        }
        send(
            sse.newEventBuilder()
                .id(Long.toString(entry.position()))
                .name(entry.change().name())
                .data(String.class, entry.payload())
                .build());
        reached = entry.position();
      }
    }
    return reached;
  }

  private void beat() {
    if (System.nanoTime() - lastSent > config.heartbeat().toNanos() && listener.requested() > 0) {
      send(sse.newEventBuilder().comment("heartbeat").build());
    }
  }

  private void send(OutboundSseEvent event) {
    listener.emit(event);
    lastSent = System.nanoTime();
  }
}
