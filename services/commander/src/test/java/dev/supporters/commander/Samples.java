package dev.supporters.commander;

import dev.supporters.commander.slot.AssignmentOrder;
import dev.supporters.commander.slot.AssignmentOrder.CommandCandidate;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.CommandKey;
import dev.supporters.commander.slot.DecidedCommands;
import dev.supporters.commander.slot.DriverRefusal;
import dev.supporters.commander.slot.ShiftEvent;
import dev.supporters.commander.slot.ShiftRef;
import dev.supporters.commander.slot.SlotHeader;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.Memberships;
import dev.supporters.contract.Money;
import dev.supporters.contract.Place;
import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkStep;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Drivers, calls and shifts to test with; the night is a Friday's, 21:30 to begin with, and its window ends at 01:00. */
public final class Samples {

    public static final Instant NOW = TestClock.FRIDAY_NIGHT;
    public static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");
    public static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 20);
    public static final Duration VETO = Duration.ofSeconds(5);
    public static final Place ORIGIN =
            new Place("37.39433886412452", "127.1105739023173", "판교역", "경기 성남시");
    public static final Money FARE = new Money(18_000, "KRW");
    public static final DriverRefusal TOO_FAR =
            new DriverRefusal(RefusalReason.REFUSAL_REASON_TOO_FAR, "other side of the river");

    private Samples() {}

    public static DriverId driver(String id) {
        return new DriverId(id);
    }

    public static CallId call(String id) {
        return new CallId(id);
    }

    public static WorkId work(String driver) {
        return WorkId.of(driver(driver), Product.PRODUCT_DRIVER, BUSINESS_DATE);
    }

    public static CommandKey key(Command command) {
        return CommandKey.of(command);
    }

    /** The key of a request that nobody sends again. */
    public static String anyRequest() {
        return UUID.randomUUID().toString();
    }

    public static ShiftRef shift(String driver) {
        return new ShiftRef(
                work(driver), Product.PRODUCT_DRIVER, NOW.minusSeconds(1800), WINDOW_END, 1, false);
    }

    public static SlotHeader header(String driver) {
        return new SlotHeader(
                driver(driver),
                Optional.of(shift(driver)),
                DecidedCommands.NONE,
                Optional.empty(),
                Optional.empty());
    }

    public static AssignmentOrder order(String call, String... drivers) {
        return new AssignmentOrder(
                call(call),
                Product.PRODUCT_DRIVER,
                Arrays.stream(drivers)
                        .map(each -> new CommandCandidate(driver(each), 240))
                        .toList(),
                ORIGIN,
                FARE,
                VETO,
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    public static Command command(String call, String driver) {
        return new Command(
                call + "-" + driver + "-2",
                call(call),
                driver(driver),
                work(driver),
                Product.PRODUCT_DRIVER,
                ORIGIN,
                FARE,
                240,
                NOW,
                NOW.plus(VETO),
                RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    public static ShiftEvent begun(String driver) {
        return new ShiftEvent(step(driver, 1, WorkStep.State.WORKING), Optional.of(WINDOW_END));
    }

    /** A day later. */
    public static ShiftEvent begunNextEvening(String driver) {
        WorkId next = WorkId.of(driver(driver), Product.PRODUCT_DRIVER, BUSINESS_DATE.plusDays(1));
        return new ShiftEvent(
                new WorkStep(
                        driver(driver),
                        next,
                        Product.PRODUCT_DRIVER,
                        "seoul",
                        1,
                        WorkStep.State.WORKING,
                        NOW.plus(Duration.ofDays(1)).minusSeconds(1800)),
                Optional.of(WINDOW_END.plus(Duration.ofDays(1))));
    }

    /** Any other step of a shift. */
    public static ShiftEvent shiftEvent(String driver, long version, WorkStep.State state) {
        return new ShiftEvent(step(driver, version, state), Optional.empty());
    }

    /** The driver's memberships as of a version of the profile: in these products. */
    public static Memberships memberships(String driver, long version, Product... active) {
        return new Memberships(driver(driver), version, Set.of(active));
    }

    private static WorkStep step(String driver, long version, WorkStep.State state) {
        return new WorkStep(
                driver(driver),
                work(driver),
                Product.PRODUCT_DRIVER,
                "seoul",
                version,
                state,
                NOW.minusSeconds(1800).plusSeconds(version));
    }
}
