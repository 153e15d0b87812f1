package dev.supporters.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

/** From which address somebody connects. */
class ClientAddressesTest {

    private static final String INGRESS = "10.1.2.3";
    private static final String STRANGER = "192.0.2.7";

    private final ClientAddresses behindProxies =
            new ClientAddresses(List.of("10.0.0.0/8", "198.51.100.4", "2001:db8:1::/48"));

    @Test
    void isThatOfTheConnectionWhateverAStrangerWrites() {
        assertThat(behindProxies.of(STRANGER, List.of("203.0.113.9"))).isEqualTo(STRANGER);
        assertThat(new ClientAddresses(List.of()).of(INGRESS, List.of(STRANGER)))
                .isEqualTo(INGRESS);
    }

    @Test
    void isWhatATrustedProxyHasWritten() {
        for (String proxy : List.of(INGRESS, "10.255.255.255", "198.51.100.4", "2001:db8:1:7::1")) {
            assertThat(behindProxies.of(proxy, List.of(STRANGER))).as(proxy).isEqualTo(STRANGER);
        }
        for (String other : List.of("11.0.0.1", "198.51.100.5")) {
            assertThat(behindProxies.of(other, List.of(STRANGER))).isEqualTo(other);
        }
        assertThat(behindProxies.of("2001:db8:2::1", List.of(STRANGER)))
                .isEqualTo("20010db800020000::/64");
    }

    @Test
    void isTheLastOneThatIsNoProxySinceAStrangerMayWriteThoseBefore() {
        assertThat(behindProxies.of(INGRESS, List.of("203.0.113.9, " + STRANGER + ",10.9.9.9")))
                .isEqualTo(STRANGER);
        assertThat(behindProxies.of(INGRESS, List.of("203.0.113.9", STRANGER))).isEqualTo(STRANGER);
    }

    @Test
    void isTheProxysWhereItSaysNothingOrNoAddress() {
        for (String forwarded : List.of("", "unknown", ",", "203.0.113.9, unknown", "[", ":1")) {
            assertThat(behindProxies.of(INGRESS, List.of(forwarded)))
                    .as(forwarded)
                    .isEqualTo(INGRESS);
        }
        assertThat(behindProxies.of(INGRESS, List.of())).isEqualTo(INGRESS);
    }

    @Test
    void isReadWithItsPortToo() {
        assertThat(behindProxies.of(INGRESS, List.of(STRANGER + ":4711"))).isEqualTo(STRANGER);
        for (String written : List.of("[2001:db8::7]:4711", "[2001:db8::7]", "2001:db8::7")) {
            assertThat(behindProxies.of(INGRESS, List.of(written)))
                    .as(written)
                    .isEqualTo("20010db800000000::/64");
        }
    }

    @Test
    void isOneForAllAddressesOfANetworkOfIpv6() {
        ClientAddresses addresses = new ClientAddresses(List.of());

        assertThat(addresses.of("2001:db8:0:1::7", List.of()))
                .isEqualTo(addresses.of("2001:db8:0:1:ffff::1", List.of()))
                .isNotEqualTo(addresses.of("2001:db8:0:2::7", List.of()));
        assertThat(addresses.of("::ffff:" + STRANGER, List.of())).isEqualTo(STRANGER);
    }

    @Test
    void isWhateverTheConnectionSaysWhereThatIsNoAddress() {
        assertThat(behindProxies.of("unknown", List.of(STRANGER))).isEqualTo("unknown");
    }

    @Test
    void proxiesThatAreNoAddressesAreRefused() {
        for (String wrong : List.of("ingress", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "")) {
            assertThatThrownBy(() -> new ClientAddresses(List.of(wrong)))
                    .hasMessage(
                            "supporters.gateway.trusted-proxies: found "
                                    + wrong
                                    + ", expected an address, or a range like 10.0.0.0/8");
        }
    }
}
