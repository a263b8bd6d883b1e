package org.ecosec.investment.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final AtomicInteger worked = new AtomicInteger();

  @Test
  void ofCallersThatAskTheSameAtOnceOneWorks() throws InterruptedException {
    var remembered = new Remembered<String, Integer>(100);
    var begun = new CountDownLatch(1);
    var asked = new ArrayList<Callable<List<Integer>>>();
    for (int i = 0; i < 20; i++) {
      asked.add(
          () ->
              remembered.of(
                  "same",
                  () -> {
                    begun.countDown();
                    return List.of(worked.incrementAndGet());
                  }));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.invokeAll(asked))
          .allSatisfy(answer -> assertThat(answer.resultNow()).containsExactly(1));
    }
    assertThat(begun.getCount()).isZero();
    assertThat(worked).hasValue(1);
  }

  @Test
  void aFailureIsNotRemembered() {
    var remembered = new Remembered<String, Integer>(100);
    assertThatThrownBy(
            () ->
                remembered.of(
                    "question",
                    () -> {
                      throw new IllegalStateException("away");
                    }))
        .hasMessage("away");
    assertThat(remembered.of("question", () -> List.of(7))).containsExactly(7);
  }

  @Test
  void theAnswersAskedForLastAreKeptUpToANumberOfItems() {
    var remembered = new Remembered<String, Integer>(6);
    for (var question : List.of("a", "b")) {
      remembered.of(question, () -> List.of(1, 2));
    }
    remembered.of("a", this::neverAsked);
    remembered.of("c", () -> List.of(1, 2));
    assertThat(remembered.questions()).containsExactly("a", "c");
    remembered.of("a", this::neverAsked);
    assertThat(worked).hasValue(0);
  }

  private List<Integer> neverAsked() {
    worked.incrementAndGet();
    return List.of();
  }
}
