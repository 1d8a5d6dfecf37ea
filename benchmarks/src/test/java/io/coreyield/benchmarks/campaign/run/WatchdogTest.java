package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private final CountDownLatch killed = new CountDownLatch(1);

  @Test
  void itKillsWhatDoesNotEnd() throws InterruptedException {
    try (Watchdog watchdog = new Watchdog(Duration.ofMillis(1), killed::countDown)) {
      assertThat(killed.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(watchdog.hasBarked()).isTrue();
    }
  }

  @Test
  void itLetsLiveWhatHasEnded() {
    Watchdog watchdog = new Watchdog(Duration.ofHours(1), killed::countDown);
    watchdog.close();

    assertThat(watchdog.hasBarked()).isFalse();
    assertThat(killed.getCount()).isOne();
    assertThat(watchdog.message()).isEqualTo("did not end within 3600 s and was killed");
  }
}
