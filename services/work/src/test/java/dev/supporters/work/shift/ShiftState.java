package dev.supporters.work.shift;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;
import dev.supporters.work.TestShifts;
import dev.supporters.work.adapter.mongo.WorkStores;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One driver's shift as it is stored, and what is around it: the time, the slot, and what the two topics have told. */
final class ShiftState {

    static final String DRIVER = "d1";
    static final WorkId ID = TestShifts.id(DRIVER);

    /**
     * What is not the service's own.
     *
     * @param applied how many of the shift's events the slot has followed
     * @param calls all commands, oldest first
     * @param heard how many ends of calls the service has heard of
     * @param late a question that is still on its way to commander, though nobody waits for its answer any more
     * @param membership whether the driver is in the group, and what the service knows of it
     * @param mode whether the driver is switched on, and what the service knows of it
     */
    record Around(
            SlotModel slot,
            int applied,
            List<Call> calls,
            int heard,
            Optional<Late> late,
            Membership membership,
            Mode mode) {

        static final Around FIRST =
                new Around(
                        SlotModel.OFF,
                        0,
                        List.of(),
                        0,
                        Optional.empty(),
                        new Membership(0, 0),
                        new Mode(List.of(), 0));

        Around with(SlotModel next) {
            return new Around(next, applied, calls, heard, late, membership, mode);
        }

        Around applied(int events) {
            return new Around(
                    slot, Math.max(applied, events), calls, heard, late, membership, mode);
        }

        Around heard(int ends) {
            return new Around(slot, applied, calls, Math.max(heard, ends), late, membership, mode);
        }

        Around with(Optional<Late> next) {
            return new Around(slot, applied, calls, heard, next, membership, mode);
        }

        Around with(Call call) {
            List<Call> more = new ArrayList<>(calls);
            more.add(call);
            return new Around(slot, applied, List.copyOf(more), heard, late, membership, mode);
        }

        /** The newest call is another now. */
        Around withNewest(Call call) {
            List<Call> same = new ArrayList<>(calls);
            same.set(calls.size() - 1, call);
            return new Around(slot, applied, List.copyOf(same), heard, late, membership, mode);
        }

        Around with(Membership next) {
            return new Around(slot, applied, calls, heard, late, next, mode);
        }

        Around with(Mode next) {
            return new Around(slot, applied, calls, heard, late, membership, next);
        }

        List<Call> ended() {
            return calls.stream().filter(call -> call.end().isPresent()).toList();
        }
    }

    /**
     * A command.
     *
     * @param atWork whether the shift was WORKING when it was given
     * @param taken whether the driver took it
     */
    record Call(Instant begin, boolean atWork, boolean taken, Optional<Instant> end) {}

    /**
     * The driver's place in the group, which is taken away and given back by turns.
     *
     * @param changes how often it was
     * @param read how many of these changes the service has read of
     */
    record Membership(int changes, int read) {

        boolean member() {
            return memberAfter(changes);
        }

        /** Whether the profile of a change has the driver in the group. */
        static boolean memberAfter(int changes) {
            return changes % 2 == 0;
        }

        Membership changed() {
            return new Membership(changes + 1, read);
        }

        Membership readTo(int change) {
            return new Membership(changes, Math.max(read, change));
        }
    }

    /**
     * The driver's activity mode, which is switched OFF and ON by turns.
     *
     * @param switched when it was
     * @param read how many of these changes the service has read of
     */
    record Mode(List<Instant> switched, int read) {

        boolean off() {
            return offAfter(switched.size());
        }

        static boolean offAfter(int changes) {
            return changes % 2 == 1;
        }

        Mode changed(Instant now) {
            List<Instant> more = new ArrayList<>(switched);
            more.add(now);
            return new Mode(List.copyOf(more), read);
        }

        Mode readTo(int change) {
            return new Mode(switched, Math.max(read, change));
        }
    }

    /** A question to commander. */
    record Late(String what, long version) {}

    private final InMemoryAggregateStore<Shift> stored;
    private final Instant now;
    private final List<WorkEvent> told;
    private final Around around;
    private final String form;

    private ShiftState(
            InMemoryAggregateStore<Shift> stored,
            Instant now,
            List<WorkEvent> told,
            Around around) {
        this.stored = stored;
        this.now = now;
        this.told = List.copyOf(told);
        this.around = around;
        form = text();
    }

    static ShiftState first() {
        return new ShiftState(
                new InMemoryAggregateStore<>(WorkStores.WORKS),
                TestClock.FRIDAY_NIGHT,
                List.of(),
                Around.FIRST);
    }

    ShiftState then(InMemoryAggregateStore<Shift> next, Instant time, Around nextAround) {
        List<WorkEvent> longer = new ArrayList<>(told);
        next.published().forEach(event -> longer.add((WorkEvent) event.payload()));
        return new ShiftState(next.copy(() -> {}), time, longer, nextAround);
    }

    InMemoryAggregateStore<Shift> stored() {
        return stored;
    }

    Instant now() {
        return now;
    }

    List<WorkEvent> told() {
        return told;
    }

    Around around() {
        return around;
    }

    Optional<Shift> shift() {
        return stored.find(ID.value()).map(Versioned::value);
    }

    SlotModel slot() {
        return around.slot();
    }

    static Instant time(WorkEvent event) {
        return Timestamps.instant(event.getEventTime());
    }

    /** What distinguishes one state from another: versions only by their order. */
    String form() {
        return form;
    }

    private String text() {
        var text = new StringBuilder().append(minutes(now));
        shift().ifPresent(shift -> text.append(' ').append(text(shift)));
        SlotModel slot = slot();
        text.append("; slot ")
                .append(slot.state())
                .append(slot.closing() ? " closing" : "")
                .append(" knows ")
                .append(order(slot.version()));
        slot.lastFreed().ifPresent(time -> text.append(" freed ").append(minutes(time)));
        around.late()
                .ifPresent(late ->
                        text.append("; late ").append(late.what()).append(order(late.version())));
        told.forEach(event ->
                text.append(' ').append(event.getEventCase()).append(minutes(time(event))));
        text.append("; followed ").append(around.applied());
        around.calls()
                .forEach(call ->
                        text.append("; call ")
                                .append(minutes(call.begin()))
                                .append(call.taken() ? " taken" : "")
                                .append(
                                        call.end()
                                                .map(ShiftState::minutes)
                                                .map(m -> " to " + m)
                                                .orElse(""))
                                .append(call.atWork() ? "" : " not at work"));
        text.append("; heard ").append(around.heard());
        if (around.membership().changes() > 0) {
            text.append("; ").append(around.membership());
        }
        Mode mode = around.mode();
        if (!mode.switched().isEmpty()) {
            text.append("; mode read ").append(mode.read()).append(" of");
            mode.switched().forEach(time -> text.append(' ').append(minutes(time)));
            shift().ifPresent(shift -> text.append(modeText(shift)));
        }
        return text.toString();
    }

    private static String modeText(Shift shift) {
        return switch (shift) {
            case Shift.Working working ->
                    " knows " + working.mode().version() + " at work " + minutes(working.since());
            case Shift.Resting resting ->
                    " knows " + resting.mode().version() + " rests for " + resting.cause();
            case Shift.Ending ending -> "";
            case Shift.Ended ended -> "";
        };
    }

    @Override
    public String toString() {
        return form();
    }

    /** After how many of the events; and whether after the newest one, by a change that nobody was told of. */
    private String order(long version) {
        long after = told.stream().filter(event -> event.getVersion() <= version).count();
        boolean beyond = !told.isEmpty() && version > told.getLast().getVersion();
        return after + (beyond ? "+" : "");
    }

    private static String text(Shift shift) {
        String asked =
                shift.pending()
                        .asked()
                        .map(open -> " asked " + open.kind() + minutes(open.time()))
                        .orElse("");
        return switch (shift) {
            case Shift.Working working -> "WORKING" + asked;
            case Shift.Resting resting -> "RESTING since " + minutes(resting.restBegin()) + asked;
            case Shift.Ending ending -> "ENDING";
            case Shift.Ended ended -> "ENDED " + ended.reason() + minutes(ended.end());
        };
    }

    private static long minutes(Instant time) {
        return Duration.between(TestClock.FRIDAY_NIGHT, time).toMinutes();
    }
}
