package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseDecided;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseDecision;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseEvidence;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseKind;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseNight;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbusePlace;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseSignalPage;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseSignalView;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.AbuseStatistics;
import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.DecideAbuseSignalInput;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.proto.activity.v1.DecideSignalRequest;
import dev.supporters.proto.activity.v1.ListSignalsResponse;
import dev.supporters.proto.activity.v1.Signal;
import dev.supporters.proto.activity.v1.SignalDecided;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalEvidence;
import dev.supporters.proto.activity.v1.SignalKind;
import dev.supporters.proto.activity.v1.SignalNight;
import dev.supporters.proto.activity.v1.SignalPlace;
import dev.supporters.proto.activity.v1.SignalStatistics;

/** Signals of abuse between the protos and the schema. */
final class SignalSchemaMapper {

    static final String KIND = "SIGNAL_KIND_";
    static final String DECISION = "SIGNAL_DECISION_";

    private SignalSchemaMapper() {}

    static AbuseSignalPage page(ListSignalsResponse response) {
        return new AbuseSignalPage(
                response.getSignalsList().stream().map(SignalSchemaMapper::view).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    static AbuseSignalView view(Signal signal) {
        return new AbuseSignalView(
                signal.getSignalId(),
                signal.getDriverId(),
                ProtoMapper.product(signal.getProduct()),
                signal.getRegion(),
                ProtoMapper.date(signal.getBusinessDate()),
                ProtoMapper.read(AbuseKind.class, signal.getKind(), KIND),
                ProtoMapper.instant(signal.hasFindTime(), signal.getFindTime()),
                signal.getPolicyVersion(),
                statistics(signal.getStatistics()),
                signal.getEvidenceList().stream().map(SignalSchemaMapper::evidence).toList(),
                signal.getPlacesList().stream().map(SignalSchemaMapper::place).toList(),
                signal.getColdSeconds(),
                HonestExplanationText.of(signal.getKind()),
                signal.getDecisionsList().stream().map(SignalSchemaMapper::decided).toList(),
                signal.getNightsList().stream().map(SignalSchemaMapper::night).toList());
    }

    private static AbuseNight night(SignalNight night) {
        return new AbuseNight(
                ProtoMapper.date(night.getBusinessDate()),
                night.getOccasions(),
                night.getHappened(),
                night.getExpected());
    }

    private static AbuseStatistics statistics(SignalStatistics statistics) {
        return new AbuseStatistics(
                statistics.getOccasions(),
                statistics.getHappened(),
                statistics.getExpected(),
                statistics.getChance(),
                statistics.getThreshold());
    }

    private static AbuseEvidence evidence(SignalEvidence evidence) {
        return new AbuseEvidence(
                ProtoMapper.instant(evidence.hasEventTime(), evidence.getEventTime()),
                ProtoMapper.text(evidence.getCallId()),
                evidence.getCell(),
                evidence.getValue());
    }

    private static AbusePlace place(SignalPlace place) {
        return new AbusePlace(
                place.getCell(),
                place.getHour(),
                place.getOccasions(),
                place.getHappened(),
                place.getExpected());
    }

    private static AbuseDecided decided(SignalDecided decided) {
        return new AbuseDecided(
                ProtoMapper.read(AbuseDecision.class, decided.getDecision(), DECISION),
                decided.getReason(),
                decided.getActor(),
                ProtoMapper.instant(decided.hasDecideTime(), decided.getDecideTime()),
                ProtoMapper.text(decided.getDriverText()));
    }

    static SignalKind kind(AbuseKind kind) {
        return ProtoMapper.write(SignalKind.class, KIND, kind);
    }

    static DecideSignalRequest request(Principal operator, DecideAbuseSignalInput input) {
        return DecideSignalRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("decideAbuseSignal", operator, input.clientMutationId()))
                .setSignalId(input.signalId())
                .setDecision(ProtoMapper.write(SignalDecision.class, DECISION, input.decision()))
                .setReason(input.reason())
                .setDriverText(ProtoMapper.orEmpty(input.driverText()))
                .setActor(operator.id())
                .build();
    }
}
