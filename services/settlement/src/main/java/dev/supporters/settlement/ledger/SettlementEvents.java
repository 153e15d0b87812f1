package dev.supporters.settlement.ledger;

import dev.supporters.contract.Money;
import dev.supporters.platform.event.Event;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.events.settlement.v1.DisputeChanged;
import dev.supporters.proto.events.settlement.v1.EntriesPosted;
import dev.supporters.proto.events.settlement.v1.PaymentChanged;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.events.settlement.v1.StatementAdjusted;
import dev.supporters.proto.events.settlement.v1.StatementClosed;
import dev.supporters.proto.events.settlement.v1.StatementCorrected;

import java.time.Instant;
import java.util.List;

/** What the topic of settlement learns. */
final class SettlementEvents {

    private SettlementEvents() {}

    static Event posted(Ledger ledger, List<LedgerEntry> entries) {
        EntriesPosted posted =
                EntriesPosted.newBuilder()
                        .addAllEntries(entries.stream().map(StatementProtoMapper::entry).toList())
                        .build();
        return event(
                ledger, "posted", event(ledger, entries.getFirst().postTime()).setPosted(posted));
    }

    static Event adjusted(Ledger ledger, Adjustment adjustment) {
        String currency = ledger.facts().begun().orElseThrow().terms().currency();
        StatementAdjusted adjusted =
                StatementAdjusted.newBuilder()
                        .setAdjustment(StatementProtoMapper.adjustment(adjustment, currency))
                        .build();
        return event(
                ledger, "adjusted", event(ledger, adjustment.createTime()).setAdjusted(adjusted));
    }

    static Event disputed(Ledger ledger, Dispute dispute, String actor, Instant time) {
        DisputeChanged changed =
                DisputeChanged.newBuilder()
                        .setDisputeId(new Dispute.Id(ledger.workId(), dispute.number()).toString())
                        .setState(DisputeProtoMapper.state(dispute))
                        .setActor(actor)
                        .build();
        return event(ledger, "dispute_changed", event(ledger, time).setDisputeChanged(changed));
    }

    static Event paymentChanged(Ledger ledger, PayHolds.HoldDecision decision) {
        PaymentChanged changed =
                PaymentChanged.newBuilder()
                        .setState(StatementProtoMapper.paymentState(ledger.holds()))
                        .setSignalId(decision.signalId())
                        .setActor(decision.actor())
                        .build();
        return event(
                ledger,
                "payment_changed",
                event(ledger, decision.time()).setPaymentChanged(changed));
    }

    static Event closed(Ledger ledger, Closed closed) {
        String currency = ledger.facts().begun().orElseThrow().terms().currency();
        StatementClosed statement =
                StatementClosed.newBuilder()
                        .setTotal(new Money(closed.total(), currency).toProto())
                        .build();
        return event(ledger, "closed", event(ledger, closed.time()).setClosed(statement));
    }

    static Event corrected(Ledger ledger, Correction correction) {
        String currency = ledger.facts().begun().orElseThrow().terms().currency();
        StatementCorrected corrected =
                StatementCorrected.newBuilder()
                        .setCorrection(StatementProtoMapper.correction(correction, currency))
                        .build();
        return event(
                ledger,
                "corrected",
                event(ledger, correction.createTime()).setCorrected(corrected));
    }

    private static SettlementEvent.Builder event(Ledger ledger, Instant time) {
        return SettlementEvent.newBuilder()
                .setWorkId(ledger.workId().value())
                .setDriverId(ledger.driverId().value())
                .setEventTime(Timestamps.of(time));
    }

    private static Event event(Ledger ledger, String name, SettlementEvent.Builder event) {
        return new Event(
                Topics.SETTLEMENT,
                ledger.driverId().value(),
                "supporters.settlement." + name + ".v1",
                event.build());
    }
}
