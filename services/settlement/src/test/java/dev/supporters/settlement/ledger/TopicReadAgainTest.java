package dev.supporters.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;

import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.SettlementStores;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/**
 * A function that has rested at zero for longer than the brokers keep its offsets reads its topics once more, from their begin: shifts
 * that were settled and archived long ago, and those of which it has heard nothing yet.
 */
class TopicReadAgainTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    private static final List<Fact> EVENING =
            new Night()
                    .begun()
                    .accepted("k", 600)
                    .pickedUp("k", 900)
                    .over("k", 1_800)
                    .ended(3_600)
                    .list();
    private static final WorkId SATURDAY =
            WorkId.of(Night.DRIVER, Product.PRODUCT_DRIVER, Night.FRIDAY.plusDays(1));

    private final SettledNight night = new SettledNight();
    private final MongoDatabase database = STORE.database();
    private final AggregateStore<Ledger> store =
            STORE.open(SettlementStores.LEDGERS, night.clock, database);
    private final LedgerService ledgers = night.ledgers(store);

    @BeforeEach
    void aShiftWasSettledMoreThanAWeekAgo() {
        // Given
        read(Night.WORK_ID);
        night.clock.advance(Duration.ofDays(8));
        // archived once its events are published
        await().untilAsserted(() -> {
            night.clock.tick();
            assertThat(working()).isZero();
        });
    }

    @Test
    void nothingIsBookedAgain() {
        // Given
        Versioned<Ledger> before = store.find(Night.WORK).orElseThrow();
        assertThat(before.value().entries()).hasSize(3);
        // When
        read(Night.WORK_ID);
        // Then
        assertThat(store.find(Night.WORK)).contains(before);
        assertThat(working()).as("it stays archived").isZero();
    }

    @Test
    void whatNobodyHasReadIsBooked() {
        // When
        read(Night.WORK_ID);
        read(SATURDAY);
        // Then
        assertThat(store.find(SATURDAY.value()).orElseThrow().value().posted())
                .isEqualTo(store.find(Night.WORK).orElseThrow().value().posted());
    }

    private void read(WorkId workId) {
        EVENING.forEach(fact -> ledgers.add(workId, Night.DRIVER, fact));
    }

    private long working() {
        return database.getCollection(SettlementStores.LEDGERS.name()).countDocuments();
    }
}
