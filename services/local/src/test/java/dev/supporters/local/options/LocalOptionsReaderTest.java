package dev.supporters.local.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.StandPorts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Properties;

class LocalOptionsReaderTest {

    private static final Path SERVER =
            Path.of("services/local/target/zipkin/zipkin-server.jar").toAbsolutePath();

    @Test
    void withoutOptionsASyntheticNightIsPlayedAtRateSixtyAndTheStandStays() {
        LocalOptions options = parse();

        assertThat(options.night()).isEmpty();
        assertThat(options.rate()).isEqualTo(60);
        assertThat(options.calls()).isEqualTo(600);
        assertThat(options.supporters()).isEqualTo(136);
        assertThat(options.commission()).isEqualTo(160);
        assertThat(options.seed()).isEqualTo(1);
        assertThat(options.only()).isEmpty();
        assertThat(options.natively()).isEmpty();
        assertThat(options.stay()).isTrue();
        assertThat(options.freePorts()).isFalse();
        assertThat(options.spans()).isEqualTo(new SpanExport.Nowhere());
        assertThat(options.rehearsal()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void zipkinAloneStartsAServer(String value) {
        assertThat(parse("zipkin", value).spans()).isEqualTo(new SpanExport.OwnZipkin(SERVER));
    }

    @Test
    void zipkinWithAnAddressSendsSpansThere() {
        SpanExport spans = parse("zipkin", "http://127.0.0.1:9411").spans();

        assertThat(spans.endpoint(StandPorts.usual()))
                .contains(URI.create("http://127.0.0.1:9411/api/v2/spans"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate|fast|-Drate=fast (expected: a number from 1.0 to 600.0)",
                "rate|0|-Drate=0 (expected: a number from 1.0 to 600.0)",
                "supporters|many|-Dsupporters=many (expected: a whole number from 1 to 2000)",
                "zipkin|here|-Dzipkin=here (expected: nothing, or the http address of a Zipkin server)",
                "zone|Seoul|-Dzone=Seoul (expected: an IANA name like Asia/Seoul, or an offset like +05:30 or UTC-5)",
                "currency|won|-Dcurrency=won (expected: an ISO 4217 code like KRW)",
                "stay|maybe|-Dstay=maybe (expected: true or false)"
            })
    void anOptionThatCannotBeObeyedIsAnsweredWithOneLine(String name, String value, String line) {
        assertThatThrownBy(() -> parse(name, value))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"only", "native"})
    void aServiceThatThereIsNotIsAnsweredWithThoseThatThereAre(String option) {
        assertThatThrownBy(() -> parse(option, "routing,wrok"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(
                        "-D" + option + "=routing,wrok (expected: names of policy,driver,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void nativeAloneMeansAllServices(String value) {
        assertThat(parse("native", value).natively())
                .hasSize(ServiceSpec.ALL.size())
                .contains("gateway", "legacy");
    }

    @Test
    void nativeWithNamesMeansThese() {
        assertThat(parse("native", "call, routing").natively()).containsExactly("call", "routing");
        assertThat(parse("native", "false").natively()).isEmpty();
    }

    @Test
    void aNightsFileIsLookedForFromTheProjectsFolder(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("night.csv"), "");

        assertThat(parse("supporters.root", root.toString(), "night", "night.csv").night())
                .contains(root.resolve("night.csv"));
        assertThatThrownBy(() -> parse("supporters.root", root.toString(), "night", "other.csv"))
                .hasMessage(
                        "-Dnight=other.csv (expected: a CSV file that can be read; looked for "
                                + root.resolve("other.csv")
                                + ")");
    }

    @Test
    void thereAreAsManySupportersForTheCallsAsInTheNightModelUnlessOtherwiseSaid() {
        assertThat(parse("calls", "2200").supporters()).isEqualTo(500);
        assertThat(parse("calls", "20000").supporters()).isEqualTo(2_000);
        assertThat(parse("calls", "2200", "supporters", "80").supporters()).isEqualTo(80);
    }

    @Test
    void aNightsFileMayHaveAZoneAndACurrency() {
        assertThat(parse().zone()).isEmpty();
        assertThat(parse().currency()).isEmpty();
        assertThat(parse("zone", "+05:30").zone()).contains(ZoneOffset.ofHoursMinutes(5, 30));
        assertThat(parse("currency", "inr").currency()).contains(Currency.getInstance("INR"));
    }

    @Test
    void onlyTheSameNightIsGoneOnWith() {
        assertThat(parse("seed", "1").nightKey()).isEqualTo(parse().nightKey());
        assertThat(parse("seed", "2").nightKey()).isNotEqualTo(parse().nightKey());
        assertThat(parse("zone", "UTC").nightKey()).isNotEqualTo(parse().nightKey());
        assertThat(parse("stay", "false").nightKey()).isEqualTo(parse().nightKey());
    }

    private static LocalOptions parse(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return new LocalOptionsReader(properties).parse();
    }
}
