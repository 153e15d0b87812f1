package dev.supporters.activity.presence;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.supporters.activity.FixedConfig;
import dev.supporters.activity.adapter.mongo.ActivityStores;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.platform.event.Envelope;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.RecordingSender;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A driver's Friday night and its monitor, in memory; instants are seconds from its start. */
final class Night {

    static final DriverId DRIVER = new DriverId("1004550");
    static final WorkId FRIDAY = WorkId.ofStored("1004550-driver-2026-11-20");
    static final WorkId SATURDAY = WorkId.ofStored("1004550-driver-2026-11-21");
    static final Instant START = TestClock.FRIDAY_NIGHT;

    private static final String LAST = "last";

    private final TestClock clock = new TestClock(START);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RecordingSender sender = new RecordingSender();
    private final List<Events> processes = new ArrayList<>();
    final InMemoryAggregateStore<Presence> documents =
            new InMemoryAggregateStore<>(ActivityStores.PRESENCES);
    final OutageThresholds thresholds = new OutageThresholds(new FixedConfig(), clock);

    /** That of this process; a restart replaces it. */
    PresenceMonitor monitor = anotherMonitor();

    /** As a process has it that was just started. */
    void restart() {
        monitor = anotherMonitor();
    }

    /** The monitor of another process, on the same store and topics. */
    PresenceMonitor anotherMonitor() {
        Events events =
                new Events(
                        sender,
                        (channel, record, why) -> {},
                        OpenTelemetry.noop().getTracer("test"),
                        new SimpleMeterRegistry(),
                        clock,
                        Map.of(),
                        Duration.ofHours(1));
        processes.add(events);
        return new PresenceMonitor(
                new PresenceRepository(documents),
                thresholds,
                events,
                clock,
                new RejectedPositionMetrics(meters),
                new FixedConfig());
    }

    int report(int... seconds) {
        return report(IntStream.of(seconds).mapToObj(Night::position).toList()).taken();
    }

    PresenceMonitor.Receipt report(List<ReportedPosition> positions) {
        return monitor.report(DRIVER, positions);
    }

    PresenceMonitor.Receipt reportAt(int second, double lat, double lng) {
        return report(List.of(position(second, lat, lng)));
    }

    void work(WorkId workId, long version, WorkStep.State state, int second) {
        monitor.apply(step(workId, version, state, second));
    }

    void goTo(int second) {
        clock.set(at(second));
    }

    void sweepAt(int second) {
        goTo(second);
        monitor.sweep();
    }

    void sweep(int times) {
        IntStream.range(0, times).forEach(each -> monitor.sweep());
    }

    /** The positions that were published; waits for those that are on their way. */
    List<LocationEvent> sent() {
        try {
            for (Events process : processes) {
                String last = UUID.randomUUID().toString();
                process.publish(
                        new Event(
                                Topics.LOCATIONS, last, LAST, LocationEvent.getDefaultInstance()));
                sender.sentUpTo(last);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return sender.sent().stream()
                .filter(envelope -> !envelope.type().equals(LAST))
                .map(Night::parsed)
                .toList();
    }

    /** The events that the driver became unreachable or reachable. */
    List<LocationEvent> published() {
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
                                new Outage(workId, at(second), at(0), false, Optional.empty()))
                        .payload();
    }

    static LocationEvent reachable(WorkId workId, int second) {
        return (LocationEvent)
                PresenceEvents.reachable(DRIVER, Optional.of(workId), at(second)).payload();
    }

    static LocationEvent reachableOffWork(int second) {
        return (LocationEvent)
                PresenceEvents.reachable(DRIVER, Optional.empty(), at(second)).payload();
    }

    static WorkStep step(WorkId workId, long version, WorkStep.State state, int second) {
        return new WorkStep(
                DRIVER, workId, Product.PRODUCT_DRIVER, "seoul", version, state, at(second));
    }

    static ReportedPosition position(int second) {
        return position(second, 37.5, 127.0);
    }

    static ReportedPosition position(int second, double lat, double lng) {
        return new ReportedPosition(new Position(lat, lng), at(second));
    }

    static KnownPlace.Fix fix(int second) {
        return new KnownPlace.Fix(position(second).position(), at(second), at(second));
    }

    static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
