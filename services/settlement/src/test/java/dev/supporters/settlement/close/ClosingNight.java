package dev.supporters.settlement.close;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.settlement.v1.SettlementEvent;
import dev.supporters.proto.settlement.v1.BusinessDateState;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoCloseRepository;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;
import dev.supporters.settlement.adapter.mongo.SettlementStores;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.ledger.SettledNight;
import dev.supporters.settlement.ledger.Statement;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.testkit.InMemoryAggregateStore;

import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A night on Friday that is closed, and the two after it. Windows end at 16:00 UTC. */
abstract class ClosingNight {

    static final LocalDate SATURDAY_DATE = Night.FRIDAY.plusDays(1);
    static final BusinessDate FRIDAY = date("seoul", Night.FRIDAY);
    static final WorkId SATURDAY = work(Night.DRIVER, SATURDAY_DATE);
    static final WorkId SUNDAY = work(Night.DRIVER, Night.FRIDAY.plusDays(2));
    static final DriverId OTHER = new DriverId("d2");
    static final WorkId OTHERS = work(OTHER, Night.FRIDAY);
    static final Instant WINDOW_END = Instant.parse("2026-11-20T16:00:00Z");

    final SettledNight night = new SettledNight();
    final InMemoryAggregateStore<DateClose> store =
            new InMemoryAggregateStore<>(SettlementStores.CLOSES);
    final MongoLedgerRepository repository = new MongoLedgerRepository(night.store);
    final CloseService closes = service();
    final CloseSweep sweep = sweep();

    @BeforeEach
    void onSundayBeforeTheWindow() {
        night.clock.set(Instant.parse("2026-11-22T12:00:00Z"));
    }

    CloseService service() {
        return new CloseService(store, repository, night.ledgers, night.proof, night.clock);
    }

    CloseSweep sweep() {
        return new CloseSweep(
                service(),
                new MongoCloseRepository(store),
                repository,
                night.carrier,
                night.clock,
                night.clock,
                SettledNight.config(),
                night.meters);
    }

    List<BusinessDateState> changes() {
        return store.published().stream()
                .map(event ->
                        ((SettlementEvent) event.payload()).getBusinessDateChanged().getState())
                .toList();
    }

    List<Obstacle> obstacles() {
        return closes.progress(FRIDAY).obstacles();
    }

    double overdue() {
        return night.meters.get("supporters_settlement_overdue_closes").gauge().value();
    }

    double overdueCorrections() {
        return night.meters.get("supporters_settlement_overdue_corrections").gauge().value();
    }

    Ledger ledger(WorkId workId) {
        return night.store.find(workId.value()).orElseThrow().value();
    }

    Statement shown(WorkId workId) {
        return night.statements.get(workId);
    }

    void shift(WorkId workId, int seconds) {
        Fact.Begun begun = begun(workId, "seoul");
        night.add(
                workId, List.of(begun, new Fact.Ended("ended", begun.time().plusSeconds(seconds))));
    }

    void rest(WorkId workId, int from, int to) {
        Instant begin = begun(workId, "seoul").time();
        night.add(
                workId,
                List.of(
                        new Fact.Rested("late-1", begin.plusSeconds(from), 2),
                        new Fact.Resumed("late-2", begin.plusSeconds(to), 3)));
    }

    static Fact.Begun begun(WorkId workId, String region) {
        Instant begin =
                workId.businessDate().atStartOfDay(ZoneOffset.UTC).plusHours(12).toInstant();
        return new Fact.Begun(
                "begun",
                begin,
                Product.PRODUCT_DRIVER,
                workId.businessDate(),
                Night.TERMS,
                "",
                region,
                Optional.of(begin.plus(Duration.ofHours(4))));
    }

    static CloseOrder order(String requestId) {
        return new CloseOrder(requestId, FRIDAY, "operator-1", Set.of(), "");
    }

    static CloseOrder overriding(String requestId, Obstacle.Kind kind) {
        return new CloseOrder(requestId, FRIDAY, "operator-1", Set.of(kind), "looked at it");
    }

    static BusinessDate date(String region, LocalDate date) {
        return new BusinessDate(Product.PRODUCT_DRIVER, region, date);
    }

    static WorkId work(DriverId driverId, LocalDate businessDate) {
        return WorkId.of(driverId, Product.PRODUCT_DRIVER, businessDate);
    }
}
