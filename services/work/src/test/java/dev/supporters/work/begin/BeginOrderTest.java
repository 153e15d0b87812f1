package dev.supporters.work.begin;

import static dev.supporters.work.Refused.assertRefused;

import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

class BeginOrderTest {

    private static final ErrorReason INVALID = ErrorReason.ERROR_REASON_INVALID_ARGUMENT;
    private static final Position SOMEWHERE = new Position(37.5, 127);
    private static final App APP = new App(AppPlatform.APP_PLATFORM_IOS, AppVersion.parse("5"));

    @Test
    void refusesRequestIdsThatAreMissingOrTooLong() {
        assertRefused(INVALID, () -> order("", "d1", Product.PRODUCT_DRIVER));
        assertRefused(INVALID, () -> order("r".repeat(101), "d1", Product.PRODUCT_DRIVER));
    }

    @Test
    void refusesDriverIdsThatAreMissingOrTooLong() {
        assertRefused(INVALID, () -> order("r1", " ", Product.PRODUCT_DRIVER));
        assertRefused(INVALID, () -> order("r1", "d".repeat(65), Product.PRODUCT_DRIVER));
    }

    @Test
    void refusesAMissingProduct() {
        assertRefused(INVALID, () -> order("r1", "d1", Product.PRODUCT_UNSPECIFIED));
    }

    @Test
    void refusesPositionsThatAreNoneOnEarth() {
        assertRefused(INVALID, () -> new Position(90.1, 0));
        assertRefused(INVALID, () -> new Position(0, -180.1));
        assertRefused(INVALID, () -> new Position(Double.NaN, 0));
    }

    @Test
    void refusesAMissingPlatform() {
        assertRefused(
                INVALID,
                () -> new App(AppPlatform.APP_PLATFORM_UNSPECIFIED, AppVersion.parse("5")));
    }

    private static BeginOrder order(String requestId, String driverId, Product product) {
        return new BeginOrder(requestId, driverId, product, SOMEWHERE, APP);
    }
}
