package org.ecosec.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.testing.RealServers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealServers.class,
    initArgs = @ResourceArg(name = "database", value = "platform"))
class RevisionsTest {

  private final Revisions revisions;
  private final Clock clock;

  RevisionsTest(Revisions revisions, Clock clock) {
    this.revisions = revisions;
    this.clock = clock;
  }

  @Test
  void anInstantKeepsItsRevisionWhenLaterOnesCome() {
    long first = write();
    var between = clock.instant();
    assertThat(revisions.resolve(between)).isEqualTo(first);
    long second = write();
    assertThat(second).isGreaterThan(first);
    assertThat(revisions.resolve(between)).isEqualTo(first);
    assertThat(revisions.current()).isEqualTo(second);
  }

  @Test
  void beforeEverythingNothingWasKnown() {
    assertThat(revisions.resolve(clock.instant().minus(Duration.ofDays(10_000)))).isZero();
  }

  @Test
  void theFutureIsRefused() {
    assertThatThrownBy(() -> revisions.resolve(clock.instant().plus(Duration.ofHours(1))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("as-of-in-future");
  }

  @Test
  void asOfWaitsForARevisionThatIsBeingPublished() throws Exception {
    var published = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var writer =
        CompletableFuture.supplyAsync(
            () ->
                QuarkusTransaction.requiringNew()
                    .call(
                        () -> {
                          long revision = revisions.begin();
                          revisions.publish(revision);
                          published.countDown();
                          release.await();
                          return revision;
                        }));
    published.await();
    var asOf = clock.instant();
    var reader = CompletableFuture.supplyAsync(() -> revisions.resolve(asOf));
    assertThatThrownBy(() -> reader.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    release.countDown();
    assertThat(reader.get(10, TimeUnit.SECONDS)).isEqualTo(writer.get(10, TimeUnit.SECONDS));
  }

  private long write() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              long revision = revisions.begin();
              revisions.publish(revision);
              return revision;
            });
  }
}
