package dev.supporters.player;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The figures of a night that the gateway tells, by their names in its schema. */
public enum NightKpi {
    ATTENDANCE_RATE,
    COMPLETION_RATE,
    CANCELLATION_AFTER_ASSIGNMENT_RATE,
    AUTO_ACCEPT_SHARE,
    PICKUP_MINUTES_MEAN,
    TRIPS_PER_PAID_HOUR,
    DEMAND_COVERAGE,
    GINI,
    GENERAL_SHARE,

    /** In the minor unit. */
    COST_PER_COMPLETED_CALL;

    String field() {
        String camel =
                Arrays.stream(name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
        return Character.toLowerCase(camel.charAt(0)) + camel.substring(1);
    }
}
