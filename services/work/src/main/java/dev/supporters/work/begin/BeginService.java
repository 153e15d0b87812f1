package dev.supporters.work.begin;

import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.GeneralDrives;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.work.v1.WorkBegun;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.clockoff.ClockOffService;
import dev.supporters.work.shift.ActivityModeService;
import dev.supporters.work.shift.KnownMode;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.shift.Shift.Working;
import dev.supporters.work.shift.ShiftDetails;
import dev.supporters.work.shift.ShiftRepository;
import dev.supporters.work.shift.ShiftRules;
import dev.supporters.work.shift.WorkEvents;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Begins shifts: one for each driver, product and business date. */
@ApplicationScoped
public class BeginService {

    private static final Logger LOG = Logger.getLogger(BeginService.class);

    /** A request that was sent shortly before the window's end may come again after it; a later one is about another business date. */
    private static final Duration REPEATED_AFTER_WINDOW = Duration.ofHours(1);

    private final AggregateStore<Shift> store;
    private final ShiftRepository shifts;
    private final MembershipClient memberships;
    private final WorkPolicyProvider policies;
    private final ZoneAdmission zones;
    private final GeneralDrives general;
    private final ClockOffService clockOff;
    private final ActivityModeService modes;
    private final Clock clock;

    public BeginService(
            AggregateStore<Shift> store,
            ShiftRepository shifts,
            MembershipClient memberships,
            WorkPolicyProvider policies,
            ZoneAdmission zones,
            GeneralDrives general,
            ClockOffService clockOff,
            ActivityModeService modes,
            Clock clock) {
        this.store = store;
        this.shifts = shifts;
        this.memberships = memberships;
        this.policies = policies;
        this.zones = zones;
        this.general = general;
        this.clockOff = clockOff;
        this.modes = modes;
        this.clock = clock;
    }

    /**
     * The shift as it was when it had just begun, also if the request comes again on its business date. On another one the same key
     * begins another shift. Refused beside what {@link AdmissionRules} refuse: REQUEST_ID_REUSED.
     */
    public Versioned<Shift> begin(BeginOrder order) {
        // in milliseconds, as the store has it: the first answer and a repeated one say the same
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Versioned<Shift>> newest = shifts.newest(order.driverId(), order.product());
        Optional<Versioned<Shift>> repeated = newest.filter(found -> begunBy(order, found.value()));
        if (repeated.filter(found -> inProgress(found.value(), now)).isPresent()) {
            return begunBefore(repeated.get(), order);
        }
        Optional<Membership> member = memberships.find(order.driverId(), order.product());
        if (repeated.filter(found -> sameBusinessDate(found.value(), member, now)).isPresent()) {
            return begunBefore(repeated.get(), order);
        }
        Membership membership = AdmissionRules.membership(member, order);
        WorkPolicy policy = policies.get(order.product(), membership.region());
        OpenWindow window = AdmissionRules.window(policy, now);
        newest.ifPresent(before -> requireOver(before, now));
        Placement placement = zones.place(order, policy, now);
        ShiftDetails details =
                new ShiftDetails(
                        order.driverId(),
                        order.product(),
                        order.type(),
                        policy.region(),
                        window.businessDate(),
                        now,
                        window.end(),
                        order.requestId(),
                        ZoneAdmission.zone(placement));
        if (placement instanceof Placement.Inside inside) {
            Optional<Versioned<Shift>> found = store.find(details.id().value());
            if (found.isPresent() && begunBy(order, found.get().value())) {
                return begunBefore(found.get(), order);
            }
            // all that refuses before a full zone does; it is looked at again with the shift
            admit(order, policy, placement, found.map(Versioned::value));
            zones.takePlace(inside.cell(), details, now);
        }
        Versioned<Shift> begun =
                store.change(
                        details.id().value(),
                        order.cause(),
                        (current, version) -> {
                            admit(order, policy, placement, current);
                            return Optional.of(
                                    WorkEvents.begun(
                                            Working.begun(details, membership.profileVersion()),
                                            version,
                                            begun(order, policy, details)));
                        });
        if (!begun.repeated()) {
            stillMember(begun, order);
        }
        return asBegun(begun, begun.repeated());
    }

    /**
     * Whoever was switched off, or removed, while the shift was begun: that was told when there was no shift yet. The begin stands; what
     * follows from it comes as if it had been told now.
     */
    private void stillMember(Versioned<Shift> begun, BeginOrder order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String cause = RequestCause.withoutBody("begun/" + order.requestId());
        try {
            memberships
                    .find(order.driverId(), order.product())
                    .ifPresentOrElse(
                            member ->
                                    modes.modeTold(
                                            begun,
                                            new KnownMode(
                                                    member.profileVersion(), !member.active(), now),
                                            cause),
                            () ->
                                    store.react(
                                            begun.id(),
                                            cause,
                                            (current, version) ->
                                                    current.flatMap(shift ->
                                                                    ShiftRules.askRemoval(
                                                                            shift, cause, now))
                                                            .map(Change::to)));
        } catch (Refusal refusal) {
            LOG.warnf(
                    "membership not asked again after the begin workId=%s reason=%s",
                    begun.id(), refusal.reasonName());
        }
    }

    private void admit(
            BeginOrder order, WorkPolicy policy, Placement placement, Optional<Shift> current) {
        AdmissionRules.firstShift(current);
        AdmissionRules.noGeneralCall(general.of(order.driverId()));
        AdmissionRules.place(policy, order);
        AdmissionRules.zone(placement);
        AdmissionRules.app(policy, order);
    }

    /** What other services must know of a begin: above all the terms of pay, as they are now. */
    private static WorkBegun begun(BeginOrder order, WorkPolicy policy, ShiftDetails details) {
        return WorkBegun.newBuilder()
                .setWindowEndTime(Timestamps.of(details.windowEnd()))
                .setLocation(order.position().toProto())
                .setHourlyWage(policy.hourlyWage().toProto())
                .setRestPaid(policy.restPaid())
                .setPolicyVersion(policy.version())
                .setZoneId(details.zone().zoneId())
                .setZoneCell(details.zone().cell())
                .setRegionReason(details.zone().regionReason())
                .setWorkType(details.type())
                .build();
    }

    /** A shift of another business date that nobody has clocked off yet does not block the next one. */
    private void requireOver(Versioned<Shift> before, Instant now) {
        if (before.value().open() && before.value().details().windowHasEnded(now)) {
            clockOff.end(before.value());
        }
        store.find(before.id())
                .map(Versioned::value)
                .filter(Shift::open)
                .ifPresent(open -> AdmissionRules.firstShift(Optional.of(open)));
    }

    private static boolean begunBy(BeginOrder order, Shift shift) {
        return shift.details().requestId().equals(order.requestId());
    }

    /** Nobody has to be asked: a shift in its window is of the present business date. */
    private static boolean inProgress(Shift shift, Instant now) {
        return shift.open() && !shift.details().windowHasEnded(now);
    }

    /** By the window of the driver's present region, which may be another one than the shift's. */
    private boolean sameBusinessDate(Shift shift, Optional<Membership> member, Instant now) {
        ShiftDetails details = shift.details();
        String region = member.map(Membership::region).orElse(details.region());
        return policies.get(details.product(), region)
                .window()
                .at(now)
                .map(open -> open.businessDate().equals(details.businessDate()))
                .orElseGet(() -> !details.windowHasEnded(now.minus(REPEATED_AFTER_WINDOW)));
    }

    /** Refused: REQUEST_ID_REUSED. */
    private Versioned<Shift> begunBefore(Versioned<Shift> found, BeginOrder order) {
        store.react(found.id(), order.cause(), (current, version) -> Optional.empty());
        return asBegun(found, true);
    }

    private static Versioned<Shift> asBegun(Versioned<Shift> found, boolean repeated) {
        return new Versioned<>(found.id(), 1, Working.begun(found.value().details(), 0), repeated);
    }
}
