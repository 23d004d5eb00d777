package org.clew.cypher.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CourtesyTest {
  @Test
  void shouldNotWaitWhileNobodyAsks() {
    Courtesy courtesy = new Courtesy(60);
    courtesy.giveWay();
    assertThat(courtesy.waitedNanos()).isZero();
  }

  @Test
  void shouldWaitWhileSomebodyAsks() {
    Courtesy courtesy = new Courtesy(60);
    courtesy.ask();
    courtesy.giveWay();
    assertThat(courtesy.waitedNanos()).isPositive();
  }

  @Test
  void shouldNotWaitForEver() {
    Courtesy courtesy = new Courtesy(0);
    courtesy.ask();
    courtesy.giveWay();
    assertThat(courtesy.waitedNanos()).isZero();
  }

  @Test
  void shouldNotWaitWhenItIsToStop() throws InterruptedException {
    Courtesy courtesy = new Courtesy(600);
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    Thread work =
        new Thread(
            () -> {
              begun.countDown();
              while (!stop.get() && !Thread.currentThread().isInterrupted()) {
                courtesy.ask();
                courtesy.giveWay();
              }
            });
    work.start();
    begun.await();
    work.interrupt();
    work.join();
    stop.set(true);
    assertThat(work.isAlive()).isFalse();
  }
}
