package dev.supporters.settlement.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.AggregateStore;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.testkit.TestClock;
import dev.supporters.testkit.TestStore;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class MongoLedgerRepositoryTest {

    @AutoClose private static final TestStore STORE = new TestStore();

    @Test
    void findsTheLedgersOfABusinessDateByPages() {
        // Given
        AggregateStore<Ledger> documents = STORE.open(SettlementStores.LEDGERS, new TestClock());
        for (String driver : List.of("d3", "d1", "d2")) {
            keep(documents, driver, new Night().begun().list());
        }
        keep(documents, "d0", new Night().ended(5).list());
        keep(documents, "d4", new Night().ended(5).list());
        MongoLedgerRepository ledgers = new MongoLedgerRepository(documents);
        // Then
        assertThat(ledgers.of(Night.FRIDAY, "", 2))
                .extracting(ledger -> ledger.driverId().value())
                .containsExactly("d1", "d2");
        assertThat(ledgers.of(Night.FRIDAY, "d2-driver-2026-11-20", 2))
                .extracting(ledger -> ledger.driverId().value())
                .containsExactly("d3");
        assertThat(ledgers.of(Night.FRIDAY.plusDays(1), "", 2)).isEmpty();
    }

    private static void keep(AggregateStore<Ledger> documents, String driverId, List<Fact> facts) {
        DriverId driver = new DriverId(driverId);
        WorkId workId = WorkId.of(driver, Product.PRODUCT_DRIVER, Night.FRIDAY);
        documents.change(
                workId.value(),
                "",
                (current, version) -> {
                    Ledger ledger = Ledger.open(workId, driver);
                    for (Fact fact : facts) {
                        ledger = ledger.with(fact, Night.at(0));
                    }
                    return Optional.of(Change.to(ledger));
                });
    }
}
