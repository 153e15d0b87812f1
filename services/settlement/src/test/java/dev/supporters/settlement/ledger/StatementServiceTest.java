package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.WORK;
import static dev.supporters.settlement.ledger.SettledNight.assertRefused;
import static dev.supporters.settlement.ledger.SettledNight.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.platform.store.Change;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.TimeClass;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class StatementServiceTest {

    private final SettledNight night = new SettledNight();

    @Test
    void refusesStatementsOfWorksThatNeverWere() {
        ErrorReason notFound = ErrorReason.ERROR_REASON_STATEMENT_NOT_FOUND;

        assertRefused(notFound, () -> night.statements.get(WORK));
        assertRefused(notFound, () -> night.statements.recompute(WORK));
        assertRefused(notFound, () -> night.ledgers.adjust(order("r1", 1)));
    }

    @Test
    void recomputesFromTheFactsAndSeesALedgerThatDiffers() {
        // Given
        night.add(new Night().begun().ended(3_600).list());
        night.store.change(
                Night.WORK,
                "",
                (current, version) -> {
                    Ledger ledger = current.orElseThrow();
                    List<LedgerEntry> forged =
                            List.of(
                                    new LedgerEntry(
                                            1, TimeClass.WAITING, 7_200, night.clock.instant()));
                    return Optional.of(
                            Change.to(
                                    new Ledger(
                                            ledger.workId(),
                                            ledger.driverId(),
                                            ledger.facts(),
                                            forged,
                                            ledger.adjustments(),
                                            ledger.disputes(),
                                            ledger.corrections(),
                                            ledger.holds(),
                                            ledger.closed())));
                });
        // When
        StatementService.Recomputation recomputed = night.statements.recompute(WORK);
        // Then
        assertThat(recomputed.same()).isFalse();
        assertThat(recomputed.statement().calculation().paidSeconds()).isEqualTo(3_600);
        assertThat(night.statements.get(WORK).calculation().paidSeconds()).isEqualTo(7_200);
    }

    @Test
    void tellsTheRegionWhosePolicyApplies() {
        // Given
        Fact.Begun begun = (Fact.Begun) new Night().begun().list().getFirst();
        night.add(
                List.of(
                        new Fact.Begun(
                                begun.eventId(),
                                begun.time(),
                                begun.product(),
                                begun.businessDate(),
                                begun.terms(),
                                begun.zoneCell(),
                                "busan",
                                begun.windowEnd())));

        // Then
        assertThat(StatementProtoMapper.toProto(night.statements.get(WORK)).getRegion())
                .isEqualTo("busan");
    }

    @Test
    void recomputesAnOpenWork() {
        night.add(new Night().begun().list());

        assertThat(night.statements.recompute(WORK).same()).isTrue();
    }

    @Test
    void listsABusinessDateByPages() {
        // Given
        for (String driver : List.of("d3", "d1", "d2")) {
            new Night().begun().list().forEach(fact -> add(driver, fact));
        }
        add("d0", new Fact.Unreachable("x", Night.at(1))); // its begin is not known yet
        // When
        StatementService.Page first = night.statements.list(Night.FRIDAY, "", 2);
        StatementService.Page second = night.statements.list(Night.FRIDAY, first.nextToken(), 2);
        // Then
        assertThat(first.statements())
                .extracting(each -> each.driverId().value())
                .containsExactly("d1", "d2");
        assertThat(second.statements())
                .extracting(each -> each.driverId().value())
                .containsExactly("d3");
        assertThat(second.nextToken()).isEmpty();
        assertThat(night.statements.list(LocalDate.parse("2026-11-21"), "", 2).statements())
                .isEmpty();
        assertThat(night.statements.list(Night.FRIDAY, "", 3).nextToken()).isEmpty();
    }

    private void add(String driver, Fact fact) {
        DriverId driverId = new DriverId(driver);
        WorkId workId = WorkId.of(driverId, Product.PRODUCT_DRIVER, Night.FRIDAY);
        night.ledgers.add(workId, driverId, fact);
    }
}
