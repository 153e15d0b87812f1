package dev.supporters.work.shift;

import static dev.supporters.work.shift.ShiftState.DRIVER;
import static dev.supporters.work.shift.ShiftState.ID;

import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.testkit.DirectExecutor;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.states.Interruption;
import dev.supporters.testkit.states.Operations;
import dev.supporters.work.TestShifts;
import dev.supporters.work.adapter.mongo.MongoShiftRepository;
import dev.supporters.work.adapter.mongo.WorkStores;
import dev.supporters.work.begin.BeginOrder;
import dev.supporters.work.begin.BeginService;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.begin.WorkPolicy;
import dev.supporters.work.begin.ZoneAdmission;
import dev.supporters.work.clockoff.ClockOffService;
import dev.supporters.work.overrun.OperatorEndOrder;
import dev.supporters.work.overrun.OperatorEndService;
import dev.supporters.work.removal.RemovalService;
import dev.supporters.work.shift.CommanderNeighbour.CommanderSays;
import dev.supporters.work.shift.ShiftState.Call;
import dev.supporters.work.shift.WorkEvents.OperatorDecision;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The product's services, started from a state, with commander as their neighbour. */
final class ShiftRun implements Operations.Run<ShiftState> {

    private static final SimpleMeterRegistry METERS = new SimpleMeterRegistry();
    private static final WorkPolicy POLICY =
            new WorkPolicy(
                    Product.PRODUCT_DRIVER,
                    "seoul",
                    1,
                    new RegionBounds(37, 126, 38, 128),
                    PolicyDefaults.WINDOW,
                    List.of(),
                    PolicyDefaults.HOURLY_WAGE,
                    false,
                    false,
                    PolicyDefaults.OVERRUN_LIMIT);

    private final ShiftState before;
    private final Interruption interruption = new Interruption();
    private final InMemoryAggregateStore<Shift> documents;
    private final BeginService beginnings;
    private final ShiftService shifts;
    private final AskedChanges asked;
    private final ClockOffService clockOff;
    private final OperatorEndService operatorEnds;
    private final RemovalService removals;
    private final ActivityModeService modes;
    private final TestClock clock;
    private final CommanderNeighbour commander;

    ShiftRun(ShiftState before) {
        this.before = before;
        documents = before.stored().copy(interruption::point);
        clock = new TestClock(before.now());
        commander = new CommanderNeighbour(before.around(), clock, interruption);
        var repository = new MongoShiftRepository(documents, clock);
        asked = new AskedChanges(documents, repository, commander, METERS);
        clockOff =
                new ClockOffService(
                        documents,
                        repository,
                        commander,
                        asked,
                        clock,
                        TestShifts.config(),
                        // so that an interruption is where the operation is
                        new DirectExecutor(),
                        METERS);
        shifts = new ShiftService(documents, repository, asked, clock);
        modes = new ActivityModeService(documents, repository, asked, clock);
        operatorEnds = new OperatorEndService(documents, clock);
        removals =
                new RemovalService(
                        documents, repository, (driverId, product) -> membership(), clock);
        beginnings =
                new BeginService(
                        documents,
                        repository,
                        (driverId, product) -> membership(),
                        (product, region) -> POLICY,
                        new ZoneAdmission(
                                (product, region, position, now) -> new Placement.Outside(),
                                new InMemoryAggregateStore<>(WorkStores.PLACES),
                                documents,
                                repository),
                        new GeneralDrives(clock),
                        clockOff,
                        modes,
                        clock);
    }

    @Override
    public Interruption interruption() {
        return interruption;
    }

    @Override
    public ShiftState stored() {
        if (interruption.passed() == 0
                && commander.around().equals(before.around())
                && clock.instant().equals(before.now())) {
            return before;
        }
        ShiftState after = before.then(documents, clock.instant(), commander.around());
        return after.form().equals(before.form()) ? before : after;
    }

    String later(Instant next) {
        clock.set(next);
        commander.forgetLate();
        return "later";
    }

    String begin() {
        return answer(() ->
                beginnings.begin(
                        new BeginOrder(
                                "begin-1",
                                new DriverId(DRIVER),
                                Product.PRODUCT_DRIVER,
                                WorkType.WORK_TYPE_HOURLY,
                                new Position(37.5, 127),
                                new AppRule.App(
                                        AppPlatform.APP_PLATFORM_IOS, new AppVersion("5.2.0")))));
    }

    String rest(String requestId, CommanderSays says) {
        return asking(says, () -> shifts.rest(TestShifts.order(requestId, DRIVER)));
    }

    String resume(String requestId, CommanderSays says) {
        return asking(says, () -> shifts.resume(TestShifts.order(requestId, DRIVER)));
    }

    String end(String requestId, CommanderSays says) {
        return asking(says, () -> shifts.end(TestShifts.order(requestId, DRIVER)));
    }

    /**
     * Two looks, since the first one leaves requests under way alone: when the second one comes, their deadlines are over, and what was on
     * its way is too late.
     */
    String sweepAsked(CommanderSays says) {
        boolean requestUnderWay = commander.underWay();
        commander.forgetLate();
        return asking(
                says,
                () -> {
                    asked.sweep();
                    if (!requestUnderWay) {
                        asked.sweep();
                    }
                });
    }

    String sweepClockOff(CommanderSays says, int looks) {
        commander.forgetLate();
        return asking(
                says,
                () -> {
                    for (int look = 0; look < looks; look++) {
                        clockOff.sweep();
                    }
                });
    }

    String endByOperator() {
        return answer(() ->
                operatorEnds.end(
                        new OperatorEndOrder(
                                "operator-1",
                                ID,
                                TestShifts.WINDOW_END,
                                new OperatorDecision("operator-1", "phone lost"))));
    }

    private Optional<Membership> membership() {
        return commander.around().membership().member()
                ? Optional.of(
                        new Membership(
                                "seoul",
                                !commander.around().mode().off(),
                                profileVersion(commander.around().mode().switched().size())))
                : Optional.empty();
    }

    private static long profileVersion(int switches) {
        return switches + 1L;
    }

    /** The driver is switched off, or on again. */
    String modeChanges() {
        commander.change(around -> around.with(around.mode().changed(clock.instant())));
        return "switched";
    }

    /** The service reads of a change of the mode, for the first time or again. */
    String readMode(int change) {
        Instant switched = commander.around().mode().switched().get(change - 1);
        String answer =
                answer(() ->
                        modes.modeTold(
                                new DriverId(DRIVER),
                                Product.PRODUCT_DRIVER,
                                new KnownMode(
                                        profileVersion(change),
                                        ShiftState.Mode.offAfter(change),
                                        switched),
                                "mode-" + change));
        commander.change(around -> around.with(around.mode().readTo(change)));
        return answer;
    }

    /** The driver is removed from the group, or is in it again. */
    String membershipChanges() {
        commander.change(around -> around.with(around.membership().changed()));
        return "changed";
    }

    /** The service reads of a change of the membership, for the first time or again. */
    String readMembership(int change) {
        Set<Product> memberOf =
                ShiftState.Membership.memberAfter(change)
                        ? Set.of(Product.PRODUCT_DRIVER)
                        : Set.of();
        String answer =
                answer(() ->
                        removals.profileChanged(
                                new DriverId(DRIVER), memberOf, "profile-" + change));
        commander.change(around -> around.with(around.membership().readTo(change)));
        return answer;
    }

    /** The slot follows an event of the shift, for the first time or again. */
    String follow(int event) {
        commander.change(around ->
                around.with(around.slot().apply(before.told().get(event))).applied(event + 1));
        return "followed";
    }

    CommanderNeighbour commander() {
        return commander;
    }

    String command() {
        return commander.command(
                documents.find(ID.value()).orElseThrow().value() instanceof Shift.Working);
    }

    String lateQuestionArrives() {
        return answer(commander::lateQuestionArrives);
    }

    /** The service hears of the end of a call, for the first time or again. */
    String hear(int end) {
        Call call = before.around().ended().get(end);
        commander.change(around -> around.heard(end + 1));
        String eventId = "event-" + end;
        return answer(() -> {
            if (call.taken()) {
                clockOff.driveEnded(ID, call.end().orElseThrow(), eventId);
            } else {
                clockOff.commandEnded(ID, call.end().orElseThrow(), eventId);
            }
        });
    }

    /** Everything comes that still can: calls end, events are read, commander answers, and the looks go on. */
    ShiftState afterAll() {
        commander.free();
        ShiftRun next = new ShiftRun(stored());
        next.settle();
        return next.stored();
    }

    /** The same before the window ends; so nobody is at work any more who was removed. */
    ShiftState afterAllWithinTheWindow() {
        commander.free();
        ShiftRun next = new ShiftRun(stored());
        next.settleWithinTheWindow();
        return next.stored();
    }

    private void settle() {
        settleWithinTheWindow();
        clock.set(TestShifts.WINDOW_END.plus(Duration.ofHours(1)));
        sweepClockOff(CommanderSays.ANSWERS, TestShifts.PATIENCE);
    }

    private void settleWithinTheWindow() {
        var membership = before.around().membership();
        for (int change = membership.read() + 1; change <= membership.changes(); change++) {
            readMembership(change);
        }
        var mode = before.around().mode();
        for (int change = mode.read() + 1; change <= mode.switched().size(); change++) {
            readMode(change);
        }
        for (int end = before.around().heard(); end < before.around().ended().size(); end++) {
            hear(end);
        }
        sweepAsked(CommanderSays.ANSWERS);
    }

    private String asking(CommanderSays says, Runnable operation) {
        return answer(() -> commander.saying(says, operation));
    }

    /** A refusal is answered with its reason. */
    private static String answer(Runnable operation) {
        try {
            operation.run();
            return "done";
        } catch (Refusal refusal) {
            return refusal.reasonName();
        }
    }
}
