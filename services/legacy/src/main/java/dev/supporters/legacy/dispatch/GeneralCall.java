package dev.supporters.legacy.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A call in the legacy system.
 *
 * @param registered whether our service `call` knows it: only then its steps are reported to the gateway
 * @param createTime when the legacy system first knew of it
 * @param broadcastTime since when it looks for a commission driver: its offer's radius grows from then on
 * @param released supporters' commands that are over
 * @param acceptances of supporters, oldest first
 * @param reports what the gateway has not confirmed yet, oldest first
 * @param lastReport the number of the newest report that was made
 * @param handOvers how often it was handed over, and when: for tests, which judge by it whether calls come late or never
 */
public record GeneralCall(
        String id,
        boolean registered,
        CallDetails details,
        GeneralCallState state,
        Instant createTime,
        Instant broadcastTime,
        List<String> released,
        List<SupporterAcceptance> acceptances,
        List<StepReport> reports,
        long lastReport,
        HandOvers handOvers) {

    public GeneralCall {
        requireNonNull(id);
        requireNonNull(details);
        requireNonNull(state);
        requireNonNull(createTime);
        requireNonNull(broadcastTime);
        released = List.copyOf(released);
        acceptances = List.copyOf(acceptances);
        reports = List.copyOf(reports);
        requireNonNull(handOvers);
    }

    static GeneralCall create(String id, CallDetails details, GeneralCallState state, Instant now) {
        return new GeneralCall(
                id,
                false,
                details,
                state,
                now,
                now,
                List.of(),
                List.of(),
                List.of(),
                0,
                HandOvers.NONE);
    }

    GeneralCall becomes(GeneralCallState next) {
        return inState(next, broadcastTime);
    }

    /** As {@link #becomes}, with a report to the gateway that names the driver of the next state. */
    GeneralCall becomes(GeneralCallState next, StepReport.Step step, Instant time) {
        return becomes(next, step, next.driver(), time);
    }

    /** As {@link #becomes}, with a report to the gateway. */
    GeneralCall becomes(
            GeneralCallState next, StepReport.Step step, String driverId, Instant time) {
        List<StepReport> more = new ArrayList<>(reports);
        more.add(new StepReport(lastReport + 1, step, driverId, time));
        return becomes(next).reporting(more, lastReport + 1);
    }

    GeneralCall submitted(
            boolean isRegistered, CallDetails given, List<String> releasedCommands, Instant now) {
        List<String> all = new ArrayList<>(released);
        releasedCommands.stream().filter(command -> !all.contains(command)).forEach(all::add);
        return new GeneralCall(
                id,
                registered || isRegistered,
                details.known() ? details : given,
                state,
                createTime,
                broadcastTime,
                all,
                acceptances,
                reports,
                lastReport,
                handOvers.oneMore(now));
    }

    GeneralCall broadcast(Instant now) {
        return inState(new GeneralCallState.Offered(now, ""), now);
    }

    GeneralCall with(SupporterAcceptance acceptance) {
        List<SupporterAcceptance> more = new ArrayList<>(acceptances);
        if (more.stream().noneMatch(r -> r.commandId().equals(acceptance.commandId()))) {
            more.add(acceptance);
        }
        return new GeneralCall(
                id,
                registered,
                details,
                state,
                createTime,
                broadcastTime,
                released,
                more,
                reports,
                lastReport,
                handOvers);
    }

    /** The gateway has confirmed the report. */
    public GeneralCall confirmed(StepReport report) {
        return reporting(
                reports.stream().filter(r -> r.number() != report.number()).toList(), lastReport);
    }

    private GeneralCall inState(GeneralCallState now, Instant broadcast) {
        return new GeneralCall(
                id,
                registered,
                details,
                now,
                createTime,
                broadcast,
                released,
                acceptances,
                reports,
                lastReport,
                handOvers);
    }

    private GeneralCall reporting(List<StepReport> unconfirmed, long last) {
        return new GeneralCall(
                id,
                registered,
                details,
                state,
                createTime,
                broadcastTime,
                released,
                acceptances,
                unconfirmed,
                last,
                handOvers);
    }
}
