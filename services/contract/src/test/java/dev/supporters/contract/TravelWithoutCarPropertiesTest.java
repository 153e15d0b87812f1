package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TravelWithoutCarPropertiesTest {

    @Property(seed = "1")
    void takesNoShorterForALongerWay(
            @ForAll @DoubleRange(max = 50_000) double meters,
            @ForAll @DoubleRange(max = 10_000) double more,
            @ForAll boolean afterMidnight) {
        assertThat(TravelWithoutCar.STANDARD.seconds(meters + more, afterMidnight))
                .isGreaterThanOrEqualTo(TravelWithoutCar.STANDARD.seconds(meters, afterMidnight));
    }

    @Property(seed = "1")
    void takesNoShorterAfterMidnight(@ForAll @DoubleRange(max = 50_000) double meters) {
        assertThat(TravelWithoutCar.STANDARD.seconds(meters, true))
                .isGreaterThanOrEqualTo(TravelWithoutCar.STANDARD.seconds(meters, false));
    }
}
