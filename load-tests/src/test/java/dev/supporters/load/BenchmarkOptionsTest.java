package dev.supporters.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.load.BenchmarkOptions.BenchmarkSet;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class BenchmarkOptionsTest {

    @Test
    void withoutAnyTheDocumentedOnesHold() {
        BenchmarkOptions options = of(Map.of());

        assertThat(options.sets()).containsExactly(BenchmarkSet.ROUTE);
        assertThat(options.length()).isEqualTo(Duration.ofSeconds(20));
        assertThat(options.warmUp()).isEqualTo(Duration.ofSeconds(120));
        assertThat(options.leadIn()).isEqualTo(Duration.ofSeconds(10));
        assertThat(options.night()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.connections()).isEqualTo(2);
        assertThat(options.streams()).isEqualTo(8);
        assertThat(options.sockets()).isEqualTo(5_000);
        assertThat(options.gateways()).isEqualTo(1);
    }

    @Test
    void givenOnesCount() {
        BenchmarkOptions options =
                of(
                        Map.of(
                                "set", "route, decisions, clockoff",
                                "natively", "call, gateway",
                                "seconds", "6",
                                "connections", "1",
                                "streams", " 32 ",
                                "sockets", "20000",
                                "gateways", "4"));

        assertThat(options.sets())
                .containsExactly(BenchmarkSet.ROUTE, BenchmarkSet.DECISIONS, BenchmarkSet.CLOCKOFF);
        assertThat(options.natively()).containsExactly("call", "gateway");
        assertThat(options.length()).isEqualTo(Duration.ofSeconds(6));
        assertThat(options.connections()).isEqualTo(1);
        assertThat(options.streams()).isEqualTo(32);
        assertThat(options.sockets()).isEqualTo(20_000);
        assertThat(options.gateways()).isEqualTo(4);
    }

    @Test
    void oneThatCannotBeObeyedIsNamed() {
        assertThatThrownBy(() -> of(Map.of("streams", "many")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dstreams=many (expected: a whole number from 1 to 256)");
        assertThatThrownBy(() -> of(Map.of("set", "route,")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "-Dset=route, (expected: route, life, decisions, incident, start, clockoff, clockin, silence, screens, subscriptions, greedy, several separated by commas)");
        assertThatThrownBy(() -> of(Map.of("natively", "call,cal")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "-Dnatively=call,cal (expected: names of services, separated by commas; not cal)");
        assertThatThrownBy(() -> of(Map.of("seconds", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dseconds=0 (expected: a whole number from 1 to 3600)");
    }

    @Test
    void oneThatIsNoneIsNamed() {
        assertThatThrownBy(() -> of(Map.of("second", "6")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "-Dsecond is no option of -Pload-tests; there are set, natively, seconds, warmup, connections, streams, sockets, gateways");
    }

    private static BenchmarkOptions of(Map<String, String> given) {
        return BenchmarkOptions.of(Path.of("."), given);
    }
}
