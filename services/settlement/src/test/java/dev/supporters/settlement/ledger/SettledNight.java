package dev.supporters.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.SettlementConfig;
import dev.supporters.settlement.adapter.mongo.MongoEventRepository;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;
import dev.supporters.settlement.adapter.mongo.SettlementStores;
import dev.supporters.settlement.archive.ArchivedEvent;
import dev.supporters.settlement.archive.ShiftEventArchive;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.place.PlaceService;
import dev.supporters.settlement.place.PlaceServiceTest;
import dev.supporters.settlement.place.ShiftPlaces;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.List;

/** A store of ledgers and the statements made from it, two hours after the begin of the shift. */
public final class SettledNight {

    public static final WorkId WORK = Night.WORK_ID;

    public final TestClock clock = new TestClock(Night.at(7_200));
    public final InMemoryAggregateStore<Ledger> store =
            new InMemoryAggregateStore<>(SettlementStores.LEDGERS);
    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final LedgerService ledgers =
            new LedgerService(store, new PostingMetrics(meters), clock);
    private final InMemoryAggregateStore<ArchivedEvent> events =
            new InMemoryAggregateStore<>(SettlementStores.EVENTS);
    final ShiftEventArchive archive =
            new ShiftEventArchive(events, new MongoEventRepository(events));
    public final StatementService statements =
            new StatementService(store, new MongoLedgerRepository(store), archive, clock);

    public final DisputeService disputes =
            new DisputeService(store, new MongoLedgerRepository(store), clock, config());

    private final InMemoryAggregateStore<ShiftPlaces> placeStore =
            new InMemoryAggregateStore<>(SettlementStores.PLACES);
    final PlaceService places = PlaceServiceTest.service(placeStore);

    final ZoneClosingService zoneClosings =
            new ZoneClosingService(ledgers, new MongoLedgerRepository(store));

    public final LedgerProof proof =
            new LedgerProof(
                    new MongoLedgerRepository(store), statements, clock, clock, config(), meters);

    public final CorrectionCarrier carrier = carrier(store);

    /** Over another store. */
    public LedgerService ledgers(AggregateStore<Ledger> ledgersStore) {
        return new LedgerService(ledgersStore, new PostingMetrics(meters), clock);
    }

    /** Over another store, which may fail. */
    public CorrectionCarrier carrier(AggregateStore<Ledger> ledgersStore) {
        return new CorrectionCarrier(
                ledgersStore, new MongoLedgerRepository(store), clock, config(), meters);
    }

    public void add(WorkId workId, List<Fact> facts) {
        facts.forEach(fact -> ledgers.add(workId, Night.DRIVER, fact));
    }

    public void adjust(String requestId, WorkId workId, long amount) {
        ledgers.adjust(
                new AdjustmentOrder(
                        requestId,
                        workId,
                        Adjustment.Kind.CORRECTION,
                        amount,
                        "KRW",
                        "by agreement",
                        "operator-1"));
    }

    void add(List<Fact> facts) {
        facts.forEach(fact -> ledgers.add(Night.WORK_ID, Night.DRIVER, fact));
    }

    public static SettlementConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(SettlementConfig.class)
                .build()
                .getConfigMapping(SettlementConfig.class);
    }

    public List<SettlementEvent> told() {
        return store.published().stream().map(event -> (SettlementEvent) event.payload()).toList();
    }

    static AdjustmentOrder order(String requestId, long amount) {
        return new AdjustmentOrder(
                requestId,
                WORK,
                Adjustment.Kind.CORRECTION,
                amount,
                "KRW",
                "cold-zone parking",
                "operator-1");
    }

    public static AdjustmentOrder grant(String requestId, long amount) {
        return new AdjustmentOrder(
                requestId,
                WORK,
                Adjustment.Kind.GRANT,
                amount,
                "KRW",
                "you are right",
                "operator-1");
    }

    public static void assertRefused(ErrorReason reason, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
