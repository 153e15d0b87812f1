package dev.supporters.local.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.local.options.LocalOptions.PlayedIncident;
import dev.supporters.local.options.LocalOptions.ZipkinServer;
import dev.supporters.stand.ServiceSpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

class LocalOptionsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** A property that a profile waits for, or one whose value is used. */
    private static final Pattern NAMED =
            Pattern.compile("<property>\\s*<name>(\\w+)</name>|(?:\\$\\{|-D)(\\w+)(?![\\w.])");

    @Test
    void withoutOptionsASyntheticNightIsPlayedAtRateThirtyAndTheStandStays() {
        LocalOptions options = parse();

        assertThat(options.night()).isEmpty();
        assertThat(options.rate()).isEqualTo(30);
        assertThat(options.calls()).isEqualTo(440);
        assertThat(options.supporters()).isEqualTo(100);
        assertThat(options.commission()).isEqualTo(160);
        assertThat(options.seed()).isEqualTo(1);
        assertThat(options.only()).isEmpty();
        assertThat(options.natively()).isEmpty();
        assertThat(options.stay()).isTrue();
        assertThat(options.freePorts()).isFalse();
        assertThat(options.zipkin()).isEqualTo(new ZipkinServer(false, Optional.empty()));
        assertThat(options.rehearsal()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void zipkinAloneStartsAServer(String value) {
        assertThat(parse("zipkin", value).zipkin())
                .isEqualTo(new ZipkinServer(true, Optional.empty()));
    }

    @Test
    void zipkinWithAnAddressSendsSpansThere() {
        assertThat(parse("zipkin", "http://127.0.0.1:9411").zipkin())
                .isEqualTo(
                        new ZipkinServer(false, Optional.of(URI.create("http://127.0.0.1:9411"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate|fast|-Drate=fast (expected: a number from 1.0 to 600.0)",
                "rate|0|-Drate=0 (expected: a number from 1.0 to 600.0)",
                "supporters|many|-Dsupporters=many (expected: a whole number from 1 to 2000)",
                "zipkin|here|-Dzipkin=here (expected: nothing, or the http address of a Zipkin server)",
                "stay|maybe|-Dstay=maybe (expected: true or false)",
                "moves|maybe|-Dmoves=maybe (expected: on or off)",
                "incident|2020|-Dincident=2020 (expected: 2019, the incident of the launch night)"
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
                        "-D" + option + "=routing,wrok (expected: names of activity,call,");
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
    void modelsAreLookedForInAFolderFromTheProjectsFolder(@TempDir Path root) throws Exception {
        Path models = Files.createDirectory(root.resolve("models"));
        Files.writeString(root.resolve("keep.1.model"), "");
        LocalOptions options = parse("supporters.root", root.toString(), "models", "models");

        assertThat(parse().models()).isEmpty();
        assertThat(options.models()).contains(models);
        assertThat(LocalPlan.lines(options, false)).anyMatch(line -> line.contains("with models"));
        assertThat(options.nightKey()).isNotEqualTo(parse().nightKey());
        assertThatThrownBy(
                        () -> parse("supporters.root", root.toString(), "models", "keep.1.model"))
                .hasMessage(
                        "-Dmodels=keep.1.model (expected: a folder that can be read; looked for "
                                + root.resolve("keep.1.model")
                                + ")");
    }

    @Test
    void zonesAreOffUntilTheyAreSwitchedOn() {
        assertThat(parse().activeZones()).isFalse();
        assertThat(parse("activeZones", "on").activeZones()).isTrue();
        assertThat(LocalPlan.lines(parse("activeZones", "on"), false))
                .anyMatch(line -> line.contains("with zones"));
        assertThat(parse("activeZones", "on").nightKey()).isNotEqualTo(parse().nightKey());
    }

    @Test
    void aNightHasNoIncidentUnlessThatOf2019IsAskedFor() {
        LocalOptions options = parse("incident", "2019");

        assertThat(parse().incident()).isEqualTo(PlayedIncident.NONE);
        assertThat(options.incident()).isEqualTo(PlayedIncident.LAUNCH_NIGHT_2019);
        assertThat(options.nightKey()).isNotEqualTo(parse().nightKey());
        assertThat(LocalPlan.lines(options, false))
                .anyMatch(line -> line.contains("with the incident of 2019"));
    }

    @Test
    void movesAreOnUntilTheyAreSwitchedOff() {
        assertThat(parse().moves()).isTrue();
        assertThat(parse("moves", "off").moves()).isFalse();
        assertThat(LocalPlan.lines(parse("moves", "off"), false))
                .anyMatch(line -> line.contains("without moves"));
    }

    @Test
    void onlyTheSameNightIsGoneOnWith() {
        assertThat(parse("moves", "off").nightKey()).isNotEqualTo(parse().nightKey());
        assertThat(parse("seed", "1").nightKey()).isEqualTo(parse().nightKey());
        assertThat(parse("seed", "2").nightKey()).isNotEqualTo(parse().nightKey());
        assertThat(parse("stay", "false").nightKey()).isEqualTo(parse().nightKey());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rat|-Drat is no option of -Plocal; did you mean -Drate?",
                "freeports|-Dfreeports is no option of -Plocal; did you mean -DfreePorts?",
                "supporter|-Dsupporter is no option of -Plocal; did you mean -Dsupporters?"
            })
    void aMisspeltOptionIsRefusedWithTheOneThatIsMeant(String name, String line) {
        assertThatThrownBy(() -> parse(name, "60"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(line);
    }

    @Test
    void anUnknownOptionIsRefusedWithAllThatThereAre() {
        assertThatThrownBy(() -> parse("tempo", "60"))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(
                        "-Dtempo is no option of -Plocal; there are night, zone, currency, rate, calls, supporters, commission, cheaters, seed, moves, activeZones, incident, models, only, stay, rehearsal, zipkin, native, freePorts");
    }

    @Test
    void whatIsForMavenIsLeftAlone() {
        assertThat(parse("maven.repo.local", "/tmp", "skipTests", "true").rate()).isEqualTo(30);
    }

    @Test
    void optionsArriveFromMavenAndFromItsWrapper() {
        Properties told = new Properties();
        told.setProperty("supporters.root", ROOT.toString());
        told.setProperty(
                "supporters.given", "{rate=120, maven.repo.local=/m, n, only=call, work, stay=}");

        LocalOptions options = LocalOptions.of(told, "-Plocal", "-Dseed=7", "-Dzipkin", "-B");

        assertThat(options.rate()).isEqualTo(120);
        assertThat(options.only()).containsExactly("call", "work");
        assertThat(options.stay()).isTrue();
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.zipkin().own()).isTrue();
    }

    @Test
    void theReadmeHasATableOfAllOptions() throws IOException {
        List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));

        assertThat(readme.stream().filter(line -> line.startsWith("| `-D")))
                .containsExactlyElementsOf(OptionTable.markdown());
    }

    /** So a new option touches one place. Two are named by a pom, too, as they change what is built: a server to fetch, jars to leave out. */
    @Test
    void theWrapperAndThePomsNameNoOptionThatChangesOnlyTheNight() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String file :
                List.of("mvnw", "pom.xml", "services/pom.xml", "services/local/pom.xml")) {
            NAMED.matcher(Files.readString(ROOT.resolve(file)))
                    .results()
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .filter(OptionNames::isName)
                    .forEach(named::add);
        }

        assertThat(named).containsExactly("native", "zipkin");
    }

    @Test
    void thePlanSaysWhatIsBuiltStartedAndPlayed() {
        assertThat(String.join("\n", LocalPlan.lines(parse("rate", "120", "stay", "false"), false)))
                .contains("15 services: about 60 seconds")
                .contains("440 calls, 100 supporters, 160 commission drivers, at rate 120")
                .contains("http://127.0.0.1:8080")
                .doesNotContain("stays up");
    }

    @Test
    void anotherPropertyMayBeMeantForTheBuild() {
        assertThat(LocalPlan.needsNoBuild(parse(), ".", "-Plocal", "-Dmaven.test.skip=true"))
                .isFalse();
    }

    private static LocalOptions parse(String... pairs) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            given.put(pairs[i], pairs[i + 1]);
        }
        String root = given.remove("supporters.root");
        return LocalOptions.of(root == null ? ROOT : Path.of(root), given);
    }
}
