package dev.supporters.dispatch.abuse;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.dispatch.abuse.DriverNight.Stay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns the facts of a driver into what the detectors count, by the policy's thresholds. */
final class Occasions {

    private static final double SECONDS_PER_HOUR = 3_600;

    private final AbusePolicy policy;
    private final CallCounts calls;
    private final Instant windowBegin;

    Occasions(AbusePolicy policy, CallCounts calls, Instant windowBegin) {
        this.policy = policy;
        this.calls = calls;
        this.windowBegin = windowBegin;
    }

    List<Occasion> of(AbuseKind kind, DriverNight night) {
        return switch (kind) {
            case REFUSALS ->
                    night.answers().stream()
                            .map(answer ->
                                    Occasion.trial(
                                            at(answer.cell(), answer.time()),
                                            answer.refused(),
                                            answer.time(),
                                            answer.callId(),
                                            0))
                            .toList();
            case CANCELLATIONS -> night.reveals().stream().map(this::cancellation).toList();
            case COLD_WAITING ->
                    night.moves().stream()
                            .filter(move -> isCold(at(move.cell(), move.time())))
                            .map(move ->
                                    Occasion.trial(
                                            at(move.cell(), move.time()),
                                            move.declined(),
                                            move.time(),
                                            0))
                            .toList();
            case DARK_GPS -> dark(night);
            case UNFINISHED_DRIVES ->
                    night.drives().stream()
                            .map(drive ->
                                    Occasion.trial(
                                            at(drive.cell(), drive.begin()),
                                            drive.beyond().compareTo(policy.drivesBeyond()) >= 0,
                                            drive.end(),
                                            drive.callId(),
                                            (double) drive.beyond().toSeconds()))
                            .toList();
            case CONTRADICTED_STEPS ->
                    night.steps().stream()
                            .map(step ->
                                    Occasion.trial(
                                            at(step.cell(), step.time()),
                                            step.meters() >= policy.contradictedMeters(),
                                            step.time(),
                                            step.callId(),
                                            step.meters()))
                            .toList();
        };
    }

    private Occasion cancellation(DriverNight.Reveal reveal) {
        boolean soon =
                reveal.cancelledAfter()
                        .filter(after -> after.compareTo(policy.cancelledWithin()) <= 0)
                        .isPresent();
        return Occasion.trial(
                at(reveal.cell(), reveal.time()),
                soon,
                reveal.time(),
                reveal.callId(),
                reveal.cancelledAfter().map(Duration::toSeconds).orElse(0L));
    }

    /** The stays in cells that were cold, in the hour in which they began. */
    List<Stay> coldStays(DriverNight night) {
        return night.stays().stream()
                .filter(stay -> isCold(at(stay.cell(), stay.begin())))
                .toList();
    }

    private boolean isCold(PlaceHour where) {
        return calls.around(where) < policy.coldCallsPerHour();
    }

    private List<Occasion> dark(DriverNight night) {
        List<Occasion> found = new ArrayList<>();
        night.atWork()
                .forEach(time ->
                        found.add(
                                Occasion.span(
                                        at(time.cell(), time.begin()),
                                        time.length().toMillis() / 1e3 / SECONDS_PER_HOUR,
                                        false,
                                        time.begin(),
                                        0)));
        night.positionGaps().stream()
                .filter(outage -> outage.length().compareTo(policy.darkAfter()) >= 0)
                .forEach(outage ->
                        found.add(
                                Occasion.span(
                                        at(outage.cell(), outage.begin()),
                                        0,
                                        true,
                                        outage.begin(),
                                        (double) outage.length().toSeconds())));
        return found;
    }

    private PlaceHour at(long cell, Instant time) {
        return PlaceHour.of(cell, time, windowBegin);
    }
}
