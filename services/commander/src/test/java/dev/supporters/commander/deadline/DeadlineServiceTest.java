package dev.supporters.commander.deadline;

import static dev.supporters.commander.Samples.TOO_FAR;
import static dev.supporters.commander.Samples.VETO;
import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

class DeadlineServiceTest {

    private final Night night = new Night().at("1", "2");
    private final Command command = night.commanded("254137", "1");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong realNanos = new AtomicLong();
    private final DeadlineService deadlines =
            new DeadlineService(
                    night.slots,
                    night.answers,
                    night.clock,
                    night.millisClock,
                    Night.config(),
                    meters,
                    realNanos::get);

    @BeforeEach
    void start() {
        deadlines.start();
    }

    @Test
    void silenceAcceptsAtTheDeadline() {
        schedule();

        night.clock.advance(VETO.minusMillis(1));
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);

        night.clock.advance(Duration.ofMillis(1));
        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(night.published().getLast().getEventTime().getSeconds())
                .isEqualTo(command.deadlineTime().getEpochSecond());
    }

    /** The usual case: a driver answers, and nothing is left to be done when the time is over. */
    @Test
    void aCommandThatHasItsOutcomeIsNotLookedUpAtItsDeadline() {
        schedule();
        deadlines.decided(command.commandId());

        night.clock.advance(VETO);

        assertThat(night.calls.asked()).isEmpty();
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);
    }

    /** Rule 17: what waits has an age. */
    @Test
    void forHowLongACommandWaitsBeyondItsDeadlineIsTold() {
        assertThat(overdueSeconds()).isZero();
        night.calls.down(true);
        night.clock.advance(VETO.plusSeconds(7));
        night.clock.tick();
        assertThat(overdueSeconds()).isEqualTo(7);

        night.calls.down(false);
        night.clock.tick();
        night.clock.tick();

        assertThat(overdueSeconds()).isZero();
    }

    private double overdueSeconds() {
        return meters.get("supporters_commander_overdue_seconds").gauge().value();
    }

    @Test
    void aRefusedCommandStaysRefused() {
        schedule();
        night.answers.refuse(driver("1"), key(command), TOO_FAR, anyRequest());

        night.clock.advance(VETO);
        night.clock.tick();

        assertThat(night.publishedNames()).containsExactly("COMMANDED", "REFUSED");
    }

    @Test
    void aCommandThatIsReadThreeTimesIsAcceptedOnce() {
        schedule();
        schedule();
        schedule();

        night.clock.advance(VETO);
        schedule();

        assertThat(night.publishedNames()).containsExactly("COMMANDED", "ACCEPTED");
        assertThat(night.calls.asked()).hasSize(1);
    }

    @Test
    void theSweepFindsWhatNoTimerFiredFor() {
        night.clock.advance(VETO);
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);

        night.clock.tick();

        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
    }

    @Test
    void theSweepLeavesCommandsAloneThatAreNotDue() {
        night.clock.advance(VETO.minusMillis(1));

        night.clock.tick();

        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);
        assertThat(night.calls.asked()).isEmpty();
    }

    @Test
    void aCommandOfLongAgoIsLeftToTheSweep() {
        night.clock.advance(VETO.plusMinutes(1));

        schedule();

        assertThat(night.calls.asked()).isEmpty();
    }

    @Test
    void aCallThatDoesNotAnswerIsAskedAgainUntilItDoes() {
        schedule();
        night.calls.down(true);
        night.clock.advance(VETO);
        night.clock.tick();
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);

        night.calls.down(false);
        night.clock.tick();

        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(night.calls.asked()).hasSize(3);
    }

    @Test
    void aCommandIsWithdrawnIfItsCallAnswersNoInTheEnd() {
        schedule();
        night.calls.down(true);
        night.clock.advance(VETO);
        night.calls.down(false);
        night.calls.agree(false);

        night.clock.tick();

        assertThat(night.slot("1")).isInstanceOf(Slot.Free.class);
        assertThat(night.publishedNames()).containsExactly("COMMANDED", "CANCELLED");
    }

    @Test
    void afterAMinuteWithoutAnAnswerSilenceAcceptsAlone() {
        schedule();
        night.calls.down(true);
        night.clock.advance(VETO);
        realNanos.set(Duration.ofSeconds(60).toNanos() - 1);
        night.clock.tick();
        assertThat(night.slot("1")).isInstanceOf(Slot.Commanded.class);

        realNanos.set(Duration.ofSeconds(60).toNanos());
        night.clock.tick();

        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(night.registry.counter("supporters_commander_unconfirmed_total").count())
                .isEqualTo(1);
    }

    @Test
    void oneSilentCallDelaysNoOther() {
        Command second = night.commanded("2", "2");
        schedule();
        deadlines.schedule(driver("2"), second.commandId(), second.deadlineTime());
        night.calls.down(true);
        night.clock.advance(VETO);
        night.calls.down(false);

        night.clock.tick();

        assertThat(night.slot("1")).isInstanceOf(Slot.Accepted.class);
        assertThat(night.slot("2")).isInstanceOf(Slot.Accepted.class);
    }

    private void schedule() {
        deadlines.schedule(driver("1"), command.commandId(), command.deadlineTime());
    }
}
