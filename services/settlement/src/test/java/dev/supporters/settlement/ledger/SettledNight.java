package dev.supporters.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.refusal.Refusal;
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
final class SettledNight {

    static final WorkId WORK = Night.WORK_ID;

    final TestClock clock = new TestClock(Night.at(7_200));
    final InMemoryAggregateStore<Ledger> store =
            new InMemoryAggregateStore<>(SettlementStores.LEDGERS);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final LedgerService ledgers = new LedgerService(store, new PostingMetrics(meters), clock);
    private final InMemoryAggregateStore<ArchivedEvent> events =
            new InMemoryAggregateStore<>(SettlementStores.EVENTS);
    final ShiftEventArchive archive =
            new ShiftEventArchive(events, new MongoEventRepository(events));
    final StatementService statements =
            new StatementService(store, new MongoLedgerRepository(store), archive, clock);

    final DisputeService disputes =
            new DisputeService(store, new MongoLedgerRepository(store), clock, config());

    private final InMemoryAggregateStore<ShiftPlaces> placeStore =
            new InMemoryAggregateStore<>(SettlementStores.PLACES);
    final PlaceService places = PlaceServiceTest.service(placeStore);

    final ZoneClosingService zoneClosings =
            new ZoneClosingService(ledgers, new MongoLedgerRepository(store));

    void add(List<Fact> facts) {
        facts.forEach(fact -> ledgers.add(Night.WORK_ID, Night.DRIVER, fact));
    }

    static SettlementConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(SettlementConfig.class)
                .build()
                .getConfigMapping(SettlementConfig.class);
    }

    List<SettlementEvent> told() {
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

    static void assertRefused(ErrorReason reason, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.reason()).isEqualTo(reason);
    }
}
