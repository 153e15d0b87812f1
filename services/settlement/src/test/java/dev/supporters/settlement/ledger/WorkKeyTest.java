package dev.supporters.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkKeyTest {

    @Test
    void namesAWorkAsWorkDoes() {
        assertThat(WorkKey.parse("d1", Product.PRODUCT_DRIVER, "2026-11-20").workId())
                .isEqualTo("d1-driver-2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20.11.2026", "2026-02-30", "2026-11-20T00:00:00Z"})
    void refusesWhatIsNoDate(String date) {
        assertThatThrownBy(() -> WorkKey.parse("d1", Product.PRODUCT_DRIVER, date))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("business_date");
    }

    @Test
    void refusesAMissingDriverOrProduct() {
        assertThatThrownBy(() -> WorkKey.parse("", Product.PRODUCT_DRIVER, "2026-11-20"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("driver_id");
        assertThatThrownBy(() -> WorkKey.parse("d1", Product.PRODUCT_UNSPECIFIED, "2026-11-20"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("product");
    }
}
