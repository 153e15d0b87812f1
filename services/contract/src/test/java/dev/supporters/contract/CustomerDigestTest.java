package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerDigestTest {

    @Test
    void isTheSameForACustomerInEveryService() {
        assertThat(CustomerDigest.of("7001"))
                .isEqualTo("a91e6cce44658edbdf7ea05cb6cb96f8")
                .isNotEqualTo(CustomerDigest.of("7002"));
    }
}
