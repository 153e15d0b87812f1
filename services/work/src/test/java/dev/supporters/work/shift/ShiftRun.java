package dev.supporters.work.shift;

import static dev.supporters.work.shift.ShiftState.DRIVER;
import static dev.supporters.work.shift.ShiftState.ID;

import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.DriverId;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.Position;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
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
import dev.supporters.work.shift.ShiftState.Around;
import dev.supporters.work.shift.ShiftState.Call;
import dev.supporters.work.shift.ShiftState.Late;
import dev.supporters.work.shift.WorkEvents.OperatorDecision;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** The product's services, started from a state; commander is a model, which may answer late or never. */
final class ShiftRun implements Operations.Run<ShiftState>, SlotClient {

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
    private final TestClock clock;
    private Around around;
    private CommanderSays commanderSays = CommanderSays.ANSWERS;
    private boolean underWay;

    ShiftRun(ShiftState before) {
        this.before = before;
        around = before.around();
        documents = before.stored().copy(interruption::point);
        clock = new TestClock(before.now());
        var repository = new MongoShiftRepository(documents, clock);
        asked = new AskedChanges(documents, repository, this, METERS);
        clockOff =
                new ClockOffService(
                        documents,
                        repository,
                        this,
                        clock,
                        TestShifts.config(),
                        new SameThread(),
                        METERS);
        shifts = new ShiftService(documents, repository, asked, this, clock);
        operatorEnds = new OperatorEndService(documents, clock);
        beginnings =
                new BeginService(
                        documents,
                        repository,
                        (driverId, product) -> Optional.of(new Membership("seoul", true)),
                        (product, region) -> POLICY,
                        new ZoneAdmission(
                                (product, region, position, now) -> new Placement.Outside(),
                                new InMemoryAggregateStore<>(WorkStores.PLACES),
                                documents),
                        clockOff,
                        clock);
    }

    /** What commander does with the questions of an operation. */
    enum CommanderSays {
        ANSWERS,
        /** Does what it is asked for; the answer is lost. */
        ANSWER_LOST,
        /** Gets no question. */
        AWAY,
        /** Gets the question when nobody waits for its answer any more. */
        LATER
    }

    @Override
    public Interruption interruption() {
        return interruption;
    }

    @Override
    public ShiftState stored() {
        if (interruption.passed() == 0
                && around.equals(before.around())
                && clock.instant().equals(before.now())) {
            return before;
        }
        ShiftState after = before.then(documents, clock.instant(), around);
        return after.form().equals(before.form()) ? before : after;
    }

    String later(Instant next) {
        clock.set(next);
        around = around.with(Optional.<Late>empty());
        return "later";
    }

    String begin() {
        return answer(() ->
                beginnings.begin(
                        new BeginOrder(
                                "begin-1",
                                new DriverId(DRIVER),
                                Product.PRODUCT_DRIVER,
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
        boolean requestUnderWay = underWay;
        around = around.with(Optional.<Late>empty());
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
        around = around.with(Optional.<Late>empty());
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

    /** The slot follows an event of the shift, for the first time or again. */
    String follow(int event) {
        around = around.with(around.slot().apply(before.told().get(event))).applied(event + 1);
        return "followed";
    }

    String command() {
        if (around.slot().state() != SlotModel.State.FREE || around.slot().closing()) {
            return "not free";
        }
        around =
                around.with(around.slot().in(SlotModel.State.COMMANDED))
                        .with(
                                new Call(
                                        clock.instant(),
                                        documents.find(ID.value()).orElseThrow().value()
                                                instanceof Shift.Working,
                                        false,
                                        Optional.empty()));
        return "commanded";
    }

    String take() {
        if (around.slot().state() != SlotModel.State.COMMANDED) {
            return "nothing to take";
        }
        Call call = around.calls().getLast();
        around =
                around.with(around.slot().in(SlotModel.State.TAKEN))
                        .withNewest(new Call(call.begin(), call.atWork(), true, Optional.empty()));
        return "taken";
    }

    /** A command that is refused or cancelled, or a call that ends. */
    String free() {
        if (!around.slot().engaged()) {
            return "free";
        }
        Call call = around.calls().getLast();
        around =
                around.with(around.slot().freed(clock.instant()))
                        .withNewest(
                                new Call(
                                        call.begin(),
                                        call.atWork(),
                                        call.taken(),
                                        Optional.of(clock.instant())));
        return "freed";
    }

    /** The service hears of the end of a call, for the first time or again. */
    String hear(int end) {
        Call call = before.around().ended().get(end);
        around = around.heard(end + 1);
        String eventId = "event-" + end;
        return answer(() -> {
            if (call.taken()) {
                clockOff.driveEnded(ID, call.end().orElseThrow(), eventId);
            } else {
                clockOff.commandEnded(ID, call.end().orElseThrow(), eventId);
            }
        });
    }

    String lateQuestionArrives() {
        Optional<Late> late = around.late();
        around = around.with(Optional.<Late>empty());
        return answer(() -> late.ifPresent(this::arrives));
    }

    private void arrives(Late late) {
        switch (late.what()) {
            case "pause" -> around = around.with(around.slot().pause(late.version()));
            case "unpause" -> around = around.with(around.slot().unpause(late.version()));
            case "close" -> around = around.with(around.slot().close());
            default -> throw new AssertionError(late.what());
        }
    }

    /** Everything comes that still can: calls end, events are read, commander answers, and the looks go on. */
    ShiftState afterAll() {
        if (around.slot().engaged()) {
            free();
        }
        ShiftRun next = new ShiftRun(stored());
        next.settle();
        return next.stored();
    }

    private void settle() {
        for (int end = before.around().heard(); end < before.around().ended().size(); end++) {
            hear(end);
        }
        sweepAsked(CommanderSays.ANSWERS);
        clock.set(TestShifts.WINDOW_END.plus(Duration.ofHours(1)));
        sweepClockOff(CommanderSays.ANSWERS, TestShifts.PATIENCE);
    }

    @Override
    public Optional<Instant> pause(DriverId driverId, WorkId workId, long version) {
        ask(new Late("pause", version), () -> around = around.with(around.slot().pause(version)));
        return around.slot().lastFreed();
    }

    @Override
    public void unpause(DriverId driverId, WorkId workId, long version) {
        ask(
                new Late("unpause", version),
                () -> around = around.with(around.slot().unpause(version)));
    }

    @Override
    public boolean engaged(DriverId driverId) {
        if (commanderSays == CommanderSays.LATER) { // the question after it comes late
            return around.slot().engaged();
        }
        boolean[] found = {false};
        ask(new Late("engaged", 0), () -> found[0] = around.slot().engaged());
        return found[0];
    }

    @Override
    public ClosedSlot closeSlot(DriverId driverId, WorkId workId) {
        ClosedSlot[] found = new ClosedSlot[1];
        ask(
                new Late("close", 0),
                () -> {
                    found[0] = around.slot().found();
                    around = around.with(around.slot().close());
                });
        return found[0];
    }

    private void ask(Late question, Runnable effect) {
        CommanderSays said = commanderSays;
        interruption.point();
        switch (said) {
            case ANSWERS -> effect.run();
            case ANSWER_LOST -> {
                effect.run();
                throw noAnswer();
            }
            case AWAY -> throw noAnswer();
            case LATER -> {
                around = around.with(Optional.of(question));
                throw noAnswer();
            }
        }
        interruption.point();
    }

    private static Refusal noAnswer() {
        return new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "no answer", "an answer");
    }

    private String asking(CommanderSays says, Runnable operation) {
        CommanderSays others = commanderSays;
        boolean othersUnderWay = underWay;
        commanderSays = says;
        underWay = true;
        try {
            return answer(operation);
        } finally {
            commanderSays = others;
            underWay = othersUnderWay;
        }
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

    /** So that an interruption is where the operation is. */
    private static final class SameThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
