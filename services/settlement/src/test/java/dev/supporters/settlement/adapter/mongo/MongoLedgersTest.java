package dev.supporters.settlement.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.embedded.EmbeddedStore;
import dev.supporters.platform.store.Change;
import dev.supporters.platform.store.Documents;
import dev.supporters.platform.store.MongoDocuments;
import dev.supporters.platform.store.OutboxRelay;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.reckoning.Fact;
import dev.supporters.testkit.RecordingSender;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

class MongoLedgersTest {

    @Test
    void findsTheLedgersOfABusinessDateByPages() {
        // Given
        try (EmbeddedStore store = EmbeddedStore.start(0);
                MongoClient client = MongoClients.create(store.connectionString())) {
            Documents<Ledger> documents = documents(client);
            documents.uniqueIndex("business_date", "businessDate", "workId");
            for (String driver : List.of("d3", "d1", "d2")) {
                keep(documents, driver, new Night().begun().list());
            }
            keep(documents, "d0", new Night().ended(5).list());
            keep(documents, "d4", new Night().ended(5).list());
            MongoLedgers ledgers = new MongoLedgers(documents);
            // Then
            assertThat(ledgers.of(Night.FRIDAY, "", 2))
                    .extracting(Ledger::driverId)
                    .containsExactly("d1", "d2");
            assertThat(ledgers.of(Night.FRIDAY, "d2-driver-2026-11-20", 2))
                    .extracting(Ledger::driverId)
                    .containsExactly("d3");
            assertThat(ledgers.of(Night.FRIDAY.plusDays(1), "", 2)).isEmpty();
        }
    }

    private static Documents<Ledger> documents(MongoClient client) {
        TestClock clock = new TestClock();
        OutboxRelay relay =
                new OutboxRelay(
                        new RecordingSender(),
                        clock,
                        Executors.newVirtualThreadPerTaskExecutor(),
                        new SimpleMeterRegistry());
        return new MongoDocuments<>(
                client.getDatabase("test").getCollection("ledgers"),
                new LedgerMapper(),
                relay,
                clock);
    }

    private static void keep(Documents<Ledger> documents, String driverId, List<Fact> facts) {
        String workId = driverId + "-driver-2026-11-20";
        documents.change(
                workId,
                "",
                (current, version) -> {
                    Ledger ledger = Ledger.open(workId, driverId);
                    for (Fact fact : facts) {
                        ledger = ledger.with(fact, Night.at(0));
                    }
                    return Optional.of(Change.to(ledger));
                });
    }
}
