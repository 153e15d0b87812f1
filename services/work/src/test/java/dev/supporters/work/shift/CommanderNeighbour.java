package dev.supporters.work.shift;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.states.Interruption;
import dev.supporters.work.shift.ShiftState.Around;
import dev.supporters.work.shift.ShiftState.Call;
import dev.supporters.work.shift.ShiftState.Late;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Commander as a shift's neighbour, which may answer late or never, and what it and the topics know. */
final class CommanderNeighbour implements SlotClient {

    private final TestClock clock;
    private final Interruption interruption;
    private Around around;
    private CommanderSays says = CommanderSays.ANSWERS;
    private boolean underWay;

    CommanderNeighbour(Around around, TestClock clock, Interruption interruption) {
        this.around = around;
        this.clock = clock;
        this.interruption = interruption;
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

    Around around() {
        return around;
    }

    void change(UnaryOperator<Around> next) {
        around = next.apply(around);
    }

    /** Nobody waits for a late question any more, and it does not come. */
    void forgetLate() {
        around = around.with(Optional.<Late>empty());
    }

    /** Whether an operation that asks is under way. */
    boolean underWay() {
        return underWay;
    }

    /** An operation in which commander says this. */
    void saying(CommanderSays said, Runnable operation) {
        CommanderSays others = says;
        boolean othersUnderWay = underWay;
        says = said;
        underWay = true;
        try {
            operation.run();
        } finally {
            says = others;
            underWay = othersUnderWay;
        }
    }

    String command(boolean atWork) {
        if (around.slot().state() != SlotModel.State.FREE || around.slot().closing()) {
            return "not free";
        }
        around =
                around.with(around.slot().in(SlotModel.State.COMMANDED))
                        .with(new Call(clock.instant(), atWork, false, Optional.empty()));
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

    void lateQuestionArrives() {
        Optional<Late> late = around.late();
        forgetLate();
        late.ifPresent(this::arrives);
    }

    private void arrives(Late late) {
        switch (late.what()) {
            case "pause" -> around = around.with(around.slot().pause(late.version()));
            case "unpause" -> around = around.with(around.slot().unpause(late.version()));
            case "close" -> around = around.with(around.slot().close());
            default -> throw new AssertionError(late.what());
        }
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
        if (says == CommanderSays.LATER) { // the question after it comes late
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
        CommanderSays said = says;
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
}
