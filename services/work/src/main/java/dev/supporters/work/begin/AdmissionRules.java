package dev.supporters.work.begin;

import dev.supporters.contract.ActiveZones.Placement;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.CallId;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.begin.MembershipClient.Membership;
import dev.supporters.work.shift.Shift;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may begin a shift. Pure; the methods are in the order in which they refuse. */
final class AdmissionRules {

    private AdmissionRules() {}

    static Membership membership(Optional<Membership> membership, BeginOrder order) {
        if (membership.isEmpty()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                    "driver " + order.driverId(),
                    "a member of the supporters group of " + order.product());
        }
        if (!membership.get().active()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                    "driver " + order.driverId() + " with activity mode OFF",
                    "activity mode ON");
        }
        return membership.get();
    }

    static OpenWindow window(WorkPolicy policy, Instant now) {
        return policy.window()
                .at(now)
                .orElseThrow(() ->
                        new Refusal(
                                ErrorReason.ERROR_REASON_WORK_WINDOW_CLOSED,
                                "now: " + now,
                                policy.window().toString()));
    }

    static void firstShift(Optional<Shift> ofBusinessDate) {
        if (ofBusinessDate.isPresent()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_ALREADY_WORKED,
                    "shift " + ofBusinessDate.get().details().id(),
                    "one shift on a business date");
        }
    }

    /** Who still has a call of general dispatch would have two at once (rule 8). */
    static void noGeneralCall(Optional<CallId> underWay) {
        if (underWay.isPresent()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_DRIVER_ENGAGED,
                    "call " + underWay.get() + " of general dispatch",
                    "no call, so a begin after that one has ended");
        }
    }

    static void place(WorkPolicy policy, BeginOrder order) {
        if (!policy.bounds().contains(order.position())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_OUTSIDE_ZONE,
                    "the given location",
                    "a place in region " + policy.region());
        }
    }

    static void zone(Placement placement) {
        if (placement instanceof Placement.Outside) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_OUTSIDE_ZONE,
                    "the given location",
                    "a place in an active zone");
        }
    }

    static void app(WorkPolicy policy, BeginOrder order) {
        if (!policy.allows(order.app())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_APP_NOT_ALLOWED,
                    order.app().toString(),
                    policy.appRules().stream()
                            .map(AppRule::toString)
                            .collect(Collectors.joining(", ")));
        }
    }
}
