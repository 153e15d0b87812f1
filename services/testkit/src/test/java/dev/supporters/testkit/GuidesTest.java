package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.event.TopicRetention;
import dev.supporters.platform.event.Topics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Path SERVICES = ROOT.resolve("services");
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

    /** A name of a package, a service or a topic, and the colon after that of a service. */
    private static final Pattern LOWER = Pattern.compile("`([a-z][a-z.]*)`(:?)");

    private static final Pattern COMMENT = Pattern.compile("/\\*[\\s\\S]*?\\*/|//[^\\n]*");

    private static final Set<String> TEXTS =
            Set.of(".java", ".proto", ".ts", ".graphql", ".json", ".properties");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "services/DOMAIN.md",
                "services/RFC.md",
                ".github/CONTRIBUTING.md"
            })
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

    /** "Where" of a rule names packages of the service that stands before the colon. */
    @Test
    void eachRuleNamesPackagesThatThereAre() {
        List<String> missing = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (String where : wheres()) {
            String service = "";
            for (MatchResult found : LOWER.matcher(where).results().toList()) {
                String name = found.group(1);
                if (!found.group(2).isEmpty() && Files.isDirectory(SERVICES.resolve(name))) {
                    service = name;
                } else if (Files.isDirectory(packageFolder(service, name))) {
                    named.add(service + ": " + name);
                } else if (!Files.isDirectory(SERVICES.resolve(name))
                        && !Topics.ALL.contains("supporters." + name + ".v1")) {
                    missing.add(service + ": " + name);
                }
            }
        }

        assertThat(missing).as("neither packages nor services nor topics").isEmpty();
        assertThat(named).hasSizeGreaterThan(rules().size());
    }

    @Test
    void theContractsGuideNamesEveryClass() {
        assertThat(SourceTree.read(SERVICES.resolve("contract/README.md")))
                .contains(
                        SourceTree.files(
                                        SERVICES.resolve(
                                                "contract/src/main/java/dev/supporters/contract"),
                                        ".java")
                                .stream()
                                .filter(file ->
                                        file.getParent()
                                                .getFileName()
                                                .toString()
                                                .equals("contract"))
                                .map(file -> file.getFileName().toString().replace(".java", ""))
                                .filter(name -> !name.contains("-"))
                                .map(name -> "`" + name + "`")
                                .toList());
    }

    @Test
    void thePlatformsGuideHasARowForEveryPackage() throws IOException {
        String guide = SourceTree.read(SERVICES.resolve("platform/README.md"));
        try (Stream<Path> packages =
                Files.list(SERVICES.resolve("platform/src/main/java/dev/supporters/platform"))) {
            assertThat(guide)
                    .contains(
                            packages.filter(Files::isDirectory)
                                    .map(folder -> "\n| `" + folder.getFileName() + "` | ")
                                    .toList());
        }
    }

    /** Who adds a number to the policy finds each file in the guide that has the numbers that there are. */
    @ParameterizedTest
    @CsvSource({"max_candidates, maxCandidates", "after_decline, afterDecline"})
    void theRecipeOfAPolicysNumberNamesEveryFileOfProductionThatHasOne(String field, String name) {
        String recipe = section("### Add a number to the policy");

        assertThat(
                        Stream.of(
                                        SERVICES.resolve("contract/src/main"),
                                        SERVICES.resolve("policy/src/main"),
                                        SERVICES.resolve("gateway/src/main"),
                                        SERVICES.resolve("gateway/schema.graphql"),
                                        SERVICES.resolve("player/src/main"),
                                        ROOT.resolve("protos/src/main/proto/supporters/policy"))
                                .flatMap(GuidesTest::filesOf)
                                .filter(file -> {
                                    String text = SourceTree.read(file);
                                    return text.contains(field) || text.contains(name);
                                })
                                .map(file -> file.getFileName().toString()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(recipe).contains(file));
    }

    /** Words for which somebody who learned English at school needs a dictionary. */
    @Test
    void proseIsInPlainEnglish() {
        assertThat(
                        Stream.of(
                                        SourceTree.files(ROOT.resolve("services"), ".md"),
                                        SourceTree.files(ROOT.resolve("helm"), ".md"),
                                        SourceTree.files(ROOT.resolve("protos"), ".md"),
                                        SourceTree.files(ROOT.resolve("load-tests"), ".md"),
                                        SourceTree.files(ROOT.resolve(".github"), ".md"),
                                        List.of(ROOT.resolve("README.md")),
                                        SourceTree.files(ROOT.resolve("protos/src"), ".proto"),
                                        SourceTree.files(ROOT.resolve("helm"), ".yaml"),
                                        SourceTree.files(SERVICES, ".java").stream()
                                                .filter(file ->
                                                        file.toString().contains("/src/main/"))
                                                .toList())
                                .flatMap(List::stream)
                                .flatMap(file ->
                                        PlainEnglish.hardWords(prose(file)).stream()
                                                .map(word -> ROOT.relativize(file) + ": " + word)))
                .isEmpty();
    }

    /** Of Java only what is written for people: comments. */
    private static String prose(Path file) {
        String text = SourceTree.read(file);
        return file.toString().endsWith(".java")
                ? COMMENT.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining("\n"))
                : text;
    }

    private static Stream<Path> filesOf(Path place) {
        return Files.isDirectory(place)
                ? SourceTree.files(place, "").stream().filter(GuidesTest::isText)
                : Stream.of(place);
    }

    private static boolean isText(Path file) {
        return TEXTS.stream().anyMatch(file.toString()::endsWith);
    }

    private static String section(String heading) {
        String guide = SourceTree.read(ROOT.resolve(".github/CONTRIBUTING.md"));
        int begin = guide.indexOf(heading + "\n");
        assertThat(begin).as(heading).isNotNegative();
        int end = guide.indexOf("\n### ", begin + 1);
        return guide.substring(begin, end < 0 ? guide.length() : end);
    }

    private static Path packageFolder(String service, String name) {
        return SERVICES.resolve(service)
                .resolve("src/main/java/dev/supporters")
                .resolve(service)
                .resolve(name.replace('.', '/'));
    }

    /** The paragraphs that say where the rules are kept. */
    private static List<String> wheres() {
        return Arrays.stream(SourceTree.read(ROOT.resolve("services/DOMAIN.md")).split("\n\n"))
                .filter(paragraph -> paragraph.startsWith("*Where*"))
                .toList();
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
