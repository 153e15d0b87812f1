package dev.supporters.commander.watch;

import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.adapter.mongo.InMemorySlots;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriverId;
import dev.supporters.commander.slot.Slot;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class WatchFeedTest {

    private final Night night = new Night().at("1", "2");
    private final List<Consumer<DriverId>> hints = new ArrayList<>();
    private final List<Versioned<Slot>> seen = new ArrayList<>();

    @Test
    void showsTheSlotNowAndAfterEachChange() {
        feed(night.watchers).watch(driver("1"), seen::add);

        Command command = night.commanded("254137", "1");
        night.answering.accept(driver("1"), key(command));

        assertThat(seen)
                .extracting(slot -> slot.value().getClass().getSimpleName() + " " + slot.version())
                .containsExactly("Free 1", "Commanded 2", "Accepted 3");
    }

    @Test
    void showsOneWhoNeverWorkedAsOff() {
        feed(night.watchers).watch(driver("stranger"), seen::add);
        assertThat(seen)
                .extracting(Versioned::value)
                .containsExactly(Slot.never(driver("stranger")));

        night.working.heard(begun("stranger"));
        assertThat(seen.getLast().value()).isInstanceOf(Slot.Free.class);
    }

    @Test
    void showsNothingOfOtherDriversNorOfRepetitions() {
        feed(night.watchers).watch(driver("1"), seen::add);

        night.commanded("254137", "2");
        night.working.heard(begun("1"));

        assertThat(seen).hasSize(1);
    }

    @Test
    void showsNothingAfterItWasClosed() {
        Watcher watcher = feed(night.watchers).watch(driver("1"), seen::add);

        watcher.close();
        watcher.close();
        night.commanded("254137", "1");

        assertThat(seen).hasSize(1);
        assertThat(night.watchers.watched()).isEmpty();
        assertThat(night.registry.get("supporters_commander_watchers").gauge().value()).isZero();
    }

    @Test
    void hearsOfChangesThatAnotherInstanceMade() {
        Watchers ofAnotherInstance = new Watchers(new SimpleMeterRegistry());
        feed(ofAnotherInstance).watch(driver("1"), seen::add);
        night.commanded("254137", "1");
        assertThat(seen).hasSize(1);

        hints.forEach(hint -> hint.accept(driver("2")));
        hints.forEach(hint -> hint.accept(driver("1")));

        assertThat(seen.getLast().value()).isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void findsByItselfWhatNoHintTellsOf() {
        Watchers ofAnotherInstance = new Watchers(new SimpleMeterRegistry());
        feed(ofAnotherInstance).watch(driver("1"), seen::add);
        night.working.pause(driver("1"));

        night.clock.tick();
        night.clock.tick();

        assertThat(seen).hasSize(2);
        assertThat(seen.getLast().value()).isInstanceOf(Slot.Paused.class);
    }

    @Test
    void twoWatchersOfOneSlotBothSeeIt() {
        WatchFeed feed = feed(night.watchers);
        List<Versioned<Slot>> other = new ArrayList<>();
        feed.watch(driver("1"), seen::add);
        feed.watch(driver("1"), other::add);

        night.commanded("254137", "1");

        assertThat(seen).hasSize(2).isEqualTo(other);
        assertThat(hints).hasSize(1);
    }

    private WatchFeed feed(Watchers watchers) {
        return new WatchFeed(
                InMemorySlots.slots(night.documents, watchers),
                watchers,
                hints::add,
                night.clock,
                Night.config());
    }
}
