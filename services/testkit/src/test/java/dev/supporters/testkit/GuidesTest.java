package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.event.TopicRetention;
import dev.supporters.platform.event.Topics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the guides name exists: files, links, classes; and the code cites only rules that there are. */
class GuidesTest {

    private static final Path ROOT = SourceTree.root();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern FILE =
            Pattern.compile(
                    "`([\\w./-]+\\.(?:java|proto|properties|yaml|json|md|xml|txt|sh|csv))`");
    private static final Pattern TYPE =
            Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)+)(?:\\.[a-zA-Z]+)?`");
    private static final Pattern RULE = Pattern.compile("(?i)\\brule (\\d+)");
    private static final Pattern RULE_HEADING = Pattern.compile("(?m)^### (\\d+)\\. ");

    private static final Pattern RULE_ROW =
            Pattern.compile("(?m)^\\| (\\d+) \\| ([^|]*) \\| ([^|]*) \\|$");

    /** An entry of the chart's table of retention. */
    private static final Pattern RETENTION =
            Pattern.compile("(?m)^    (supporters\\.[a-z-]+\\.v1|dead-letters): [1-9][0-9]*[dh]$");

    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"services/DOMAIN.md", "services/RFC.md", ".github/CONTRIBUTING.md"})
    void linksToFilesThatThereAre(String guide) {
        Path file = ROOT.resolve(guide);

        assertThat(groups(LINK, SourceTree.read(file)))
                .allSatisfy(link -> assertThat(file.resolveSibling(link).normalize()).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/DOMAIN.md", ".github/CONTRIBUTING.md"})
    void namesFilesThatThereAre(String guide) {
        List<String> paths = allFiles();

        assertThat(groups(FILE, SourceTree.read(ROOT.resolve(guide))))
                .allSatisfy(name ->
                        assertThat(paths).as(name).anyMatch(path -> path.endsWith("/" + name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"services/DOMAIN.md", ".github/CONTRIBUTING.md"})
    void namesTypesThatThereAre(String guide) {
        String code = code();

        assertThat(groups(TYPE, SourceTree.read(ROOT.resolve(guide))))
                .allSatisfy(name ->
                        assertThat(Pattern.compile("\\b" + name + "\\b").matcher(code).find())
                                .as(name)
                                .isTrue());
    }

    /** Who installs the charts makes the topics. */
    @Test
    void theChartsGuideNamesEveryTopic() {
        assertThat(SourceTree.read(ROOT.resolve("helm/README.md")))
                .contains(Topics.ALL.stream().map(topic -> "`" + topic + "`").toList());
    }

    /** What is told of people is not kept for ever: the chart's one table says how long. */
    @Test
    void theChartBoundsHowLongEveryTopicKeepsWhatItWasTold() {
        Set<String> expected = new TreeSet<>(Topics.ALL);
        expected.removeAll(Topics.COMPACTED);
        expected.add(TopicRetention.DEAD_LETTERS);

        assertThat(groups(RETENTION, SourceTree.read(ROOT.resolve("helm/supporters/values.yaml"))))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theRulesAreNumberedWithoutGaps() {
        assertThat(rules())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
    }

    @Test
    void theCodeCitesOnlyRulesThatThereAre() {
        assertThat(groups(RULE, code()).stream().map(Integer::valueOf)).isSubsetOf(rules());
    }

    @Test
    void eachRuleHasServicesAndTestsThatThereAre() {
        Map<Integer, RuleRow> rows =
                RULE_ROW.matcher(SourceTree.read(ROOT.resolve("services/DOMAIN.md")))
                        .results()
                        .map(RuleRow::of)
                        .collect(Collectors.toMap(RuleRow::rule, Function.identity()));

        assertThat(rows.keySet()).containsExactlyElementsOf(rules());
        assertThat(rows.values())
                .allSatisfy(row -> {
                    assertThat(row.services()).as("services of rule " + row.rule()).isNotEmpty();
                    assertThat(row.tests()).as("tests of rule " + row.rule()).isNotEmpty();
                    assertThat(row.testsOfServices())
                            .as("tests of the services of rule " + row.rule())
                            .containsAll(row.tests());
                });
    }

    /** A row of the table of rules. */
    private record RuleRow(int rule, Set<String> services, Set<String> tests) {

        private static RuleRow of(MatchResult row) {
            return new RuleRow(
                    Integer.parseInt(row.group(1)),
                    groups(NAME, row.group(2)),
                    groups(NAME, row.group(3)));
        }

        private Set<String> testsOfServices() {
            return services.stream()
                    .flatMap(service ->
                            SourceTree.files(
                                    ROOT.resolve("services")
                                            .resolve(service)
                                            .resolve("src/test/java"),
                                    ".java")
                                    .stream())
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Integer> rules() {
        return RULE_HEADING
                .matcher(SourceTree.read(ROOT.resolve("services/DOMAIN.md")))
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private static Set<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> allFiles() {
        List<String> files = new ArrayList<>();
        Stream.of("services", "protos", "helm", "load-tests")
                .forEach(folder ->
                        SourceTree.files(ROOT.resolve(folder), "")
                                .forEach(file -> files.add("/" + ROOT.relativize(file))));
        files.add("/pom.xml");
        files.add("/README.md");
        return files;
    }

    private static String code() {
        return Stream.of(
                        SourceTree.files(ROOT.resolve("services"), ".java"),
                        SourceTree.files(ROOT.resolve("load-tests"), ".java"),
                        SourceTree.files(ROOT.resolve("helm"), ".java"),
                        SourceTree.files(ROOT.resolve("protos/src"), ".proto"))
                .flatMap(List::stream)
                .map(SourceTree::read)
                .collect(Collectors.joining("\n"));
    }
}
