package dev.supporters.settlement.ledger;

import dev.supporters.contract.Money;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.settlement.v1.DisputeState;

/** Disputes as the interface shows them. */
public final class DisputeProtoMapper {

    private DisputeProtoMapper() {}

    public static dev.supporters.proto.settlement.v1.Dispute toProto(ShownDispute shown) {
        Dispute dispute = shown.dispute();
        var proto =
                dev.supporters.proto.settlement.v1.Dispute.newBuilder()
                        .setDisputeId(new Dispute.Id(shown.workId(), dispute.number()).toString())
                        .setWorkId(shown.workId().value())
                        .setDriverId(shown.driverId().value())
                        .setBusinessDate(shown.workId().businessDate().toString())
                        .setState(state(dispute))
                        .setText(dispute.text())
                        .setOpenTime(Timestamps.of(dispute.openTime()))
                        .setAgeSeconds(shown.age().toSeconds());
        dispute.closing()
                .ifPresent(closing -> {
                    proto.setCloseTime(Timestamps.of(closing.time()))
                            .setActor(closing.actor())
                            .setAnswer(closing.answer());
                    if (closing.adjusted() != 0) {
                        proto.setAdjusted(
                                new Money(closing.adjusted(), shown.currency()).toProto());
                    }
                });
        return proto.build();
    }

    static DisputeState state(Dispute dispute) {
        return dispute.closing()
                .map(closing ->
                        switch (closing.outcome()) {
                            case ACCEPTED -> DisputeState.DISPUTE_STATE_ACCEPTED;
                            case REJECTED -> DisputeState.DISPUTE_STATE_REJECTED;
                            case WITHDRAWN -> DisputeState.DISPUTE_STATE_WITHDRAWN;
                        })
                .orElse(DisputeState.DISPUTE_STATE_OPEN);
    }
}
