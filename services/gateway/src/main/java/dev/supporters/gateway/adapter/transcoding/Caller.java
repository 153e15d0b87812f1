package dev.supporters.gateway.adapter.transcoding;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

/** Who may call a method over REST. */
enum Caller {
    /** Operators. */
    OPERATOR("operators"),
    /** Operators and services. */
    SEES_ALL("operators, services"),
    /** Operators and services for any driver; a driver for nobody else. */
    OWN("operators, services, the driver"),
    /** Operators for any driver; a driver for nobody else. */
    OWN_OR_OPERATOR("operators, the driver"),
    /** A driver for nobody else: nobody speaks for a driver here. */
    ONLY_DRIVER("the driver");

    private final String people;

    Caller(String people) {
        this.people = people;
    }

    /** As documents say it. */
    String people() {
        return people;
    }

    /** Refuses who may call the method for nobody. */
    void check(Principal principal) {
        boolean allowed =
                switch (this) {
                    case OPERATOR -> principal.is(Role.OPERATOR);
                    case SEES_ALL -> principal.seesAll();
                    case OWN -> principal.seesAll() || principal.is(Role.DRIVER);
                    case OWN_OR_OPERATOR ->
                            principal.is(Role.OPERATOR) || principal.is(Role.DRIVER);
                    case ONLY_DRIVER -> principal.is(Role.DRIVER);
                };
        if (!allowed) {
            throw denied("your roles", people);
        }
    }

    /** Refuses to speak for a driver; an empty id is nobody's. */
    void checkDriver(Principal principal, String driverId) {
        boolean allowed =
                switch (this) {
                    case OPERATOR, SEES_ALL -> true;
                    case OWN -> principal.seesAll() || principal.isDriver(driverId);
                    case OWN_OR_OPERATOR ->
                            principal.is(Role.OPERATOR) || principal.isDriver(driverId);
                    case ONLY_DRIVER -> principal.isDriver(driverId);
                };
        if (!allowed) {
            throw denied("the driver " + driverId, "yourself");
        }
    }

    private static Refusal denied(String offending, String expected) {
        return new Refusal(ErrorReason.ERROR_REASON_PERMISSION_DENIED, offending, expected);
    }
}
