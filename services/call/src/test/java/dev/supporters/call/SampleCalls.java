package dev.supporters.call;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallOrder;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Canceller;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.CallState.Failure;
import dev.supporters.call.life.CallState.General;
import dev.supporters.call.life.FollowUp;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.life.FollowUps;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.TestClock;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls in every state. */
public final class SampleCalls {

    public static final CallId ID = new CallId("254137");
    public static final String CUSTOMER = "7001";
    public static final DriverId DRIVER = new DriverId("1004550");
    public static final DriverId COMMISSION_DRIVER = new DriverId("2000001");
    public static final String SECRET = "우리집 지하 2층";
    public static final Instant NOW = TestClock.FRIDAY_NIGHT;
    public static final Command COMMAND = new Command("c1", DRIVER, 420);
    public static final SupporterRide RIDE = new SupporterRide(COMMAND, NOW.plusSeconds(5));
    public static final GeneralRide GENERAL_RIDE =
            new GeneralRide(COMMISSION_DRIVER, NOW.plusSeconds(40));

    private SampleCalls() {}

    public static CallOrder order() {
        return order(ID, NOW);
    }

    public static CallOrder order(CallId callId, Instant createTime) {
        return new CallOrder(
                callId,
                Product.PRODUCT_DRIVER,
                CUSTOMER,
                "김고객",
                new Place("37.39433886412452", "127.1105739023173", "판교역", ""),
                new Place("37.5", "127.0", SECRET, "서울"),
                Place.NONE,
                new Money(18_000, "KRW"),
                12_300,
                Place.NONE,
                createTime);
    }

    /** From another place. */
    public static CallOrder order(CallId callId, Instant createTime, Position origin) {
        CallOrder order = order(callId, createTime);
        return new CallOrder(
                callId,
                order.product(),
                order.customerId(),
                order.customerName(),
                new Place("" + origin.lat(), "" + origin.lng(), "", ""),
                order.destination(),
                order.stopover(),
                order.fare(),
                order.distanceMeters(),
                order.appLocation(),
                createTime);
    }

    public static Call requested() {
        return Call.requested(order());
    }

    public static Call commanded() {
        return requested().commanded(COMMAND, NOW);
    }

    public static Call general() {
        return requested().general("NO_SUPPORTER", NOW);
    }

    public static Call accepted() {
        return requested().supporters(new Accepted(RIDE), NOW);
    }

    public static Call arrived() {
        return requested().supporters(new Arrived(RIDE), NOW);
    }

    public static Call driving() {
        return requested().supporters(new Driving(RIDE), NOW);
    }

    public static Call completed() {
        return requested().supporters(new Completed(RIDE, NOW.plusSeconds(900)), NOW);
    }

    public static Call generalAccepted() {
        return general().becomes(new Accepted(GENERAL_RIDE), NOW);
    }

    public static Call generalArrived() {
        return general().becomes(new Arrived(GENERAL_RIDE), NOW);
    }

    public static Call generalDriving() {
        return general().becomes(new Driving(GENERAL_RIDE), NOW);
    }

    public static Call generalCompleted() {
        return general().becomes(new Completed(GENERAL_RIDE, NOW.plusSeconds(900)), NOW);
    }

    public static Call cancelled() {
        return accepted().cancelled(Canceller.CUSTOMER, NOW);
    }

    public static Call unserved() {
        return general().failed(Failure.UNSERVED, NOW);
    }

    public static Call failed() {
        return commanded().withoutCommand(COMMAND.commandId()).failed(Failure.REFUSED, NOW);
    }

    /** Cancelled by an operator before anybody had it. */
    public static Call generalCancelled() {
        return general().cancelled(Canceller.OPERATOR, NOW);
    }

    /** Waits for the next supporter after a refusal. */
    public static Call requestedAgain() {
        return commanded()
                .withoutCommand("c1")
                .requestedAgain(DRIVER, NOW)
                .tagged(List.of("supporters:fit"));
    }

    /** Waits for a supporter, for a minute at most. */
    public static Call held() {
        return requested().held(NOW.plusSeconds(60), NOW).tagged(List.of("supporters:fit"));
    }

    /** One of each. */
    public static List<Call> all() {
        return List.copyOf(byName().values());
    }

    /** What is stored, by what it is. */
    public static Map<String, Call> stored() {
        Map<String, Call> calls = byName();
        // forms before 3 do not say what others were told
        calls.replaceAll((name, call) ->
                call.state() instanceof CallState.General ? call : call.with(FollowUps.NONE));
        calls.put("general-acknowledged", general().acknowledged(Kind.HAND_OVER, NOW));
        calls.put(
                "general-dropped",
                general().becomes(new General(Optional.of(NOW.plusSeconds(60))), NOW));
        calls.put("general-parked", parked());
        calls.put("general-not-closed", general().notClosed(NOW));
        calls.put("cancelled-not-taken-back", cancelled());
        return calls;
    }

    /** The legacy system did not take it. */
    public static Call parked() {
        return general()
                .with(
                        new FollowUps(
                                List.of(
                                        new FollowUp(
                                                Kind.HAND_OVER,
                                                new FollowUp.Parked(
                                                        NOW.plusSeconds(300),
                                                        8,
                                                        "legacy answered 422")))));
    }

    private static Map<String, Call> byName() {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("requested", requested());
        calls.put("commanded", commanded());
        calls.put("general", general());
        calls.put("accepted", accepted());
        calls.put("arrived", arrived());
        calls.put("driving", driving());
        calls.put("completed", completed());
        calls.put("general-accepted", generalAccepted());
        calls.put("general-arrived", generalArrived());
        calls.put("general-driving", generalDriving());
        calls.put("general-completed", generalCompleted());
        calls.put("cancelled", cancelled());
        calls.put("general-cancelled", generalCancelled());
        calls.put("unserved", unserved());
        calls.put("failed", failed());
        calls.put("requested-again", requestedAgain());
        calls.put("held", held());
        return calls;
    }
}
