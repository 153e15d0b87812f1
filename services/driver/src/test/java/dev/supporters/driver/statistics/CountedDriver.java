package dev.supporters.driver.statistics;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.driver.adapter.mongo.DriverStores;
import dev.supporters.driver.adapter.mongo.MongoDriverDayRepository;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.StatisticsRow;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCancelled;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.call.v1.CallEnded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import java.time.Instant;
import java.util.List;

/** One driver, and what is known of the last four weeks. */
public final class CountedDriver {

    public static final DriverId DRIVER = new DriverId("1004550");
    public static final Product PRODUCT = Product.PRODUCT_DRIVER;

    public final TestClock clock;
    public final StatisticsService statistics;
    final RatingService ratings;
    final IncidentService incidents;
    final ImportService imports;
    final InMemoryAggregateStore<DriverDay> days = new InMemoryAggregateStore<>(DriverStores.DAYS);

    public CountedDriver(TestClock clock) {
        this.clock = clock;
        var repository = new MongoDriverDayRepository(days);
        statistics = new StatisticsService(days, repository, clock);
        ratings = new RatingService(days, clock);
        incidents = new IncidentService(days, repository, clock);
        imports = new ImportService(days, clock);
    }

    public DriverStatistics now() {
        return statistics.of(DRIVER, PRODUCT);
    }

    /** Tells of drives that end now, by commands of these numbers. */
    public void completes(int first, int last) {
        for (int i = first; i <= last; i++) {
            tell(event("k" + i).setCompleted(CallCompleted.getDefaultInstance()));
        }
    }

    public void isCancelled(String commandId, boolean afterAcceptance) {
        isCancelled(commandId, afterAcceptance, CancellationReason.CANCELLATION_REASON_CUSTOMER);
    }

    void isCancelled(String commandId, boolean afterAcceptance, CancellationReason reason) {
        tell(
                event(commandId)
                        .setCancelled(
                                CallCancelled.newBuilder()
                                        .setAfterAcceptance(afterAcceptance)
                                        .setReason(reason)));
    }

    /** Tells of a call that ends now. */
    void ends(String callId, DispatchPath path, CallState state, String reason) {
        CallEvent event =
                CallEvent.newBuilder()
                        .setCallId(callId)
                        .setDriverId(DRIVER.value())
                        .setProduct(PRODUCT)
                        .setState(state)
                        .setEventTime(Timestamps.of(clock.instant()))
                        .setEnded(CallEnded.newBuilder().setPath(path).setReason(reason))
                        .build();
        DriveResult.read(event).ifPresent(statistics::apply);
    }

    void tell(ActivityEvent.Builder event) {
        DriveResult.read(event.build()).ifPresent(statistics::apply);
    }

    ActivityEvent.Builder event(String commandId) {
        return ActivityEvent.newBuilder()
                .setDriverId(DRIVER.value())
                .setCallId("c-" + commandId)
                .setCommandId(commandId)
                .setProduct(PRODUCT)
                .setEventTime(Timestamps.of(clock.instant()));
    }

    Rating rate(String requestId, String callId, Instant endTime, int stars) {
        return ratings.rate(
                new RatingService.CustomerRating(
                        requestId, new CallId(callId), DRIVER, PRODUCT, endTime, stars));
    }

    public IncidentService.Shown enter(String requestId, Incident.Kind kind, String date) {
        return incidents.record(
                new IncidentService.IncidentEntry(
                        requestId, DRIVER, PRODUCT, kind, date, "a scratch", "operator-1"));
    }

    public ImportService.Result imported(String requestId, StatisticsRow.Builder... rows) {
        return imports.take(
                requestId, List.of(rows).stream().map(StatisticsRow.Builder::build).toList());
    }

    public static StatisticsRow.Builder row(String date) {
        return StatisticsRow.newBuilder()
                .setDriverId(DRIVER.value())
                .setProduct(PRODUCT)
                .setDate(date);
    }
}
