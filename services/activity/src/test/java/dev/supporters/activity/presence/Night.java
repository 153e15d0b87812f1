package dev.supporters.activity.presence;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.activity.FixedConfig;
import dev.supporters.activity.adapter.mongo.PresenceMapper;
import dev.supporters.activity.presence.WorkStep.Standing;
import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.Events;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.RecordingSender;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A driver's Friday night and its lookout, in memory; instants are seconds from its start. */
final class Night {

    static final DriverId DRIVER = new DriverId("1004550");
    static final WorkId FRIDAY = new WorkId("1004550-driver-2026-11-20");
    static final WorkId SATURDAY = new WorkId("1004550-driver-2026-11-21");
    static final Instant START = TestClock.FRIDAY_NIGHT;

    private final TestClock clock = new TestClock(START);
    private final RecordingSender sender = new RecordingSender();
    final InMemoryAggregateStore<Presence> documents =
            new InMemoryAggregateStore<>(new PresenceMapper());
    final Thresholds thresholds = new Thresholds(new FixedConfig());

    /** That of this process; another one takes its place with a restart. */
    Lookout lookout = anotherLookout();

    /** As a process has it that was just started. */
    void restart() {
        lookout = anotherLookout();
    }

    /** Another process' lookout, on the same store and topics. */
    Lookout anotherLookout() {
        Events events =
                new Events(
                        sender,
                        OpenTelemetry.noop().getTracer("test"),
                        new SimpleMeterRegistry(),
                        clock,
                        Map.of());
        return new Lookout(new Presences(documents), thresholds, events, clock, new FixedConfig());
    }

    int report(int... seconds) {
        return lookout.report(DRIVER, IntStream.of(seconds).mapToObj(Night::position).toList());
    }

    void work(WorkId workId, long version, Standing standing, int second) {
        lookout.note(DRIVER, step(workId, version, standing, second));
    }

    void goTo(int second) {
        clock.set(at(second));
    }

    void sweepAt(int second) {
        goTo(second);
        lookout.sweep();
    }

    void sweep(int times) {
        IntStream.range(0, times).forEach(each -> lookout.sweep());
    }

    /** The positions that were told. */
    List<LocationEvent> sent() {
        return sender.sent().stream().map(Night::parsed).toList();
    }

    /** Who was told to be unreachable or reachable. */
    List<LocationEvent> told() {
        return documents.published().stream()
                .map(event -> (LocationEvent) event.payload())
                .toList();
    }

    private static LocationEvent parsed(Envelope envelope) {
        try {
            return LocationEvent.parseFrom(envelope.payload());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    static LocationEvent unreachable(WorkId workId, int second) {
        return (LocationEvent)
                PresenceEvents.unreachable(
                                DRIVER,
                                new Silence(workId, at(second), at(0), false, Optional.empty()))
                        .payload();
    }

    static LocationEvent reachable(String workId, int second) {
        return (LocationEvent) PresenceEvents.reachable(DRIVER, workId, at(second)).payload();
    }

    static WorkStep step(WorkId workId, long version, Standing standing, int second) {
        return new WorkStep(workId, Product.PRODUCT_DRIVER, "seoul", version, standing, at(second));
    }

    static Position position(int second) {
        return new Position(37.5, 127.0, at(second));
    }

    static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
