package io.coreyield.analysis.recording.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of the process cuts no write short. */
@Timeout(60)
class WritesTest {

  private final Writes writes = new Writes();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  private Thread write(CountDownLatch begun, CountDownLatch mayEnd) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            writes.run(() -> {
              begun.countDown();
              awaited(mayEnd);
            });
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void waitsForTheWriteThatIsUnderWay() throws Exception {
    Thread writer = write(begun, mayEnd);
    begun.await();

    assertThat(writes.end(1)).isFalse();
    mayEnd.countDown();
    assertThat(writes.end(TimeUnit.SECONDS.toMillis(50))).isTrue();
    writer.join();
  }

  @Test
  void beginsNoWriteAfterTheEnd() throws Exception {
    assertThat(writes.end(1)).isTrue();
    mayEnd.countDown();

    assertThat(write(begun, mayEnd).join(Duration.ofMillis(200))).isFalse();
    assertThat(begun.getCount()).isEqualTo(1);
  }
}
