package dev.supporters.call;

import dev.supporters.call.life.Assignee.Command;
import dev.supporters.call.life.Assignee.GeneralRide;
import dev.supporters.call.life.Assignee.SupporterRide;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallState.Accepted;
import dev.supporters.call.life.CallState.Arrived;
import dev.supporters.call.life.CallState.Completed;
import dev.supporters.call.life.CallState.Driving;
import dev.supporters.call.life.Canceller;
import dev.supporters.call.life.Failure;
import dev.supporters.call.life.Fare;
import dev.supporters.call.life.Order;
import dev.supporters.call.life.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.TestClock;

import java.time.Instant;
import java.util.List;

/** Calls in every state. */
public final class SampleCalls {

    public static final String ID = "254137";
    public static final String CUSTOMER = "7001";
    public static final String DRIVER = "1004550";
    public static final String COMMISSION_DRIVER = "2000001";
    public static final String SECRET = "우리집 지하 2층";
    public static final Instant NOW = TestClock.FRIDAY_NIGHT;
    public static final Command COMMAND = new Command("c1", DRIVER, 420);
    public static final SupporterRide RIDE = new SupporterRide(COMMAND, NOW.plusSeconds(5));
    public static final GeneralRide GENERAL_RIDE =
            new GeneralRide(COMMISSION_DRIVER, NOW.plusSeconds(40));

    private SampleCalls() {}

    public static Order order() {
        return order(ID, NOW);
    }

    public static Order order(String callId, Instant createTime) {
        return new Order(
                callId,
                Product.PRODUCT_DRIVER,
                CUSTOMER,
                "김고객",
                new Place("37.39433886412452", "127.1105739023173", "판교역", ""),
                new Place("37.5", "127.0", SECRET, "서울"),
                Place.NONE,
                new Fare(18_000, "KRW"),
                12_300,
                Place.NONE,
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
        return commanded().without(COMMAND.commandId()).failed(Failure.REFUSED, NOW);
    }

    /** One of each. */
    public static List<Call> all() {
        return List.of(
                requested(),
                commanded(),
                general(),
                accepted(),
                arrived(),
                driving(),
                completed(),
                generalAccepted(),
                generalArrived(),
                generalDriving(),
                generalCompleted(),
                cancelled(),
                general().cancelled(Canceller.OPERATOR, NOW),
                unserved(),
                failed(),
                commanded().without("c1").again(DRIVER, NOW).tagged(List.of("supporters:fit")));
    }
}
