package dev.supporters.work.begin;

import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Versioned;
import dev.supporters.work.clockoff.ClockOff;
import dev.supporters.work.shift.Frame;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shifts;
import dev.supporters.work.shift.WorkEvents;
import dev.supporters.work.shift.Working;
import dev.supporters.work.window.OpenWindow;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Begins works. */
@ApplicationScoped
public class Beginnings {

    private final AggregateStore<Shift> documents;
    private final Shifts shifts;
    private final Memberships memberships;
    private final Policies policies;
    private final ClockOff clockOff;
    private final Clock clock;

    Beginnings(
            AggregateStore<Shift> documents,
            Shifts shifts,
            Memberships memberships,
            Policies policies,
            ClockOff clockOff,
            Clock clock) {
        this.documents = documents;
        this.shifts = shifts;
        this.memberships = memberships;
        this.policies = policies;
        this.clockOff = clockOff;
        this.clock = clock;
    }

    /** The work as it was when it had just begun, also when the request comes again. */
    public Versioned<Shift> begin(BeginOrder order) {
        Optional<Versioned<Shift>> newest = shifts.newest(order.driverId(), order.product());
        if (newest.isPresent() && begunBy(order, newest.get().value())) {
            return asBegun(newest.get(), true);
        }
        Member member =
                Admission.member(memberships.find(order.driverId(), order.product()), order);
        WorkPolicy policy = policies.of(order.product(), member.region());
        Instant now = clock.instant();
        OpenWindow window = Admission.window(policy, now);
        newest.ifPresent(before -> requireOver(before, now));
        Frame frame =
                new Frame(
                        order.driverId(),
                        order.product(),
                        policy.region(),
                        window.businessDate(),
                        now,
                        window.end(),
                        order.requestId());
        Versioned<Shift> begun =
                documents.change(
                        frame.id().value(),
                        "begin/" + order.requestId(),
                        (current, version) -> decide(order, policy, frame, current, version));
        return asBegun(begun, begun.repeated());
    }

    private static Optional<Change<Shift>> decide(
            BeginOrder order,
            WorkPolicy policy,
            Frame frame,
            Optional<Shift> current,
            long version) {
        Admission.firstWork(current);
        Admission.place(policy, order);
        Admission.app(policy, order);
        return Optional.of(
                WorkEvents.begun(
                        Working.begun(frame), version, BegunMessages.begun(order, policy, frame)));
    }

    /** A work of another business date that nobody has clocked off yet does not keep its driver from the next. */
    private void requireOver(Versioned<Shift> before, Instant now) {
        if (before.value().open() && before.value().frame().windowHasEnded(now)) {
            clockOff.end(before.value());
        }
        documents
                .find(before.id())
                .map(Versioned::value)
                .filter(Shift::open)
                .ifPresent(open -> Admission.firstWork(Optional.of(open)));
    }

    private static boolean begunBy(BeginOrder order, Shift shift) {
        return shift.frame().requestId().equals(order.requestId());
    }

    private static Versioned<Shift> asBegun(Versioned<Shift> found, boolean repeated) {
        return new Versioned<>(found.id(), 1, Working.begun(found.value().frame()), repeated);
    }
}
