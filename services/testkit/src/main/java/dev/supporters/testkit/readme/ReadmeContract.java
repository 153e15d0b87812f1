package dev.supporters.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.testkit.PlainEnglish;
import dev.supporters.testkit.SourceTree;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service's README is true: its headings are those of services/RFC.md, its tables say what the code says. A service's test extends
 * it and is in the service's root package.
 */
public abstract class ReadmeContract {

    private static final List<String> HEADINGS =
            List.of(
                    "Owners",
                    "Approvals",
                    "Summary",
                    "Background",
                    "Structure",
                    "Alternatives",
                    "API",
                    "Data model",
                    "SLA",
                    "Dependencies",
                    "Load",
                    "Security",
                    "Test and release",
                    "Metrics",
                    "Support");

    /** Keys of the platform, which its own README lists. */
    private static final Set<String> SHARED =
            Set.of(
                    "supporters.service.",
                    "supporters.remote.",
                    "supporters.store.",
                    "supporters.clock.",
                    "supporters.tracing.");

    private static final Pattern METRIC = Pattern.compile("supporters_[a-z_]+");
    private static final Pattern PORT = Pattern.compile("port (\\d{4,5})");

    private final Path root = SourceTree.root();
    private final ServiceFacts facts =
            new ServiceFacts(root, getClass().getPackageName().replaceFirst(".*\\.", ""));
    private final Readme readme = Readme.read(facts.folder().resolve("README.md"));

    @Test
    void hasTheHeadingsOfTheTemplateInTheirOrder() {
        assertThat(readme.headings()).containsExactlyElementsOf(HEADINGS);
    }

    @Test
    void everySectionSaysSomething() {
        assertThat(readme.sections().entrySet())
                .allSatisfy(section ->
                        assertThat(section.getValue().lines().filter(line -> !line.isBlank()))
                                .as(section.getKey())
                                .hasSizeGreaterThan(1));
    }

    @Test
    void namesOnlyPackagesThatThereAre() {
        assertThat(codes("package"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(facts.packageFolder(name)).isDirectory());
    }

    @Test
    void namesThePortThatTheServiceListensOn() {
        List<String> ports =
                PORT.matcher(readme.section("API")).results().map(found -> found.group(1)).toList();

        assertThat(ports).isNotEmpty().containsOnly(facts.port());
    }

    @Test
    void listsTheMethodsOfTheInterfaceRegistryAndNoOther() {
        Set<String> listed = codes("method");

        assertThat(listed).isEqualTo(facts.methods());
        assertThat(facts.grpcServices())
                .allSatisfy(
                        service -> assertThat(readme.section("API")).contains("`" + service + "`"));
    }

    @Test
    void listsTheTopicsThatItWrites() {
        assertThat(topics("writes")).isEqualTo(facts.written());
    }

    @Test
    void listsTheTopicsThatItFollowsByItself() {
        assertThat(topics("follows")).isEqualTo(facts.followed());
    }

    @Test
    void listsTheTopicsOfItsConsumerGroups() {
        Set<String> listed =
                topicRows("reads")
                        .map(row ->
                                String.join(" ", row.codes("topic"))
                                        + " "
                                        + String.join(" ", row.codes("group")))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).isEqualTo(facts.consumed());
    }

    @Test
    void namesItsDatabaseAndCollections() {
        Set<String> listed = codes("collection");

        assertThat(listed).isEqualTo(facts.collections());
        facts.database()
                .ifPresent(name ->
                        assertThat(readme.section("Data model")).contains("`" + name + "`"));
    }

    @Test
    void listsEverySettingThatTheCodeReadsAndNoOther() {
        SettingRows listed = new SettingRows(readme);
        ConfigKeys code = facts.configKeys();

        assertThat(listed.missing(code)).as("settings without a row").isEmpty();
        assertThat(listed.unknown(code, SHARED)).as("rows without a setting").isEmpty();
    }

    @Test
    void listsTheDefaultsOfTheCode() {
        assertThat(new SettingRows(readme).wrongDefaults(facts.configKeys())).isEmpty();
    }

    @Test
    void namesOnlyChannelsThatThereAre() {
        Set<String> named =
                Pattern.compile("mp\\.messaging\\.incoming\\.([a-z-]+)\\.enabled")
                        .matcher(readme.text())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(facts.channels()).containsAll(named);
    }

    @Test
    void listsTheMetricsThatTheCodeRegistersAndNoOther() {
        Set<String> listed = new TreeSet<>(Readme.found(METRIC, readme.section("Metrics")));
        listed.removeAll(facts.platformMetrics());

        assertThat(listed).isEqualTo(facts.metrics());
    }

    @Test
    void linksToFilesThatThereAre() {
        assertThat(readme.fileLinks())
                .allSatisfy(link -> assertThat(facts.folder().resolve(link).normalize()).exists());
    }

    @Test
    void isInPlainEnglish() {
        assertThat(PlainEnglish.hardWords(readme.text())).isEmpty();
    }

    private Set<String> codes(String column) {
        return readme.rowsWith(column)
                .flatMap(row -> row.codes(column).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> topics(String direction) {
        return topicRows(direction)
                .flatMap(row -> row.codes("topic").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Readme.Row> topicRows(String direction) {
        return readme.rowsWith("topic").filter(row -> row.first().equals(direction));
    }
}
