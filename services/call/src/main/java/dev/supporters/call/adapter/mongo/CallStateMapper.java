package dev.supporters.call.adapter.mongo;

import static dev.supporters.platform.store.StoredFields.stored;

import dev.supporters.call.life.Assignee;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Assignee.Nobody;
import dev.supporters.call.life.Assignee.Ride;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Failure;
import dev.supporters.call.life.CallState.Hold;
import dev.supporters.call.life.CallState.Kind;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.store.StoredFields;

import org.bson.Document;

import java.util.Optional;

/** A call's state in its document: flat, so that it can be searched. */
final class CallStateMapper {

    static final String STATE = "state";
    static final String DRIVER_ID = "driverId";
    static final String END_TIME = "endTime";
    static final String HOLD_UNTIL = "holdUntil";

    /** The name of {@link #STATE} in the stored form 1. */
    private static final String STATE_IN_FORM_1 = "stage";

    private static final String HOLD_SINCE = "holdSince";
    private static final String COMMAND_ID = "commandId";
    private static final String ETA_SECONDS = "etaSeconds";
    private static final String DISPATCH_TIME = "dispatchTime";
    private static final String CANCELLED_BY = "cancelledBy";
    private static final String FAILURE = "failure";
    private static final String DROP_TIME = "dropTime";

    private CallStateMapper() {}

    static void write(CallState state, Document document) {
        document.append(STATE, stored(state.kind()));
        write(state.assignee(), document);
        switch (state) {
            case CallState.Completed s -> document.append(END_TIME, stored(s.endTime()));
            case CallState.Cancelled s ->
                    document.append(END_TIME, stored(s.endTime()))
                            .append(CANCELLED_BY, stored(s.by()));
            case CallState.Failed s ->
                    document.append(END_TIME, stored(s.endTime())).append(FAILURE, stored(s.why()));
            case CallState.Requested s ->
                    s.hold()
                            .ifPresent(hold ->
                                    document.append(HOLD_SINCE, stored(hold.since()))
                                            .append(HOLD_UNTIL, stored(hold.until())));
            case CallState.Commanded s -> {}
            case CallState.General s ->
                    s.dropTime().ifPresent(time -> document.append(DROP_TIME, stored(time)));
            case CallState.Accepted s -> {}
            case CallState.Arrived s -> {}
            case CallState.Driving s -> {}
        }
    }

    static CallState read(StoredFields fields) {
        String field = isForm1(fields) ? STATE_IN_FORM_1 : STATE;
        return switch (fields.constant(field, Kind.class)) {
            case REQUESTED -> new CallState.Requested(hold(fields));
            case COMMANDED -> new CallState.Commanded(command(fields));
            case GENERAL -> new CallState.General(fields.findInstant(DROP_TIME));
            case ACCEPTED -> new CallState.Accepted(ride(fields));
            case ARRIVED -> new CallState.Arrived(ride(fields));
            case DRIVING -> new CallState.Driving(ride(fields));
            case COMPLETED -> new CallState.Completed(ride(fields), fields.instant(END_TIME));
            case CANCELLED ->
                    new CallState.Cancelled(
                            assignee(fields),
                            fields.constant(CANCELLED_BY, Canceller.class),
                            fields.instant(END_TIME));
            case FAILED ->
                    new CallState.Failed(
                            assignee(fields),
                            fields.constant(FAILURE, Failure.class),
                            fields.instant(END_TIME));
        };
    }

    static boolean isForm1(StoredFields fields) {
        return fields.has(STATE_IN_FORM_1);
    }

    private static Optional<Hold> hold(StoredFields fields) {
        return fields.findInstant(HOLD_UNTIL)
                .map(until -> new Hold(fields.instant(HOLD_SINCE), until));
    }

    private static void write(Assignee assignee, Document document) {
        assignee.driver().ifPresent(driver -> document.append(DRIVER_ID, driver.value()));
        assignee.commandGiven()
                .ifPresent(command ->
                        document.append(COMMAND_ID, command.commandId())
                                .append(ETA_SECONDS, command.etaSeconds()));
        if (assignee instanceof Ride ride) {
            document.append(DISPATCH_TIME, stored(ride.dispatchTime()));
        }
    }

    private static Assignee assignee(StoredFields fields) {
        if (fields.has(DISPATCH_TIME)) {
            return ride(fields);
        }
        return hasCommand(fields) ? command(fields) : new Nobody();
    }

    private static Ride ride(StoredFields fields) {
        return hasCommand(fields)
                ? new SupporterRide(command(fields), fields.instant(DISPATCH_TIME))
                : new GeneralRide(driver(fields), fields.instant(DISPATCH_TIME));
    }

    private static Command command(StoredFields fields) {
        return new Command(fields.text(COMMAND_ID), driver(fields), fields.integer(ETA_SECONDS));
    }

    private static DriverId driver(StoredFields fields) {
        return new DriverId(fields.text(DRIVER_ID));
    }

    /** In the stored form 1 a call without a command has an empty one. */
    private static boolean hasCommand(StoredFields fields) {
        return !fields.textOrEmpty(COMMAND_ID).isEmpty();
    }
}
