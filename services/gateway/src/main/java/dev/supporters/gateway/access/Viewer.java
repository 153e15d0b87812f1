package dev.supporters.gateway.access;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.Optional;
import java.util.Set;

/** Who asks. Each method either answers or refuses: whatever is not allowed here is forbidden. */
public record Viewer(String id, Set<Role> roles) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Whether everything may be seen. */
    public boolean seesAll() {
        return is(Role.OPERATOR) || is(Role.SERVICE);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the viewer is this very driver. */
    public boolean isDriver(String driverId) {
        return is(Role.DRIVER) && id.equals(driverId);
    }

    /** Whether the viewer is this very customer. */
    public boolean isCustomer(String customerId) {
        return is(Role.CUSTOMER) && id.equals(customerId);
    }

    /** The driver for whom is asked: a driver's own id goes without saying, and no other may be given. */
    public String driver(Optional<String> asked) {
        String driverId = asked.orElseGet(() -> own(Role.DRIVER, "driverId"));
        if (seesAll() || isDriver(driverId)) {
            return driverId;
        }
        throw denied("the driver " + driverId, "yourself");
    }

    /** The customer for whom is asked: a customer's own id goes without saying, and no other may be given. */
    public String customer(Optional<String> asked) {
        String customerId = asked.orElseGet(() -> own(Role.CUSTOMER, "customerId"));
        if (seesAll() || isCustomer(customerId)) {
            return customerId;
        }
        throw denied("the customer " + customerId, "yourself");
    }

    /** Lets operators and services on. */
    public void mustSeeAll() {
        if (!seesAll()) {
            throw denied("your roles", "the role operator or service");
        }
    }

    /** Lets operators on. */
    public void mustBeOperator() {
        if (!is(Role.OPERATOR)) {
            throw denied("your roles", "the role operator");
        }
    }

    private String own(Role role, String field) {
        if (is(role)) {
            return id;
        }
        if (seesAll()) {
            throw Refusal.invalid(field, "nothing", "an id");
        }
        throw denied("your roles", "the role " + role.claim());
    }

    private static Refusal denied(String offending, String expected) {
        return new Refusal(ErrorReason.ERROR_REASON_PERMISSION_DENIED, offending, expected);
    }
}
