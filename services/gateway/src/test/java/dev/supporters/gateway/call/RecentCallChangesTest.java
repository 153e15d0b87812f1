package dev.supporters.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class RecentCallChangesTest {

    private final RecentCallChanges changes = new RecentCallChanges();

    @Test
    void tellsTheNewestChangeFirstAndEachCallOnce() {
        // When
        changed("1");
        changed("2");
        changed("1");

        // Then
        assertThat(changes.newest(Product.PRODUCT_DRIVER))
                .extracting(CallId::value)
                .containsExactly("1", "2");
        assertThat(changes.newest(Product.PRODUCT_UNSPECIFIED)).isEmpty();
    }

    @Test
    void forgetsTheOldestWhereThereAreTooMany() {
        // When
        IntStream.rangeClosed(1, RecentCallChanges.MOST + 1)
                .forEach(number -> changed(Integer.toString(number)));

        // Then
        assertThat(changes.newest(Product.PRODUCT_DRIVER))
                .hasSize(RecentCallChanges.MOST)
                .doesNotContain(new CallId("1"))
                .contains(new CallId("2"));
    }

    @Test
    void tellsOfAChangeOnce() {
        // Given
        long before = changes.version();
        changed("1");
        changed("2");

        // When and then
        assertThat(changes.takeUntold()).containsExactly(Product.PRODUCT_DRIVER);
        assertThat(changes.takeUntold()).isEmpty();
        assertThat(changes.version()).isEqualTo(before + 2);
    }

    private void changed(String callId) {
        changes.changed(Product.PRODUCT_DRIVER, new CallId(callId));
    }
}
