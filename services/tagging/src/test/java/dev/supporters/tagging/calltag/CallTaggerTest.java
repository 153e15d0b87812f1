package dev.supporters.tagging.calltag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class CallTaggerTest {

    @Test
    void areThoseOfTheRulesAndOfTheCustomerInAlphabeticalOrder() {
        assertThat(
                        CallTagger.combined(
                                List.of("supporters:fit", "long-distance"),
                                List.of("vip", "long-distance")))
                .containsExactly("long-distance", "supporters:fit", "vip");
    }

    @Test
    void areNeverFitForABlockedCustomer() {
        assertThat(
                        CallTagger.combined(
                                List.of("supporters:fit"), List.of("blocked:supporters", "vip")))
                .containsExactly("blocked:supporters", "vip");
    }

    @Test
    void areNeverFitWhereARuleBlocks() {
        assertThat(CallTagger.combined(List.of("blocked:supporters", "supporters:fit"), List.of()))
                .containsExactly("blocked:supporters");
    }
}
