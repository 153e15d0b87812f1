package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.util.List;

class PolicyRegionTest {

    private static final Position CENTER = new Position(37.5, 127);
    private static final Region CITY = region("city", 37, 38);
    private static final Region QUARTER = region("quarter", 37.4, 37.6);

    private record Region(Product product, String region, RegionBounds bounds)
            implements PolicyRegion {}

    private static Region region(String name, double south, double north) {
        return new Region(Product.PRODUCT_DRIVER, name, new RegionBounds(south, 126, north, 128));
    }

    @Test
    void theSmallestRegionThatContainsThePlaceApplies() {
        assertThat(at(CENTER, CITY, QUARTER)).isEqualTo(QUARTER);
        assertThat(at(CENTER, QUARTER, CITY)).isEqualTo(QUARTER);
        assertThat(at(new Position(37.9, 127), CITY, QUARTER)).isEqualTo(CITY);
    }

    @Test
    void ofTwoThatAreAsLargeTheFirstByNameApplies() {
        Region same = region("other-quarter", 37.4, 37.6);

        assertThat(at(CENTER, same, QUARTER)).isEqualTo(same);
        assertThat(at(CENTER, QUARTER, same)).isEqualTo(same);
    }

    @Test
    void noneAppliesOutsideOfAllOrForAnotherProduct() {
        assertThat(PolicyRegion.at(List.of(CITY), Product.PRODUCT_DRIVER, new Position(40, 127)))
                .isEmpty();
        assertThat(PolicyRegion.at(List.of(CITY), Product.PRODUCT_UNSPECIFIED, CENTER)).isEmpty();
    }

    private static Region at(Position place, Region... regions) {
        return PolicyRegion.at(List.of(regions), Product.PRODUCT_DRIVER, place).orElseThrow();
    }
}
