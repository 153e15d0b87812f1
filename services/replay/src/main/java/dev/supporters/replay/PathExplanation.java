package dev.supporters.replay;

import dev.supporters.contract.TimeZones;
import dev.supporters.dispatch.assignment.DriveEstimate;
import dev.supporters.dispatch.assignment.PathInputs;
import dev.supporters.dispatch.assignment.PathPolicy;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.events.routing.v1.RankedCandidate;
import dev.supporters.proto.events.routing.v1.ShadowChoice;
import dev.supporters.proto.routing.v1.Decision;
import dev.supporters.proto.routing.v1.RoutingReason;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The path of a call in plain words: what was decided, and what speaks for or against each candidate. */
final class PathExplanation {

    /** Those that only a decision about a call has; all others are those of a plan of zones. */
    private static final Set<String> BASES_OF_CHECKS = Set.of("zones", "outdated", "no_plan");

    private final CallRouted record;
    private final Decision decision;
    private final Phrases phrases;
    private final List<String> lines = new ArrayList<>();

    private PathExplanation(CallRouted record, Phrases phrases) {
        this.record = record;
        decision = record.getDecision();
        this.phrases = phrases;
    }

    static List<String> lines(CallRouted record, Phrases phrases) {
        var explanation = new PathExplanation(record, phrases);
        explanation.say();
        return List.copyOf(explanation.lines);
    }

    private void say() {
        Instant time = Timestamps.instant(record.getEventTime());
        add("call", decision.getCallId(), Phrases.time(time, zone()), zone().getId());
        if (!decision.getRegion().isEmpty()) {
            add("policy", decision.getRegion(), decision.getPolicyVersion());
        }
        sayZones();
        if (record.hasExperiment()) {
            add(
                    "experiment." + constant(record.getExperiment().getArm(), "EXPERIMENT_ARM_"),
                    record.getExperiment().getName());
        }
        if (!decision.getModel().isEmpty()) {
            add("model", decision.getModel());
        }
        add(
                "reason." + constant(decision.getReason(), "ROUTING_REASON_"),
                decision.getDriverId(),
                phrases.minutes(decision.getEtaSeconds()),
                Phrases.time(Timestamps.instant(decision.getHoldUntilTime()), zone()));
        if (record.getInputs().hasPolicy()) {
            sayCap();
        }
        record.getCandidatesList().forEach(this::sayOffered);
        record.getRemovedList().forEach(this::sayRemoved);
        if (!record.getRanking().getFallback().isEmpty()) {
            add(
                    "ranking.fallback",
                    record.getRanking().getWantedModel(),
                    record.getRanking().getFallback());
        }
        record.getRanking().getShadowsList().forEach(this::sayShadow);
        record.getChainedList()
                .forEach(chained ->
                        add(
                                "chained",
                                chained.getDriverId(),
                                phrases.minutes(chained.getEtaSeconds())));
    }

    /** Nothing for older records, and for a basis of newer versions. */
    private void sayZones() {
        String basis = record.getInputs().getZonesBasis();
        String planned = "zones." + basis.toUpperCase(Locale.ROOT);
        if (BASES_OF_CHECKS.contains(basis)) {
            add("zone." + basis, record.getInputs().getZonesVersion());
        } else if (phrases.has(planned)) {
            add(planned);
        }
    }

    private void sayShadow(ShadowChoice shadow) {
        String key = shadow.getDriverId().isEmpty() ? "shadow.none" : "shadow.choice";
        add(key, shadow.getModel(), shadow.getDriverId(), shadow.getFallback());
    }

    private void sayCap() {
        PathInputs inputs = PathInputsMapper.inputs(record);
        PathPolicy policy = inputs.policy().orElseThrow();
        Instant requestTime = inputs.call().requestTime();
        add(
                "cap",
                phrases.minutes(policy.pickupCap(requestTime, inputs.time())),
                phrases.minutes(Duration.between(requestTime, inputs.time())));
    }

    private void sayOffered(RankedCandidate candidate) {
        boolean commanded = candidate.getDriverId().equals(decision.getDriverId());
        String key =
                commanded
                        ? "commanded"
                        : candidate.getFilter() == CandidateFilter.CANDIDATE_FILTER_SHIFT_END
                                ? "filter.SHIFT_END"
                                : skipped(candidate) ? "taken" : "offered";
        sayCandidate(key, candidate);
    }

    private void sayRemoved(RankedCandidate candidate) {
        sayCandidate("filter." + constant(candidate.getFilter(), "CANDIDATE_FILTER_"), candidate);
    }

    private void sayCandidate(String key, RankedCandidate candidate) {
        String afterEnd = phrases.minutes(secondsAfterWindow(candidate));
        lines.add(
                "  "
                        + phrases.line(
                                "candidate",
                                candidate.getDriverId(),
                                phrases.minutes(candidate.getEtaSeconds()),
                                phrases.line(key, afterEnd)));
    }

    /** Stands before the commanded one in the offer: was not free any more. */
    private boolean skipped(RankedCandidate candidate) {
        if (decision.getReason() == RoutingReason.ROUTING_REASON_ALL_TAKEN) {
            return true;
        }
        List<String> offered =
                record.getCandidatesList().stream().map(RankedCandidate::getDriverId).toList();
        return offered.indexOf(candidate.getDriverId()) < offered.indexOf(decision.getDriverId());
    }

    private long secondsAfterWindow(RankedCandidate candidate) {
        if (!candidate.hasWindowEndTime()) {
            return 0;
        }
        Instant end =
                Timestamps.instant(record.getEventTime())
                        .plusSeconds(candidate.getEtaSeconds())
                        .plusSeconds(DriveEstimate.seconds(record.getInputs().getDistanceMeters()));
        Instant windowEnd = Timestamps.instant(candidate.getWindowEndTime());
        return Math.max(0, Duration.between(windowEnd, end).toSeconds());
    }

    private ZoneId zone() {
        String zone = record.getInputs().getPolicy().getTimeZone();
        return zone.isEmpty() ? ZoneId.of("UTC") : TimeZones.parse(zone);
    }

    private void add(String key, Object... values) {
        lines.add(phrases.line(key, values));
    }

    private static String constant(Enum<?> value, String prefix) {
        return value.name().replace(prefix, "");
    }
}
