package dev.supporters.driver.profile;

import static java.util.Objects.requireNonNull;

import dev.supporters.contract.DriverId;
import dev.supporters.driver.application.Application.Action;
import dev.supporters.driver.application.Application.Step;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.proto.common.v1.Product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An operator puts a whole profile.
 *
 * @param actor the operator; empty if the caller did not say
 * @param reason why; may be empty
 */
public record ProfileOrder(
        String requestId,
        DriverId driverId,
        String name,
        List<Profile.Membership> memberships,
        String actor,
        String reason) {

    public ProfileOrder {
        requireNonNull(requestId);
        requireNonNull(driverId);
        requireNonNull(name);
        memberships = List.copyOf(memberships);
        requireNonNull(actor);
        requireNonNull(reason);
    }

    Optional<Profile.Membership> find(Product product) {
        return memberships.stream().filter(each -> each.product() == product).findFirst();
    }

    Step step(Action action, Instant now) {
        return new Step(action, requestId, actor, reason, now, List.of());
    }

    /** Without a reason it is the cause of versions that had none, so that a request which is repeated after an upgrade is known. */
    String cause() {
        List<Object> body = new ArrayList<>(List.of(name, memberships));
        if (!reason.isEmpty()) {
            body.add(reason);
        }
        return RequestCause.of("put", requestId, body.toArray());
    }
}
