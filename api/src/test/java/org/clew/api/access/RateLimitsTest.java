package org.clew.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong(-5 * SECOND);
  private final RateLimits limits = new RateLimits(5, now::get);

  @Test
  void shouldAllowABurstAndThenTheRate() {
    assertThat(burst("a")).isEqualTo(20);
    RateDecision refused = limits.count("a");
    assertThat(refused).isEqualTo(new RateDecision(false, 0, 4, 1));

    now.addAndGet(SECOND);
    assertThat(burst("a")).isEqualTo(5);
    now.addAndGet(3_600 * SECOND);
    assertThat(burst("a")).isEqualTo(20);
  }

  @Test
  void shouldTellWhatIsLeft() {
    assertThat(limits.count("a")).isEqualTo(new RateDecision(true, 19, 1, 0));
    assertThat(limits.policy()).isEqualTo("\"default\";q=20;w=4");
  }

  @Test
  void shouldCountEachCallerAlone() {
    burst("a");
    assertThat(limits.count("b").allowed()).isTrue();
  }

  @Test
  void shouldRememberABoundedNumberOfCallersTheLatestFirst() {
    burst("busy");
    IntStream.range(0, RateLimits.MOST_CALLERS - 1).forEach(i -> limits.count("c" + i));
    assertThat(limits.count("busy").allowed()).isFalse();
    IntStream.range(0, RateLimits.MOST_CALLERS * 2).forEach(i -> limits.count("d" + i));
    assertThat(limits.remembered()).isEqualTo(RateLimits.MOST_CALLERS);
  }

  private int burst(String caller) {
    int allowed = 0;
    while (limits.count(caller).allowed()) {
      allowed++;
    }
    return allowed;
  }
}
