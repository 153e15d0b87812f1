package dev.supporters.oracle;

import dev.supporters.oracle.NightHistory.CheckedStatement;
import dev.supporters.oracle.NightHistory.LegacyCallRecord;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.common.v1.DispatchPath;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.settlement.v1.Statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good the dispatch of a night was, so that a played night and simulated ones can be compared. A figure that is not known is NaN.
 *
 * @param completed percent of all calls that a supporter drove to the end
 * @param covered percent of all calls that the region, its zones and its window admitted; without it, completion says nothing
 * @param etaMean minutes to the customer, as estimated when the driver accepted
 * @param etaP95 the same, 95th percentile
 * @param cancelledAfterAssignment percent of the accepted commands
 * @param gini of trips per paid hour: 0 if all supporters have the same, 1 if one has all
 */
public record DispatchFigures(
        double completed,
        double covered,
        double etaMean,
        double etaP95,
        double cancelledAfterAssignment,
        double tripsPerPaidHour,
        double gini) {

    /** Reasons of a call's way to general dispatch that say: not here, or not now. */
    private static final Set<String> NOT_COVERED =
            Set.of("NO_POLICY", "WINDOW_CLOSED", "ROLLED_OUT_NOT", "OUTSIDE_ZONE");

    static DispatchFigures of(NightHistory history) {
        List<ActivityEvent> accepted =
                history.log().activity().stream().filter(ActivityEvent::hasAccepted).toList();
        SampleStatistics etas = SampleStatistics.of(etas(history, accepted));
        long lost =
                history.log().activity().stream()
                        .filter(e -> e.hasCancelled() && e.getCancelled().getAfterAcceptance())
                        .count();
        long calls = calls(history);
        Map<String, Long> trips = tripsByDriver(history);
        return new DispatchFigures(
                percent(trips.values().stream().mapToLong(Long::longValue).sum(), calls),
                percent(calls - notCovered(history), calls),
                etas.count() == 0 ? Double.NaN : etas.mean(),
                etas.count() == 0 ? Double.NaN : etas.percentile(95),
                percent(lost, accepted.size()),
                tripsPerPaidHour(history, trips),
                Gini.of(tripRates(history, trips)));
    }

    private static long calls(NightHistory history) {
        Set<String> ids = new HashSet<>();
        history.log().calls().stream().map(CallEvent::getCallId).forEach(ids::add);
        history.legacyCalls().stream().map(LegacyCallRecord::callId).forEach(ids::add);
        return ids.size();
    }

    private static long notCovered(NightHistory history) {
        return history.log().calls().stream()
                .filter(CallEvent::hasSentToGeneral)
                .filter(event -> NOT_COVERED.contains(event.getSentToGeneral().getReason()))
                .map(CallEvent::getCallId)
                .distinct()
                .count();
    }

    private static List<Double> etas(NightHistory history, List<ActivityEvent> accepted) {
        Map<String, Double> minutes = new HashMap<>();
        for (ActivityEvent event : history.log().activity()) {
            if (event.hasCommanded()) {
                minutes.put(event.getCommandId(), event.getCommanded().getEtaSeconds() / 60.0);
            }
        }
        return accepted.stream()
                .map(ActivityEvent::getCommandId)
                .filter(minutes::containsKey)
                .map(minutes::get)
                .toList();
    }

    private static Map<String, Long> tripsByDriver(NightHistory history) {
        Map<String, Long> trips = new HashMap<>();
        for (CallEvent event : history.log().calls()) {
            if (event.hasEnded()
                    && event.getState() == CallState.CALL_STATE_COMPLETED
                    && event.getEnded().getPath() == DispatchPath.DISPATCH_PATH_SUPPORTERS) {
                trips.merge(event.getDriverId(), 1L, Long::sum);
            }
        }
        return trips;
    }

    private static double tripsPerPaidHour(NightHistory history, Map<String, Long> trips) {
        double hours =
                history.statements().stream()
                                .mapToLong(checked -> checked.statement().getPaidMinutes())
                                .sum()
                        / 60.0;
        return hours == 0
                ? Double.NaN
                : trips.values().stream().mapToLong(Long::longValue).sum() / hours;
    }

    private static List<Double> tripRates(NightHistory history, Map<String, Long> trips) {
        return history.statements().stream()
                .map(CheckedStatement::statement)
                .filter(statement -> statement.getPaidMinutes() > 0)
                .map((Statement statement) ->
                        trips.getOrDefault(statement.getDriverId(), 0L)
                                * 60.0
                                / statement.getPaidMinutes())
                .toList();
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? Double.NaN : 100.0 * part / whole;
    }
}
