package dev.supporters.activity.abuse;

import dev.supporters.contract.CallId;
import dev.supporters.dispatch.abuse.AbuseKind;
import dev.supporters.dispatch.abuse.AbuseSignal;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.activity.v1.SignalDecided;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalEvidence;
import dev.supporters.proto.activity.v1.SignalKind;
import dev.supporters.proto.activity.v1.SignalNight;
import dev.supporters.proto.activity.v1.SignalNotice;
import dev.supporters.proto.activity.v1.SignalPlace;
import dev.supporters.proto.activity.v1.SignalStatistics;

import java.util.Optional;

/** Signals as the interface registry has them. */
public final class SignalProtoMapper {

    private SignalProtoMapper() {}

    public static dev.supporters.proto.activity.v1.Signal toProto(Signal signal) {
        AbuseSignal found = signal.found();
        return dev.supporters.proto.activity.v1.Signal.newBuilder()
                .setSignalId(signal.id())
                .setDriverId(found.driverId().value())
                .setProduct(signal.night().product())
                .setRegion(signal.night().region())
                .setBusinessDate(signal.night().businessDate().toString())
                .setKind(kind(found.kind()))
                .setFindTime(Timestamps.of(signal.findTime()))
                .setPolicyVersion(signal.policyVersion())
                .setStatistics(statistics(found.statistics()))
                .addAllEvidence(found.events().stream().map(SignalProtoMapper::evidence).toList())
                .addAllPlaces(found.places().stream().map(SignalProtoMapper::place).toList())
                .setColdSeconds(found.waited().toSeconds())
                .addAllNights(found.nights().stream().map(SignalProtoMapper::night).toList())
                .addAllDecisions(
                        signal.decisions().stream().map(SignalProtoMapper::decided).toList())
                .build();
    }

    static SignalStatistics statistics(AbuseSignal.Statistics statistics) {
        return SignalStatistics.newBuilder()
                .setOccasions(statistics.occasions())
                .setHappened(statistics.happened())
                .setExpected(statistics.expected())
                .setChance(statistics.chance())
                .setThreshold(statistics.threshold())
                .build();
    }

    private static SignalEvidence evidence(AbuseSignal.AbuseEvent event) {
        return SignalEvidence.newBuilder()
                .setEventTime(Timestamps.of(event.time()))
                .setCallId(event.callId().map(CallId::value).orElse(""))
                .setCell(Long.toHexString(event.cell()))
                .setValue(event.value())
                .build();
    }

    private static SignalNight night(AbuseSignal.NightStatistics night) {
        return SignalNight.newBuilder()
                .setBusinessDate(night.businessDate().toString())
                .setOccasions(night.occasions())
                .setHappened(night.happened())
                .setExpected(night.expected())
                .build();
    }

    private static SignalPlace place(AbuseSignal.PlaceStatistics place) {
        return SignalPlace.newBuilder()
                .setCell(Long.toHexString(place.where().cell()))
                .setHour(place.where().hour())
                .setOccasions(place.occasions())
                .setHappened(place.happened())
                .setExpected(place.expected())
                .build();
    }

    private static SignalDecided decided(Signal.DecisionRecord decided) {
        return SignalDecided.newBuilder()
                .setDecision(decision(decided.decision()))
                .setReason(decided.reason())
                .setActor(decided.actor())
                .setDecideTime(Timestamps.of(decided.time()))
                .setDriverText(decided.driverText())
                .build();
    }

    /** What the driver is told. A signal that is told has a decision. */
    public static SignalNotice notice(Signal signal) {
        Signal.DecisionRecord newest = signal.decisions().getLast();
        return SignalNotice.newBuilder()
                .setSignalId(signal.id())
                .setDriverId(signal.found().driverId().value())
                .setProduct(signal.night().product())
                .setBusinessDate(signal.night().businessDate().toString())
                .addAllNights(
                        signal.found().nights().stream()
                                .map(night -> night.businessDate().toString())
                                .toList())
                .setKind(kind(signal.found().kind()))
                .setDecision(decision(newest.decision()))
                .setStillCounts(
                        signal.stillCounts()
                                .map(SignalProtoMapper::decision)
                                .orElse(SignalDecision.SIGNAL_DECISION_UNSPECIFIED))
                .setDriverText(newest.driverText())
                .setDecideTime(Timestamps.of(newest.time()))
                .build();
    }

    static SignalKind kind(AbuseKind kind) {
        return switch (kind) {
            case REFUSALS -> SignalKind.SIGNAL_KIND_REFUSALS;
            case CANCELLATIONS -> SignalKind.SIGNAL_KIND_CANCELLATIONS;
            case COLD_WAITING -> SignalKind.SIGNAL_KIND_COLD_WAITING;
            case DARK_GPS -> SignalKind.SIGNAL_KIND_DARK_GPS;
            case UNFINISHED_DRIVES -> SignalKind.SIGNAL_KIND_UNFINISHED_DRIVES;
            case CONTRADICTED_STEPS -> SignalKind.SIGNAL_KIND_CONTRADICTED_STEPS;
        };
    }

    /** Empty for all kinds. */
    public static Optional<AbuseKind> kind(SignalKind kind) {
        return switch (kind) {
            case SIGNAL_KIND_REFUSALS -> Optional.of(AbuseKind.REFUSALS);
            case SIGNAL_KIND_CANCELLATIONS -> Optional.of(AbuseKind.CANCELLATIONS);
            case SIGNAL_KIND_COLD_WAITING -> Optional.of(AbuseKind.COLD_WAITING);
            case SIGNAL_KIND_DARK_GPS -> Optional.of(AbuseKind.DARK_GPS);
            case SIGNAL_KIND_UNFINISHED_DRIVES -> Optional.of(AbuseKind.UNFINISHED_DRIVES);
            case SIGNAL_KIND_CONTRADICTED_STEPS -> Optional.of(AbuseKind.CONTRADICTED_STEPS);
            case SIGNAL_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    static SignalDecision decision(Signal.Decision decision) {
        return switch (decision) {
            case DISMISS -> SignalDecision.SIGNAL_DECISION_DISMISS;
            case WARN -> SignalDecision.SIGNAL_DECISION_WARN;
            case HOLD_PAY -> SignalDecision.SIGNAL_DECISION_HOLD_PAY;
            case SUSPEND -> SignalDecision.SIGNAL_DECISION_SUSPEND;
        };
    }

    /** Empty for none, and for one that this version does not know. */
    public static Optional<Signal.Decision> decision(SignalDecision decision) {
        return switch (decision) {
            case SIGNAL_DECISION_DISMISS -> Optional.of(Signal.Decision.DISMISS);
            case SIGNAL_DECISION_WARN -> Optional.of(Signal.Decision.WARN);
            case SIGNAL_DECISION_HOLD_PAY -> Optional.of(Signal.Decision.HOLD_PAY);
            case SIGNAL_DECISION_SUSPEND -> Optional.of(Signal.Decision.SUSPEND);
            case SIGNAL_DECISION_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
