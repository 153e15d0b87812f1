package dev.supporters.commander.watch;

import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.begun;
import static dev.supporters.commander.Samples.driver;
import static dev.supporters.commander.Samples.key;
import static dev.supporters.commander.Samples.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.commander.Night;
import dev.supporters.commander.adapter.mongo.MongoSlotRepository;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.ShiftVersion;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.watch.WatcherRegistry.SlotWatcher;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.Versioned;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class WatchServiceTest {

    private final Night night = new Night().at("1", "2");
    private final List<Consumer<DriverId>> signals = new ArrayList<>();
    private final List<Versioned<Slot>> seen = new ArrayList<>();

    @Test
    void showsTheSlotNowAndAfterEachChange() {
        service(night.watchers).watch(driver("1"), seen::add);

        Command command = night.commanded("254137", "1");
        night.answers.accept(driver("1"), key(command), anyRequest());

        assertThat(seen)
                .extracting(slot -> slot.value().getClass().getSimpleName() + " " + slot.version())
                .containsExactly("Free 1", "Commanded 2", "Accepted 3");
    }

    @Test
    void showsOneWhoNeverWorkedAsOff() {
        service(night.watchers).watch(driver("stranger"), seen::add);
        assertThat(seen)
                .extracting(Versioned::value)
                .containsExactly(Slot.neverWorked(driver("stranger")));

        night.slotService.apply(begun("stranger"));
        assertThat(seen.getLast().value()).isInstanceOf(Slot.Free.class);
    }

    @Test
    void showsNothingOfOtherDriversNorOfRepetitions() {
        service(night.watchers).watch(driver("1"), seen::add);

        night.commanded("254137", "2");
        night.slotService.apply(begun("1"));

        assertThat(seen).hasSize(1);
    }

    @Test
    void showsNothingAfterItWasClosed() {
        SlotWatcher watcher = service(night.watchers).watch(driver("1"), seen::add);

        watcher.close();
        watcher.close();
        night.commanded("254137", "1");

        assertThat(seen).hasSize(1);
        assertThat(night.watchers.watched()).isEmpty();
        assertThat(night.registry.get("supporters_commander_watchers").gauge().value()).isZero();
    }

    @Test
    void showsChangesThatAnotherInstanceMade() {
        WatcherRegistry ofAnotherInstance = new WatcherRegistry(new SimpleMeterRegistry());
        service(ofAnotherInstance).watch(driver("1"), seen::add);
        night.commanded("254137", "1");
        assertThat(seen).hasSize(1);

        signals.forEach(signal -> signal.accept(driver("2")));
        signals.forEach(signal -> signal.accept(driver("1")));

        assertThat(seen.getLast().value()).isInstanceOf(Slot.Commanded.class);
    }

    @Test
    void findsByItselfWhatHasNoSignal() {
        WatcherRegistry ofAnotherInstance = new WatcherRegistry(new SimpleMeterRegistry());
        service(ofAnotherInstance).watch(driver("1"), seen::add);
        night.slotService.pause(driver("1"), new ShiftVersion(work("1"), 1));

        night.clock.tick();
        night.clock.tick();

        assertThat(seen).hasSize(2);
        assertThat(seen.getLast().value()).isInstanceOf(Slot.Paused.class);
    }

    @Test
    void twoWatchersOfOneSlotBothGetIt() {
        WatchService watches = service(night.watchers);
        List<Versioned<Slot>> other = new ArrayList<>();
        watches.watch(driver("1"), seen::add);
        watches.watch(driver("1"), other::add);

        night.commanded("254137", "1");

        assertThat(seen).hasSize(2).isEqualTo(other);
        assertThat(signals).hasSize(1);
    }

    private WatchService service(WatcherRegistry watchers) {
        return new WatchService(
                new MongoSlotRepository(night.documents, watchers),
                watchers,
                signals::add,
                night.clock,
                Night.config());
    }
}
