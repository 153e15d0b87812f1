package dev.supporters.gateway.access;

import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who asks. Each method either answers or refuses: whatever is not allowed here is forbidden. */
public record Principal(String id, Set<Role> roles) {

    public Principal {
        roles = Set.copyOf(roles);
    }

    /** Whether everything may be seen. */
    public boolean seesAll() {
        return is(Role.OPERATOR) || is(Role.SERVICE);
    }

    /** Whether what is answered depends on the roles alone, and not on whose they are. */
    public boolean seesWhatItsRolesSee() {
        return seesAll() && !is(Role.DRIVER) && !is(Role.CUSTOMER);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether this is the driver. */
    public boolean isDriver(String driverId) {
        return is(Role.DRIVER) && id.equals(driverId);
    }

    /** Whether this is the customer. */
    public boolean isCustomer(String customerId) {
        return is(Role.CUSTOMER) && id.equals(customerId);
    }

    /** The driver who is asked about: a driver may leave out his own id, and may give no other. */
    public DriverId driver(Optional<DriverId> asked) {
        DriverId driverId = asked.orElseGet(() -> new DriverId(own(Role.DRIVER, "driverId")));
        if (seesAll() || isDriver(driverId.value())) {
            return driverId;
        }
        throw denied("the driver " + driverId, "yourself");
    }

    /** The customer who is asked about: a customer may leave out her own id, and may give no other. */
    public String customer(Optional<String> asked) {
        String customerId = asked.orElseGet(() -> own(Role.CUSTOMER, "customerId"));
        if (seesAll() || isCustomer(customerId)) {
            return customerId;
        }
        throw denied("the customer " + customerId, "yourself");
    }

    /** Refuses all but operators and services. */
    public void mustSeeAll() {
        if (!seesAll()) {
            throw denied("your roles", "the role operator or service");
        }
    }

    /** Refuses all but operators. */
    public void mustBeOperator() {
        if (!is(Role.OPERATOR)) {
            throw denied("your roles", "the role operator");
        }
    }

    /** Refuses all but customers, operators and services. */
    public void mustBeCustomerOrSeeAll() {
        if (!seesAll() && !is(Role.CUSTOMER)) {
            throw denied("your roles", "the role customer, operator or service");
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

    /** What a token's claim `groups` makes its bearer. */
    public enum Role {
        /** Drives: sees his own work, commands, moves and statements. */
        DRIVER,
        /** Is driven: sees her own calls. */
        CUSTOMER,
        /** Runs the fleet: sees and does everything. */
        OPERATOR,
        /** Another service of the company: sees everything, requests calls for customers, changes no settings. */
        SERVICE;

        /** As it is written in the claim. */
        public String claim() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
