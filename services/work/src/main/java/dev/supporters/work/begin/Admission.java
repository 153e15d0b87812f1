package dev.supporters.work.begin;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.work.shift.Shift;
import dev.supporters.work.window.OpenWindow;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may begin a work. Pure; the methods stand in the order in which they refuse. */
final class Admission {

    private Admission() {}

    static Member member(Optional<Member> member, BeginOrder order) {
        if (member.isEmpty()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                    "driver " + order.driverId(),
                    "a member of the supporters group of " + order.product());
        }
        if (!member.get().active()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_NOT_A_MEMBER,
                    "driver " + order.driverId() + " with activity mode OFF",
                    "activity mode ON");
        }
        return member.get();
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

    static void firstWork(Optional<Shift> ofBusinessDate) {
        if (ofBusinessDate.isPresent()) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_ALREADY_WORKED,
                    "work " + ofBusinessDate.get().frame().id().value(),
                    "one work on a business date");
        }
    }

    static void place(WorkPolicy policy, BeginOrder order) {
        if (!policy.bounds().hold(order.position())) {
            throw new Refusal(
                    ErrorReason.ERROR_REASON_OUTSIDE_ZONE,
                    "the given location",
                    "a place in region " + policy.region());
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
