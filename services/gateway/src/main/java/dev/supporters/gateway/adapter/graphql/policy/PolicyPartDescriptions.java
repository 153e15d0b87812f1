package dev.supporters.gateway.adapter.graphql.policy;

/** Descriptions of the parts of a policy about assignment, moves, zones, who may join, abuse, and calls, which the inputs and the answers share. */
final class PolicyPartDescriptions {

    static final String ASSIGNMENT = "How supporters are chosen for calls.";
    static final String FIRST_PICKUP_SECONDS =
            "The longest pickup for a new call, in seconds; it grows linearly to maxPickupSeconds. At most that; null for that at once.";
    static final String PICKUP_GROWTH_SECONDS =
            "The age of a call, in seconds, at which the longest pickup is maxPickupSeconds: 0 to 3600; 0 for at once.";
    static final String HOLD_SECONDS =
            "How many seconds a call for which no supporter is found may wait for one: 0 to 600; 0 sends it to general dispatch at once.";
    static final String CHAINING =
            "Whether a supporter who is about to end a drive is a candidate for calls that are held; such a call waits for the end of the drive.";
    static final String CHAIN_WITHIN_SECONDS =
            "For chaining, within how many seconds the drive must end: 0 to 3600; more than 0 if chaining is on.";
    static final String SHIFT_END_TOLERANCE_SECONDS =
            "If a call's drive is expected to end more than so many seconds after the end of the window, other supporters come first: 0 to 86400; null if the end is not looked at.";
    static final String DRIVER_TAGS =
            "Which supporters calls may go to by tags: each rule must admit a supporter. At most 20; without any, tags of supporters do not count.";
    static final String DRIVER_TAG_RULE =
            "Which supporters a call with a tag may go to. A call has the tags of its customer and those that rules give it.";
    static final String CALL_TAG = "The calls with this tag; null for all calls.";
    static final String DRIVER_TAG = "The tag of supporters.";
    static final String FORBIDDEN =
            "Whether such a call goes only to supporters without the tag; else it goes only to those with it.";

    static final String MOVES =
            "Advice to supporters who wait: to move to another place, or to rest before the peak.";
    static final String MOVES_ENABLED =
            "Whether moves are planned. Rest advice does not depend on it.";
    static final String MIN_INTERVAL_SECONDS =
            "The least time between two moves of one supporter, in seconds: 0 to 3600; more than 0 if moves are enabled.";
    static final String AFTER_DECLINE_SECONDS =
            "The least time between a declined move and the next one of that supporter, in seconds: 0 to 3600; more than 0 if moves are enabled.";
    static final String REST_ADVICE =
            "Whether supporters who have not rested yet are advised to rest early.";
    static final String REST_BEGIN_MINUTES =
            "When the advice to rest begins, in minutes after the begin of the window: 0 to 1440.";
    static final String REST_END_MINUTES =
            "When the advice to rest ends, in minutes after the begin of the window: later than its begin, at most windowMinutes.";
    static final String REST_PERCENT =
            "At most so many percent of the supporters at work rest at the same time by advice: 0 to 100; at least 1 with rest advice.";

    static final String ZONES =
            "Zones: the connected cells with enough demand. Supporters begin shifts there, and calls from there go to supporters.";
    static final String ZONES_ENABLED =
            "Whether there are zones; without them there is the whole region.";
    static final String OPEN_DEMAND =
            "A cell opens from this demand on, in smoothed calls for 30 minutes and cell: more than closeDemand, at most 10000.";
    static final String CLOSE_DEMAND =
            "An open cell closes below this demand, in smoothed calls for 30 minutes and cell: more than 0.";
    static final String MIN_CELLS =
            "The least number of connected cells of a zone: 1 to 10000; 0 only without zones.";
    static final String CLOSING_WARNING_SECONDS =
            "The time between the warning that a cell closes and its closing, in seconds: 0 to 3600; 0 for no warning.";
    static final String CAPACITY =
            "The most supporters at work in one zone: 0 to 1000000; 0 for no limit.";
    static final String MAX_WAGE_PER_CALL =
            "While the forecast of the guaranteed wage per completed call of a zone is above this amount, nobody may begin a shift there; null for no bound.";

    static final String JOIN =
            "Who may join the supporters group: limits for an applicant's last four weeks, and when one may apply again.";
    static final String MIN_COMPLETED_DRIVES =
            "The least number of completed drives: 0 to 10000; 0 for no limit.";
    static final String MAX_CANCELLATION_PERCENT =
            "The most drives that were cancelled after their assignment, in percent of those that were completed or cancelled so: 0 to 100; null for no limit.";
    static final String MAX_ACCIDENTS = "The most accidents: 0 to 1000; null for no limit.";
    static final String MAX_FINES = "The most fines: 0 to 1000; null for no limit.";
    static final String MIN_RATING =
            "The least average of customers' ratings: 1 to 5; 0 for no limit.";
    static final String REAPPLY_AFTER_HOURS =
            "How many hours after a rejection, or after the end of a membership, one may apply again: 0 to 8784; 0 for at once.";

    static final String ABUSE =
            "What counts as a signal of abuse. A signal is shown to operators, and has no effect of its own. A night is judged once, when it is over.";
    static final String ABUSE_ENABLED = "Whether signals are looked for.";
    static final String FALSE_ALARMS_PER_MILLION =
            "Of one million nights of honest drivers, so many may give a signal by chance, of all kinds together: 1 to 100000; 0 only if nothing is looked for. Fewer are more cheaters who are not found.";
    static final String LEAST_EVENTS =
            "Fewer events of a kind in a night are no signal, however rare they are: 1 to 1000; 0 only if nothing is looked for.";
    static final String CANCELLED_WITHIN_SECONDS =
            "A customer's cancellation up to so long after the driver has seen the destination counts as soon, in seconds: 0 to 3600.";
    static final String COLD_CALLS_PER_HOUR =
            "A cell is cold in an hour in which fewer calls come from it and its neighbours: 0 to 10000.";
    static final String LEAST_COLD_WAITING_SECONDS =
            "Less waiting in cold cells in a night is no signal, in seconds: 0 to 86400.";
    static final String DARK_AFTER_SECONDS =
            "A time without a position counts from this length on, in seconds: 1 to 86400; 0 only if nothing is looked for.";
    static final String DRIVES_BEYOND_SECONDS =
            "A drive counts as unfinished if it ends so many seconds after its expected end, or later: 1 to 86400; 0 only if nothing is looked for.";
    static final String ABUSE_NIGHTS =
            "The counts of a driver's nights of so many business dates, the newest included, are also taken together, so that who does little each night is found: 0 to 30. 0 and 1: each night for itself.";

    static final String ABUSE_NIGHTS_INPUT = ABUSE_NIGHTS + " 7 where it is left out.";

    static final String CONTRADICTED_METERS =
            "A driver who says to be with the customer is contradicted by a position that is so many metres away, or more; one who completes a drive, by a road of which so many metres, or more, cannot have been driven by then: 1 to 100000; 0 only if nothing is looked for.";

    static final String CALLS =
            "What customers may request. A call whose distance or fare is far from its estimate is not refused: it goes to general dispatch.";
    static final String MAX_LIVE_CALLS =
            "The most live calls of one customer, those that have not ended: 1 to 100; 0 for 5.";
    static final String DISTANCE_PERCENT =
            "A distance is doubtful if it is more than so many percent above its estimate, or the estimate as much above it: 0 to 1000; 0 if distances are not compared. The estimate is 1.3 times the straight line from the origin over the stopover to the destination; up to 1000 metres beside it are never doubtful.";
    static final String BASE_FARE =
            "What every drive costs, for the estimate of a fare, in the currency of hourlyWage; null for nothing.";
    static final String FARE_PER_KM =
            "What each kilometre of the estimated distance costs besides, in the currency of hourlyWage; null for nothing.";
    static final String FARE_PERCENT =
            "A fare is doubtful if it is more than so many percent above its estimate, or the estimate as much above it: 0 to 1000; 0 if fares are not compared, as without baseFare and farePerKm.";

    private PolicyPartDescriptions() {}
}
