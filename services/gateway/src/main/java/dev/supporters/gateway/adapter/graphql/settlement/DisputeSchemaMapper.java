package dev.supporters.gateway.adapter.graphql.settlement;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.AnswerDisputeInput;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.DisputeState;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.DisputeView;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.OpenDisputeInput;
import dev.supporters.gateway.adapter.graphql.settlement.DisputeTypes.WithdrawDisputeInput;
import dev.supporters.proto.settlement.v1.AnswerDisputeRequest;
import dev.supporters.proto.settlement.v1.Dispute;
import dev.supporters.proto.settlement.v1.OpenDisputeRequest;
import dev.supporters.proto.settlement.v1.WithdrawDisputeRequest;

/** Disputes between the protos and the schema. */
final class DisputeSchemaMapper {

    private static final String STATE = "DISPUTE_STATE_";

    private DisputeSchemaMapper() {}

    static DisputeView view(Dispute dispute) {
        return new DisputeView(
                dispute.getDisputeId(),
                dispute.getWorkId(),
                dispute.getDriverId(),
                ProtoMapper.date(dispute.getBusinessDate()),
                ProtoMapper.read(DisputeState.class, dispute.getState(), STATE),
                dispute.getText(),
                ProtoMapper.instant(dispute.hasOpenTime(), dispute.getOpenTime()),
                ProtoMapper.instant(dispute.hasCloseTime(), dispute.getCloseTime()),
                ProtoMapper.text(dispute.getActor()),
                ProtoMapper.text(dispute.getAnswer()),
                dispute.hasAdjusted() ? ProtoMapper.money(dispute.getAdjusted()) : null,
                dispute.getAgeSeconds());
    }

    static OpenDisputeRequest request(Principal driver, OpenDisputeInput input) {
        return OpenDisputeRequest.newBuilder()
                .setRequestId(IdempotencyKeys.of("openDispute", driver, input.clientMutationId()))
                .setDriverId(driver.id())
                .setBusinessDate(input.businessDate().toString())
                .setProduct(ProtoMapper.product(input.product()))
                .setText(input.text())
                .build();
    }

    static AnswerDisputeRequest request(Principal operator, AnswerDisputeInput input) {
        AnswerDisputeRequest.Builder request =
                AnswerDisputeRequest.newBuilder()
                        .setRequestId(
                                IdempotencyKeys.of(
                                        "answerDispute", operator, input.clientMutationId()))
                        .setDisputeId(input.disputeId())
                        .setDecision(
                                ProtoMapper.write(
                                        dev.supporters.proto.settlement.v1.DisputeState.class,
                                        STATE,
                                        input.decision()))
                        .setAnswer(input.answer())
                        .setActor(operator.id());
        if (input.adjustment() != null) {
            request.setAdjustment(ProtoMapper.money(input.adjustment(), "adjustment"));
        }
        return request.build();
    }

    static WithdrawDisputeRequest request(Principal driver, WithdrawDisputeInput input) {
        return WithdrawDisputeRequest.newBuilder()
                .setRequestId(
                        IdempotencyKeys.of("withdrawDispute", driver, input.clientMutationId()))
                .setDisputeId(input.disputeId())
                .setDriverId(driver.id())
                .build();
    }
}
