package dev.supporters.tagging.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.runtime.CelEvaluationException;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class DefaultTagRulesTest {

    private static final Place PLACE = Place.newBuilder().setLat("37.5").setLng("127.1").build();
    private static final Call FIT =
            Call.newBuilder()
                    .setProduct(Product.PRODUCT_DRIVER)
                    .setOrigin(PLACE)
                    .setDestination(PLACE)
                    .setDistanceMeters(12_000)
                    .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                    .build();

    private final TagRuleCompiler compiler = new TagRuleCompiler();
    private final Map<String, TagRuleCompiler.CompiledRule> rules =
            DefaultTagRules.ALL.stream()
                    .collect(Collectors.toMap(TagRule::name, compiler::compile));

    @Test
    void anOrdinaryCallIsFit() throws CelEvaluationException {
        assertThat(matches("fit", FIT)).isTrue();
    }

    @Test
    void aCallWithUnknownFareAndDistanceIsFit() throws CelEvaluationException {
        assertThat(matches("fit", FIT.toBuilder().clearFare().clearDistanceMeters().build()))
                .isTrue();
    }

    @Test
    void aCallOfAnotherProductOrWithoutBothEndsOrInsaneIsNotFit() throws CelEvaluationException {
        List<Call> unfit =
                List.of(
                        FIT.toBuilder().clearProduct().build(),
                        FIT.toBuilder().clearOrigin().build(),
                        FIT.toBuilder().clearDestination().build(),
                        FIT.toBuilder().setDestination(Place.newBuilder().setPoi("판교역")).build(),
                        FIT.toBuilder().setDistanceMeters(60_001).build(),
                        FIT.toBuilder().setDistanceMeters(-1).build(),
                        FIT.toBuilder().setFare(Money.newBuilder().setAmount(-1)).build());
        for (Call call : unfit) {
            assertThat(matches("fit", call)).as(call.toString()).isFalse();
        }
    }

    @Test
    void thirtyKilometresAreNotYetALongDistance() throws CelEvaluationException {
        assertThat(matches("long-distance", FIT.toBuilder().setDistanceMeters(30_000).build()))
                .isFalse();
        assertThat(matches("long-distance", FIT.toBuilder().setDistanceMeters(30_001).build()))
                .isTrue();
    }

    @Test
    void aStopoverIsTagged() throws CelEvaluationException {
        assertThat(matches("stopover", FIT)).isFalse();
        assertThat(matches("stopover", FIT.toBuilder().setStopover(PLACE).build())).isTrue();
    }

    private boolean matches(String rule, Call call) throws CelEvaluationException {
        return rules.get(rule).matches(TagRuleCompiler.variables(call, List.of()));
    }
}
