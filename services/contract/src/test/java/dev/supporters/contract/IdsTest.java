package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class IdsTest {

    private static final LocalDate DATE = LocalDate.parse("2026-11-20");

    @Test
    void aWorkIdNamesDriverProductAndBusinessDate() {
        WorkId id = WorkId.of(new DriverId("1004550"), Product.PRODUCT_DRIVER, DATE);

        assertThat(id).isEqualTo(new WorkId("1004550-driver-2026-11-20", DATE));
        assertThat(id).hasToString("1004550-driver-2026-11-20");
    }

    @Test
    void theLongestDriverIdHasAWorkId() {
        DriverId longest = new DriverId("d".repeat(DriverId.MAX_LENGTH));

        assertThat(WorkId.of(longest, Product.PRODUCT_DRIVER, DATE).value())
                .endsWith("-driver-2026-11-20");
    }

    @Test
    void worksAreOrderedByTheirBusinessDates() {
        WorkId friday = new WorkId("7-driver-2026-11-20", DATE);
        WorkId saturday = new WorkId("7-driver-2026-11-21", DATE.plusDays(1));

        assertThat(saturday.after(friday)).isTrue();
        assertThat(friday.after(saturday)).isFalse();
        assertThat(friday.after(friday)).isFalse();
    }

    @Test
    void theBusinessDateTravelsInEvents() {
        WorkEvent work =
                WorkEvent.newBuilder().setWorkId("w").setBusinessDate("2026-11-20").build();
        ActivityEvent activity =
                ActivityEvent.newBuilder().setWorkId("w").setBusinessDate("2026-11-20").build();

        assertThat(WorkId.of(work)).isEqualTo(new WorkId("w", DATE));
        assertThat(WorkId.of(activity)).isEqualTo(new WorkId("w", DATE));
    }

    @Test
    void anOlderActivityEventHasItsBusinessDateInTheWorkId() {
        ActivityEvent older =
                ActivityEvent.newBuilder().setWorkId("1004550-driver-2026-11-20").build();

        assertThat(WorkId.of(older).businessDate()).isEqualTo(DATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "20261120", "2026-11-20T00:00"})
    void refusesABusinessDateThatIsNone(String text) {
        assertThatThrownBy(() -> WorkId.businessDate(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("business_date")
                .hasMessageContaining("a date like 2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "1004550-driver", ""})
    void refusesAnOlderIdWithoutADate(String value) {
        assertThatThrownBy(() -> WorkId.ofStored(value)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesIdsThatAreBlankOrTooLong() {
        assertThatThrownBy(() -> new DriverId(" ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new DriverId("d".repeat(65))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new CallId("")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new CallId("1".repeat(65))).isInstanceOf(Refusal.class);
    }

    @Test
    void aDriverIdHasNoSlash() {
        assertThatThrownBy(() -> new DriverId("7/8"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("an id without a slash");
    }

    @Test
    void aProductIsReadWithAndWithoutItsPrefix() {
        assertThat(Products.name(Product.PRODUCT_DRIVER)).isEqualTo("DRIVER");
        assertThat(Products.parse("DRIVER")).isEqualTo(Product.PRODUCT_DRIVER);
        assertThat(Products.parse("PRODUCT_DRIVER")).isEqualTo(Product.PRODUCT_DRIVER);
        assertThatThrownBy(() -> Products.required(Product.PRODUCT_UNSPECIFIED))
                .isInstanceOf(Refusal.class);
    }
}
