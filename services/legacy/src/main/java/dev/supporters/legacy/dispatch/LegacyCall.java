package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A call in the legacy system.
 *
 * @param registered whether our service `call` knows it: only then it is told what happens
 * @param createTime when the legacy system first heard of it
 * @param broadcastTime since when it looks for a commission driver: its offer's radius grows from then on
 * @param released supporters' commands that are over
 * @param results what supporters were reported, oldest first
 * @param reports what the gateway has yet to hear, oldest first
 * @param lastReport the number of the newest report there was
 */
public record LegacyCall(
        String id,
        boolean registered,
        Details details,
        DispatchState state,
        Instant createTime,
        Instant broadcastTime,
        List<String> released,
        List<DispatchResult> results,
        List<Report> reports,
        long lastReport) {

    public LegacyCall {
        requireNonNull(id);
        requireNonNull(details);
        requireNonNull(state);
        requireNonNull(createTime);
        requireNonNull(broadcastTime);
        released = List.copyOf(released);
        results = List.copyOf(results);
        reports = List.copyOf(reports);
    }

    static LegacyCall create(String id, Details details, DispatchState state, Instant now) {
        return new LegacyCall(
                id, false, details, state, now, now, List.of(), List.of(), List.of(), 0);
    }

    LegacyCall becomes(DispatchState next) {
        return standing(next, broadcastTime);
    }

    /** As {@link #becomes}, and the gateway is told of the driver who has it then. */
    LegacyCall becomes(DispatchState next, Report.Step step, Instant time) {
        return becomes(next, step, next.driver(), time);
    }

    /** As {@link #becomes}, and the gateway is told. */
    LegacyCall becomes(DispatchState next, Report.Step step, String driverId, Instant time) {
        List<Report> more = new ArrayList<>(reports);
        more.add(new Report(lastReport + 1, step, driverId, time));
        return becomes(next).reporting(more, lastReport + 1);
    }

    LegacyCall known(boolean isRegistered, Details given, List<String> releasedCommands) {
        List<String> all = new ArrayList<>(released);
        releasedCommands.stream().filter(command -> !all.contains(command)).forEach(all::add);
        return new LegacyCall(
                id,
                registered || isRegistered,
                details.known() ? details : given,
                state,
                createTime,
                broadcastTime,
                all,
                results,
                reports,
                lastReport);
    }

    LegacyCall broadcast(Instant now) {
        return standing(new DispatchState.Offered(now, ""), now);
    }

    LegacyCall with(DispatchResult result) {
        List<DispatchResult> more = new ArrayList<>(results);
        if (more.stream().noneMatch(r -> r.commandId().equals(result.commandId()))) {
            more.add(result);
        }
        return new LegacyCall(
                id,
                registered,
                details,
                state,
                createTime,
                broadcastTime,
                released,
                more,
                reports,
                lastReport);
    }

    /** The gateway has heard it. */
    public LegacyCall told(Report report) {
        return reporting(
                reports.stream().filter(r -> r.number() != report.number()).toList(), lastReport);
    }

    private LegacyCall standing(DispatchState now, Instant broadcast) {
        return new LegacyCall(
                id,
                registered,
                details,
                now,
                createTime,
                broadcast,
                released,
                results,
                reports,
                lastReport);
    }

    private LegacyCall reporting(List<Report> untold, long last) {
        return new LegacyCall(
                id,
                registered,
                details,
                state,
                createTime,
                broadcastTime,
                released,
                results,
                untold,
                last);
    }
}
