package dev.supporters.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CallId;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.Position;
import dev.supporters.proto.routing.v1.RoutingReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class DoubtRuleTest {

    private static final String NOT = "";

    /** A fare is expected to be 5,000 won and 1,000 won for each kilometre. */
    private static final CallPolicy COMPARED =
            new CallPolicy(5, 100, Optional.of(won(5_000)), Optional.of(won(1_000)), 50);

    @ParameterizedTest(name = "{0} m said, {1} m estimated: {2}")
    @CsvSource({
        "10000, 10000, ''",
        "20000, 10000, ''",
        "20001, 10000, DOUBTFUL_DISTANCE",
        "5000, 10000, ''",
        "4999, 10000, DOUBTFUL_DISTANCE",
        "1300, 300, ''",
        "1301, 300, DOUBTFUL_DISTANCE",
        "0, 10000, ''",
        "900000, 0, ''",
    })
    void aDistanceFarFromItsEstimateIsDoubtful(int said, int estimated, String doubt) {
        assertThat(doubt(COMPARED, call(said, estimated, Optional.empty()))).isEqualTo(doubt);
    }

    @ParameterizedTest(name = "{0} won for {1} m: {2}")
    @CsvSource({
        "15000, 10000, ''",
        "22500, 10000, ''",
        "22501, 10000, DOUBTFUL_FARE",
        "10000, 10000, ''",
        "9999, 10000, DOUBTFUL_FARE",
        "0, 10000, DOUBTFUL_FARE",
        "1000000000, 0, ''",
    })
    void aFareFarFromItsEstimateIsDoubtful(long fare, int estimated, String doubt) {
        assertThat(doubt(COMPARED, call(0, estimated, Optional.of(won(fare))))).isEqualTo(doubt);
    }

    @Test
    void aFareIsComparedByTheEstimatedDistanceAndNotByTheOneThatTheRequestSays() {
        // Given a distance that is not doubtful yet, and a fare that would fit it
        CallToAssign call = call(20_000, 10_000, Optional.of(won(25_000)));

        // When and then
        assertThat(doubt(COMPARED, call)).isEqualTo("DOUBTFUL_FARE");
        assertThat(doubt(COMPARED, call(20_000, 0, Optional.of(won(25_000))))).isEqualTo(NOT);
    }

    @Test
    void aFareInAnotherCurrencyIsNotComparedWithTheEstimate() {
        assertThat(doubt(COMPARED, call(0, 10_000, Optional.of(new Money(15_000, "JPY")))))
                .isEqualTo("WRONG_CURRENCY");
        assertThat(doubt(CallPolicy.OFF, call(0, 10_000, Optional.of(new Money(1, "JPY")))))
                .isEqualTo("WRONG_CURRENCY");
    }

    @Test
    void aFareOfNothingIsInNoCurrency() {
        assertThat(doubt(CallPolicy.OFF, call(0, 10_000, Optional.of(new Money(0, "XXX")))))
                .isEqualTo(NOT);
    }

    @Test
    void aPolicyThatDoesNotSayHowFarBelievesAll() {
        assertThat(doubt(CallPolicy.OFF, call(900_000, 300, Optional.of(won(1))))).isEqualTo(NOT);
        assertThat(DoubtRule.doubt(AssignmentSamples.plain(), call(1, 1, Optional.of(won(1)))))
                .isEmpty();
    }

    @Test
    void theRoadIsEstimatedOverTheStopover() {
        // Given a degree of latitude, which is 111.195 km, there and back
        Position south = new Position(37, 127);
        Position north = new Position(38, 127);

        // When and then
        assertThat(RoadEstimate.meters(List.of(south, north))).isEqualTo(144_554);
        assertThat(RoadEstimate.meters(List.of(south, north, south))).isEqualTo(289_108);
        assertThat(RoadEstimate.meters(List.of(south))).isZero();
    }

    private static String doubt(CallPolicy calls, CallToAssign call) {
        PathPolicy plain = AssignmentSamples.plain();
        return DoubtRule.doubt(
                        new PathPolicy(
                                plain.window(),
                                plain.rolloutPercent(),
                                plain.maxPickup(),
                                plain.maxCandidates(),
                                plain.assignment(),
                                "KRW",
                                calls),
                        call)
                .map(RoutingReason::name)
                .map(name -> name.substring("ROUTING_REASON_".length()))
                .orElse(NOT);
    }

    private static CallToAssign call(int said, int estimated, Optional<Money> fare) {
        return new CallToAssign(
                new CallId("1"),
                AssignmentSamples.ORIGIN,
                AssignmentSamples.NOW,
                said,
                estimated,
                fare);
    }

    private static Money won(long amount) {
        return new Money(amount, "KRW");
    }
}
