package dev.supporters.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.time.ClockScheduler;
import dev.supporters.platform.time.RateClock;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

class LogLinesTest {

    @Test
    void holdsWarningsAndErrorsOfRequests() {
        try (LogLines lines = new LogLines()) {
            Logger.getLogger("dev.supporters.some").info("done");
            Logger.getLogger("dev.supporters.some").warning("odd");
            Logger.getLogger("dev.supporters.some").severe("broken");

            assertThat(lines.lines())
                    .containsExactly(
                            "WARNING dev.supporters.some: odd null",
                            "SEVERE dev.supporters.some: broken null");
        }
    }

    @Test
    void ofATimerItHoldsErrorsOnly() throws InterruptedException {
        RateClock clock =
                new RateClock(Instant::now, 1, Optional::empty, Instant.EPOCH, Instant.MAX);
        CountDownLatch ran = new CountDownLatch(1);
        try (LogLines lines = new LogLines();
                ClockScheduler scheduler = new ClockScheduler(clock, Runnable::run)) {
            scheduler.at(
                    Instant.EPOCH,
                    () -> {
                        Logger.getLogger("dev.supporters.some").warning("late");
                        Logger.getLogger("dev.supporters.some").severe("broken");
                        ran.countDown();
                    });
            ran.await();

            assertThat(lines.lines()).containsExactly("SEVERE dev.supporters.some: broken null");
        }
    }

    @Test
    void ofTheClockOfComponentTestsItHoldsErrorsOnly() {
        TestClock clock = new TestClock();
        clock.every(
                Duration.ofMinutes(1),
                () -> {
                    Logger.getLogger("dev.supporters.some").warning("late");
                    Logger.getLogger("dev.supporters.some").severe("broken");
                });
        try (LogLines lines = new LogLines()) {
            clock.tick();

            assertThat(lines.lines()).containsExactly("SEVERE dev.supporters.some: broken null");
        }
    }

    @Test
    void aBusyMachineIsNoFinding() {
        try (LogLines lines = new LogLines()) {
            Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker")
                    .log(Level.WARNING, "blocked");

            assertThat(lines.lines()).isEmpty();
        }
    }
}
