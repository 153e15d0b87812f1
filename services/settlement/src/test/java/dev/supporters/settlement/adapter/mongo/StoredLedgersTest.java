package dev.supporters.settlement.adapter.mongo;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.ledger.Adjustment;
import dev.supporters.settlement.ledger.Closed;
import dev.supporters.settlement.ledger.Correction;
import dev.supporters.settlement.ledger.Dispute;
import dev.supporters.settlement.ledger.LateEntries;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.PayHolds;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.testkit.StoredDocumentsContract;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class StoredLedgersTest extends StoredDocumentsContract<Ledger> {

    @Override
    protected CollectionSpec<Ledger> spec() {
        return SettlementStores.LEDGERS;
    }

    @Override
    protected Map<String, Ledger> values() {
        return Map.ofEntries(
                Map.entry("disputed", disputed()),
                Map.entry("adjusted", adjusted()),
                Map.entry("closed", closed()),
                Map.entry("held", held(true)),
                Map.entry("not-held-any-more", held(false)),
                Map.entry("before-its-begin", ledger(new Night().lost(1.25).found(2).list())),
                Map.entry(
                        "open",
                        ledger(new Night().begun().rested(600, 2).accepted("k", 900).list())),
                Map.entry("ended-after-the-window", endedAfterTheWindow()),
                Map.entry(
                        "held-back",
                        ledger(new Night().begun().rested(600, 2, 1).ended(3_600, 4, 3).list())),
                Map.entry(
                        "zone-closed",
                        ledger(new Night().begunIn("8830e1d8c7fffff").zoneClosed(900).list())),
                Map.entry("ended", ended()));
    }

    private static Ledger endedAfterTheWindow() {
        return ledger(
                new Night()
                        .begun()
                        .rested(600, 3, 1)
                        .resumed(1_200, 4, 3)
                        .windowEnded(3_600, 5, 4)
                        .ended(4_000, 6, 5)
                        .list());
    }

    private static Ledger ended() {
        return ledger(
                        new Night()
                                .begun()
                                .rested(600, 2)
                                .resumed(1_200.5, 3)
                                .moveBegun("m", 1_300)
                                .moveOver("m", 1_400)
                                .accepted("k", 1_500)
                                .pickedUp("k", 1_800)
                                .over("k", 3_000)
                                .ended(3_600)
                                .list())
                .with(
                        new Adjustment(
                                "r1",
                                Adjustment.Kind.CORRECTION,
                                -2_000,
                                "why",
                                "who",
                                Night.at(4_000)));
    }

    /** By two decisions on two signals, of which the second is against it. */
    private static Ledger held(boolean holds) {
        Ledger ended = ledger(new Night().begun().ended(3_600).list());
        return new Ledger(
                ended.workId(),
                ended.driverId(),
                ended.facts(),
                ended.entries(),
                ended.adjustments(),
                ended.disputes(),
                ended.corrections(),
                new PayHolds(
                        List.of(
                                new PayHolds.HoldDecision(
                                        "s1", 1, holds, "operator-1", Night.at(40_000)),
                                new PayHolds.HoldDecision(
                                        "s2", 2, false, "operator-2", Night.at(50_000)))),
                ended.closed());
    }

    private static Ledger closed() {
        Ledger ledger =
                ledger(
                        List.of(
                                new Fact.Begun(
                                        "begun",
                                        Night.BEGIN,
                                        Product.PRODUCT_DRIVER,
                                        Night.FRIDAY,
                                        Night.TERMS,
                                        "",
                                        "seoul",
                                        Optional.of(Night.at(14_400))),
                                new Fact.Ended("ended", Night.at(3_600)),
                                new Fact.Rested("late", Night.at(1_800), 2)));
        LateEntries late = new LateEntries(List.of("late"), List.of("r1"));
        WorkId before = work("2026-11-19");
        WorkId after = work("2026-11-21");
        return new Ledger(
                ledger.workId(),
                ledger.driverId(),
                ledger.facts(),
                ledger.entries(),
                List.of(adjustment("r1", Adjustment.Kind.CORRECTION, 500)),
                List.of(),
                List.of(new Correction(before + "/1", before, 234, Night.at(7_000), late)),
                PayHolds.NONE,
                Optional.of(
                        new Closed(
                                Night.at(16_200),
                                14_234,
                                1,
                                0,
                                late,
                                List.of(
                                        new Closed.Carry(1, after, -1_000, late, true),
                                        new Closed.Carry(2, after, -5_500, late, false)))));
    }

    private static WorkId work(String businessDate) {
        return WorkId.of(Night.DRIVER, Product.PRODUCT_DRIVER, LocalDate.parse(businessDate));
    }

    private static Ledger adjusted() {
        return ledger(
                        List.of(
                                new Night().begun().list().getFirst(),
                                new Fact.Accepted("accepted", Night.at(60), "k", "254137"),
                                new Fact.Ended("ended", Night.at(3_600))))
                .with(adjustment("r1", Adjustment.Kind.GUARANTEE, 6_000))
                .with(adjustment("r2", Adjustment.Kind.DEDUCTION, -500))
                .with(adjustment("r3", Adjustment.Kind.GRANT, 234));
    }

    private static Adjustment adjustment(String requestId, Adjustment.Kind kind, long amount) {
        return new Adjustment(requestId, kind, amount, "why", "who", Night.at(4_000));
    }

    private static Ledger disputed() {
        Dispute answered =
                new Dispute(
                        1,
                        "o1",
                        "I was driving until 22:30",
                        Night.at(7_300),
                        Optional.of(
                                new Dispute.Closing(
                                        Dispute.Outcome.ACCEPTED,
                                        "a1",
                                        "you were",
                                        "operator-1",
                                        7_000,
                                        Night.at(7_900))));
        Dispute open = new Dispute(2, "o2", "and longer", Night.at(8_000), Optional.empty());
        return ledger(new Night().begun().ended(3_600).list())
                .with(
                        new Adjustment(
                                "a1",
                                Adjustment.Kind.CORRECTION,
                                7_000,
                                "you were",
                                "operator-1",
                                Night.at(7_900)))
                .with(answered)
                .with(open);
    }

    private static Ledger ledger(List<Fact> facts) {
        Ledger ledger = Ledger.open(Night.WORK_ID, Night.DRIVER);
        for (Fact fact : facts) {
            ledger = ledger.with(fact, Night.at(3_700));
        }
        return ledger;
    }
}
