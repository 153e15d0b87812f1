package dev.supporters.commander.slot;

import static dev.supporters.commander.Samples.NOW;
import static dev.supporters.commander.Samples.WINDOW_END;
import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.command;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.news;
import static dev.supporters.commander.Samples.seat;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class WorkRuleTest {

    private static final WorkNews RESTED = news("7", 2, new WorkNews.What.Rested());
    private static final WorkNews RESUMED = news("7", 3, new WorkNews.What.Resumed());
    private static final WorkNews ENDING = news("7", 4, new WorkNews.What.Ending());
    private static final WorkNews ENDED = news("7", 5, new WorkNews.What.Ended());

    @Test
    void aBeginFreesTheSlotUntilTheWindowsEnd() {
        Slot slot = after(begun("7"));

        assertThat(slot).isInstanceOf(Slot.Free.class);
        assertThat(slot.duty())
                .isEqualTo(
                        new Duty(
                                work("7"),
                                Product.PRODUCT_DRIVER,
                                NOW.minusSeconds(1799),
                                WINDOW_END,
                                1,
                                false));
    }

    @Test
    void restsPauseAndResumesFree() {
        assertThat(after(begun("7"), RESTED)).isInstanceOf(Slot.Paused.class);
        assertThat(after(begun("7"), RESTED, RESUMED)).isInstanceOf(Slot.Free.class);
    }

    @Test
    void anEndClosesTheSlot() {
        assertThat(after(begun("7"), RESTED, RESUMED, ENDING, ENDED)).isInstanceOf(Slot.Off.class);
        assertThat(after(begun("7"), RESTED, ENDED)).isInstanceOf(Slot.Off.class);
    }

    @Test
    void anEngagedSlotClosesLater() {
        Slot engaged = new Slot.Driving(seat("7"), command("254137", "7"));

        assertThat(after(engaged, ENDING)).isInstanceOf(Slot.Driving.class);
        assertThat(after(engaged, ENDING).duty().closing()).isTrue();
        assertThat(after(engaged, ENDED).duty().closing()).isTrue();
    }

    @Test
    void aRestThatIsHeardOfLateDoesNotTouchAnEngagement() {
        assertThat(after(new Slot.Commanded(seat("7"), command("254137", "7")), RESTED, RESUMED))
                .isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void newsThatAreNotNewerThanTheNewestHeardChangeNothing() {
        Slot resumed = after(begun("7"), RESTED, RESUMED);

        assertThat(WorkRule.apply(Optional.of(resumed), begun("7"))).isEmpty();
        assertThat(WorkRule.apply(Optional.of(resumed), RESTED)).isEmpty();
        assertThat(WorkRule.apply(Optional.of(resumed), RESUMED)).isEmpty();
    }

    @Test
    void restsThatWereKnownAlreadyAreRememberedAsHeard() {
        // Given a rest and its end, both known by word of mouth before their events came
        Slot known = new Slot.Free(seat("7"));
        Slot paused = PauseRule.pause(Optional.of(known)).orElseThrow().next();
        Slot heard = after(paused, RESTED);
        Slot freed = PauseRule.unpause(Optional.of(heard)).orElseThrow().next();

        // When the rest's event comes again
        Optional<Change<Slot>> again = WorkRule.apply(Optional.of(freed), RESTED);

        // Then
        assertThat(again).isEmpty();
    }

    @Test
    void theNextNightsWorkTakesTheSlotOver() {
        Slot next =
                after(
                        after(begun("7"), ENDED),
                        tomorrow(1, new WorkNews.What.Begun(WINDOW_END.plus(Duration.ofDays(1)))));

        assertThat(next).isInstanceOf(Slot.Free.class);
        assertThat(next.duty().workId()).isEqualTo("7-driver-2026-11-21");
    }

    @Test
    void anOlderWorkChangesNothing() {
        Slot next =
                after(tomorrow(1, new WorkNews.What.Begun(WINDOW_END.plus(Duration.ofDays(1)))));

        assertThat(WorkRule.apply(Optional.of(next), begun("7"))).isEmpty();
        assertThat(WorkRule.apply(Optional.of(next), ENDED)).isEmpty();
    }

    @Test
    void aWorkWhoseBeginWasNotHeardOfOpensNothing() {
        assertThat(WorkRule.apply(Optional.empty(), RESUMED)).isEmpty();
        assertThat(
                        WorkRule.apply(
                                Optional.of(after(begun("7"))),
                                tomorrow(2, new WorkNews.What.Ended())))
                .isEmpty();
    }

    @Test
    void whoBeginsWhileADriveLastsIsFreeAfterIt() {
        Slot engaged = after(new Slot.Driving(seat("7"), command("254137", "7")), ENDED);
        Slot begun =
                after(
                        engaged,
                        tomorrow(1, new WorkNews.What.Begun(WINDOW_END.plus(Duration.ofDays(1)))));

        assertThat(begun).isInstanceOf(Slot.Driving.class);
        assertThat(((Slot.Driving) begun).freed(new Outcome.Accepted(true), NOW))
                .isInstanceOf(Slot.Free.class);
    }

    @Test
    void whateverComesTwiceOrThriceTheSlotEndsTheSame() {
        List<WorkNews> night = List.of(begun("7"), RESTED, RESUMED, ENDING, ENDED);
        for (int length = 1; length <= night.size(); length++) {
            List<WorkNews> part = night.subList(0, length);
            Slot once = after(part.toArray(WorkNews[]::new));
            Random random = new Random(length);
            for (int round = 0; round < 100; round++) {
                Optional<Slot> slot = Optional.empty();
                for (int i = 0; i < part.size(); i++) {
                    // each for the first time in its order; older ones come again in between, as
                    // after a rebalance
                    slot = Optional.of(applied(slot, part.get(i)));
                    for (int again = 0; again < 3; again++) {
                        slot = Optional.of(applied(slot, part.get(random.nextInt(i + 1))));
                    }
                }
                assertThat(slot).contains(once);
            }
        }
    }

    private static WorkNews tomorrow(long version, WorkNews.What what) {
        return new WorkNews(
                driver("7"),
                "7-driver-2026-11-21",
                Product.PRODUCT_DRIVER,
                version,
                NOW.plus(Duration.ofDays(1)),
                what);
    }

    private static Slot after(WorkNews... news) {
        return after(Slot.never(driver("7")), news);
    }

    private static Slot after(Slot slot, WorkNews... news) {
        Slot after = slot;
        for (WorkNews each : news) {
            after = applied(Optional.of(after), each);
        }
        return after;
    }

    private static Slot applied(Optional<Slot> slot, WorkNews news) {
        return WorkRule.apply(slot, news).map(Change::next).or(() -> slot).orElseThrow();
    }
}
