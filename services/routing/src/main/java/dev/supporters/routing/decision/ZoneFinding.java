package dev.supporters.routing.decision;

import static java.util.Objects.requireNonNull;

/**
 * What the zones say of an origin.
 *
 * @param outside whether zones applied and the origin is in none
 * @param version of the plan that was looked at; 0 if there was none
 * @param basis "zones" if zones applied; else why the region did: "outdated", "no_plan", or a reason of the plan; empty if zones did not come
 *     into question
 */
public record ZoneFinding(boolean outside, long version, String basis) {

    /** Zones did not come into question. */
    static final ZoneFinding NONE = new ZoneFinding(false, 0, "");

    /** No plan of the region is known. */
    static final ZoneFinding NO_PLAN = new ZoneFinding(false, 0, "no_plan");

    public ZoneFinding {
        requireNonNull(basis);
    }
}
