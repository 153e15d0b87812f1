package dev.supporters.driver.statistics;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.Timestamp;

import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;

import java.util.Optional;

/** How an assigned drive ended: one that was commanded as the activity topic tells it, one of general dispatch as the topic of calls does. */
public record DriveResult(DriverDay.Key day, DriverDay.EndedDrive drive) {

    /** As an ended call says it. */
    private static final String BY_CUSTOMER = "CUSTOMER";

    public DriveResult {
        requireNonNull(day);
        requireNonNull(drive);
    }

    /** Empty for an event that ends no assigned drive, and for one that the driver has no part in: a call that was taken away counts for nobody. */
    public static Optional<DriveResult> read(ActivityEvent event) {
        return switch (event.getEventCase()) {
            case COMPLETED -> Optional.of(result(event, true));
            case CANCELLED ->
                    event.getCancelled().getAfterAcceptance()
                                    && counts(event.getCancelled().getReason())
                            ? Optional.of(result(event, false))
                            : Optional.empty();
            case COMMANDED, ACCEPTED, REFUSED, ARRIVED, PICKED_UP, EVENT_NOT_SET ->
                    Optional.empty();
        };
    }

    /** The legacy system takes calls away, and operators cancel, whatever the driver does. */
    private static boolean counts(CancellationReason reason) {
        return switch (reason) {
            case CANCELLATION_REASON_CUSTOMER,
                    CANCELLATION_REASON_DRIVER,
                    CANCELLATION_REASON_UNSPECIFIED,
                    UNRECOGNIZED ->
                    true;
            case CANCELLATION_REASON_WITHDRAWN, CANCELLATION_REASON_OPERATOR -> false;
        };
    }

    /** Of a call that general dispatch has driven, or that its customer has cancelled after a driver had taken it; empty for all else. */
    public static Optional<DriveResult> read(CallEvent event) {
        if (!event.hasEnded()
                || event.getEnded().getPath() != DispatchPath.DISPATCH_PATH_GENERAL
                || event.getDriverId().isEmpty()) {
            return Optional.empty();
        }
        boolean completed = event.getState() == CallState.CALL_STATE_COMPLETED;
        boolean cancelled =
                event.getState() == CallState.CALL_STATE_CANCELLED
                        && event.getEnded().getReason().equals(BY_CUSTOMER);
        return completed || cancelled
                ? Optional.of(
                        new DriveResult(
                                key(event.getDriverId(), event.getProduct(), event.getEventTime()),
                                DriverDay.EndedDrive.general(
                                        new CallId(event.getCallId()), completed)))
                : Optional.empty();
    }

    private static DriveResult result(ActivityEvent event, boolean completed) {
        return new DriveResult(
                key(event.getDriverId(), event.getProduct(), event.getEventTime()),
                new DriverDay.EndedDrive(event.getCommandId(), completed));
    }

    private static DriverDay.Key key(String driverId, Product product, Timestamp time) {
        return new DriverDay.Key(
                new DriverId(driverId), product, LastWeeks.date(Timestamps.instant(time)));
    }
}
