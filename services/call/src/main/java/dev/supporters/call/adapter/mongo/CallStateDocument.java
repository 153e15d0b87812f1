package dev.supporters.call.adapter.mongo;

import static dev.supporters.call.adapter.mongo.CallMapper.DRIVER_ID;
import static dev.supporters.call.adapter.mongo.CallMapper.STAGE;
import static dev.supporters.call.adapter.mongo.CallMapper.time;

import dev.supporters.call.life.Assignee;
import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Assignee.Nobody;
import dev.supporters.call.life.Assignee.Ride;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.Canceller;
import dev.supporters.call.life.Failure;
import dev.supporters.call.life.Stage;

import org.bson.Document;

import java.util.Date;

/** A call's state in its document: flat, so that it can be searched. */
final class CallStateDocument {

    private static final String END_TIME = "endTime";
    private static final String DISPATCH_TIME = "dispatchTime";
    private static final String CANCELLED_BY = "cancelledBy";
    private static final String FAILURE = "failure";

    private CallStateDocument() {}

    static Document write(CallState state) {
        Document document = new Document(STAGE, Stage.of(state).name());
        write(state.assignee(), document);
        return switch (state) {
            case CallState.Completed s -> document.append(END_TIME, Date.from(s.endTime()));
            case CallState.Cancelled s ->
                    document.append(END_TIME, Date.from(s.endTime()))
                            .append(CANCELLED_BY, s.by().name());
            case CallState.Failed s ->
                    document.append(END_TIME, Date.from(s.endTime()))
                            .append(FAILURE, s.why().name());
            case CallState.Requested s -> document;
            case CallState.Commanded s -> document;
            case CallState.General s -> document;
            case CallState.Accepted s -> document;
            case CallState.Arrived s -> document;
            case CallState.Driving s -> document;
        };
    }

    static CallState read(Document document) {
        return switch (Stage.valueOf(document.getString(STAGE))) {
            case REQUESTED -> new CallState.Requested();
            case COMMANDED -> new CallState.Commanded(command(document));
            case GENERAL -> new CallState.General();
            case ACCEPTED -> new CallState.Accepted(ride(document));
            case ARRIVED -> new CallState.Arrived(ride(document));
            case DRIVING -> new CallState.Driving(ride(document));
            case COMPLETED -> new CallState.Completed(ride(document), time(document, END_TIME));
            case CANCELLED ->
                    new CallState.Cancelled(
                            assignee(document),
                            Canceller.valueOf(document.getString(CANCELLED_BY)),
                            time(document, END_TIME));
            case FAILED ->
                    new CallState.Failed(
                            assignee(document),
                            Failure.valueOf(document.getString(FAILURE)),
                            time(document, END_TIME));
        };
    }

    private static void write(Assignee assignee, Document document) {
        document.append(DRIVER_ID, assignee.driver())
                .append("commandId", assignee.commandOfIt())
                .append("etaSeconds", assignee.eta());
        if (assignee instanceof Ride ride) {
            document.append(DISPATCH_TIME, Date.from(ride.dispatchTime()));
        }
    }

    private static Assignee assignee(Document document) {
        if (document.containsKey(DISPATCH_TIME)) {
            return ride(document);
        }
        return document.getString("commandId").isEmpty() ? new Nobody() : command(document);
    }

    private static Ride ride(Document document) {
        Command command = command(document);
        return command.commandId().isEmpty()
                ? new GeneralRide(command.driverId(), time(document, DISPATCH_TIME))
                : new SupporterRide(command, time(document, DISPATCH_TIME));
    }

    private static Command command(Document document) {
        return new Command(
                document.getString("commandId"),
                document.getString(DRIVER_ID),
                document.getInteger("etaSeconds"));
    }
}
