package dev.supporters.settlement.ledger;

import static dev.supporters.settlement.ledger.SettledNight.assertRefused;
import static dev.supporters.settlement.ledger.SettledNight.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.WorkId;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.GetMonthResponse;
import dev.supporters.proto.settlement.v1.MonthDay;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.adapter.mongo.MongoLedgerRepository;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.PayTerms;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a driver is paid for a month. */
class MonthTest {

    private final SettledNight night = new SettledNight();
    private final MonthService months =
            new MonthService(new MongoLedgerRepository(night.store), night.clock);

    @Test
    void addsUpTheShiftsOfTheMonthByTheirBusinessDates() {
        // Given
        shift("2026-10-31", Night.TERMS, 3_600);
        shift("2026-11-01", Night.TERMS, 3_601);
        shift("2026-11-20", Night.TERMS, 1);
        shift("2026-11-30", Night.TERMS, 3_600);
        shift("2026-12-01", Night.TERMS, 3_600);
        night.ledgers.adjust(order("r1", -134));
        // When
        GetMonthResponse month = month("2026-11");
        // Then
        assertThat(month.getDaysList())
                .extracting(
                        MonthDay::getBusinessDate,
                        MonthDay::getPaidMinutes,
                        day -> day.getEarned().getAmount(),
                        day -> day.getAdjusted().getAmount(),
                        day -> day.getTotal().getAmount())
                .containsExactly(
                        tuple("2026-11-01", 61L, 14_234L, 0L, 14_234L),
                        tuple("2026-11-20", 1L, 234L, -134L, 100L),
                        tuple("2026-11-30", 60L, 14_000L, 0L, 14_000L));
        assertThat(month.getSumsList())
                .singleElement()
                .satisfies(sum -> {
                    assertThat(sum.getPaidMinutes()).isEqualTo(122);
                    assertThat(sum.getEarned().getAmount()).isEqualTo(28_468);
                    assertThat(sum.getAdjusted().getAmount()).isEqualTo(-134);
                    assertThat(sum.getTotal().getAmount()).isEqualTo(28_334);
                    assertThat(sum.getTotal().getCurrency()).isEqualTo("KRW");
                });
        assertThat(month.getFinal()).isTrue();
    }

    @Test
    void nobodyAddsWonToYen() {
        shift("2026-11-01", Night.TERMS, 3_600);
        shift("2026-11-02", new PayTerms(1_500, "JPY", false), 3_600);

        assertThat(month("2026-11").getSumsList())
                .extracting(sum -> sum.getTotal().getCurrency(), sum -> sum.getTotal().getAmount())
                .containsExactly(tuple("JPY", 1_500L), tuple("KRW", 14_000L));
    }

    @Test
    void aMonthWithAnOpenDisputeIsNotFinal() {
        // Given
        shift("2026-11-20", Night.TERMS, 3_600);
        assertThat(month("2026-11").getFinal()).isTrue();
        // When
        night.disputes.open("o1", Night.WORK_ID, "too little");
        // Then
        assertThat(month("2026-11").getFinal()).isFalse();
        assertThat(month("2026-11").getDays(0).getDisputed()).isTrue();
    }

    @Test
    void aDriverWithoutShiftsHasAnEmptyMonth() {
        shift("2026-11-20", Night.TERMS, 3_600);

        GetMonthResponse empty =
                MonthProtoMapper.toProto(
                        months.of(new DriverId("d2"), Product.PRODUCT_DRIVER, "2026-11"));

        assertThat(empty.getDaysList()).isEmpty();
        assertThat(empty.getSumsList()).isEmpty();
    }

    @Test
    void refusesWhatIsNoMonth() {
        for (String text : List.of("2026-13", "2026", "11-2026", "2026-11-01", "")) {
            assertRefused(ErrorReason.ERROR_REASON_INVALID_ARGUMENT, () -> month(text));
        }
    }

    private GetMonthResponse month(String month) {
        return MonthProtoMapper.toProto(months.of(Night.DRIVER, Product.PRODUCT_DRIVER, month));
    }

    private void shift(String businessDate, PayTerms terms, int seconds) {
        LocalDate date = LocalDate.parse(businessDate);
        WorkId workId = WorkId.of(Night.DRIVER, Product.PRODUCT_DRIVER, date);
        Instant begin = Instant.parse(businessDate + "T12:00:00Z");
        night.ledgers.add(
                workId,
                Night.DRIVER,
                new Fact.Begun(
                        "begun-" + businessDate, begin, Product.PRODUCT_DRIVER, date, terms));
        night.ledgers.add(
                workId,
                Night.DRIVER,
                new Fact.Ended("ended-" + businessDate, begin.plusSeconds(seconds)));
    }
}
