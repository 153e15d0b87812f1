package dev.supporters.gateway.adapter.graphql.policy;

/** Descriptions of a policy's numbers, which the input and the answer share. */
final class PolicyDescriptions {

    static final String REGION =
            "The region's name: lower-case letters, digits and hyphens, at most 40 characters.";
    static final String BOUNDS =
            "Where the region is. If several regions contain a place, the smallest counts.";
    static final String TIME_ZONE =
            "The time zone of windows and business dates: an IANA name, like Asia/Seoul, or a fixed offset, like +09:00.";
    static final String WINDOW_BEGIN = "Local time at which the work window begins, HH:mm.";
    static final String WINDOW_MINUTES =
            "From the window's begin to its end on the wall clock, in minutes: more than 0, at most 1440. On a night when clocks change it is open for longer or shorter, and elapsed seconds are paid.";
    static final String VETO_SECONDS =
            "Within how many seconds a command may be refused; without a refusal it is accepted. More than 0, at most 120.";
    static final String ON_REFUSAL = "What becomes of a refused call.";
    static final String HOURLY_WAGE = "Pay per hour of working time.";
    static final String REST_PAID = "Whether rest is paid.";
    static final String ROLLOUT_PERCENT =
            "Percentage of calls that may go to supporters, 0 to 100; sticky per call.";
    static final String MAX_PICKUP_SECONDS =
            "A supporter who would need longer to the customer, in seconds, is no candidate.";
    static final String MAX_CANDIDATES =
            "How many of the nearest free supporters are ranked: 1 to 128.";
    static final String APP_RULES = "Which apps may begin a shift; an empty list allows all.";
    static final String UNREACHABLE_AFTER_SECONDS =
            "A working driver who has reported nothing for so many seconds counts as unreachable.";
    static final String OVERRUN_LIMIT_SECONDS =
            "How many seconds after the window's end a drive may go on before operators are alerted, who may end its shift: more than 0, at most 86400. Null in an input for 3600.";
    static final String EFFECTIVE_FROM =
            "From when on it is in force: not before it is put, at most 366 days later. Null if as soon as it is put. Time zone, window, wage and whether rest is paid stay as they are for a business date that has begun; all else changes at once.";

    private PolicyDescriptions() {}
}
