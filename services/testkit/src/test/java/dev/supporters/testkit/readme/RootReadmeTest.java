package dev.supporters.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.event.Topics;
import dev.supporters.testkit.SourceTree;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The root README shows the edges that a played night is compared with: who asks whom, and who writes and reads which topic. */
class RootReadmeTest {

    private static final Path ROOT = SourceTree.root();
    private static final Path SERVICES = ROOT.resolve("services");
    private static final Pattern ARROW =
            Pattern.compile("\\s+(?:-->|-- .+? -->|-\\.->|-\\. .+? \\.->)\\s+");
    private static final Pattern TOPIC_NAME = Pattern.compile("`supporters\\.([a-z-]+)\\.v1`");
    private static final String NEWEST = "the newest of each key";

    private final Readme readme = Readme.read(ROOT.resolve("README.md"));

    @Test
    void thePictureShowsWhoAsksWhom() {
        assertThat(pictured()).containsExactlyInAnyOrderElementsOf(edges(2));
    }

    @Test
    void theTableHasEveryTopicOnce() {
        assertThat(topicRows().map(RootReadmeTest::topic))
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @Test
    void theTableShowsWhoReadsWhatOthersWrite() {
        Set<String> shown =
                topicRows()
                        .flatMap(row ->
                                row.codes("written by").stream()
                                        .flatMap(teller ->
                                                row.codes("read by").stream()
                                                        .map(listener ->
                                                                String.join(
                                                                        " -> ",
                                                                        teller,
                                                                        topic(row),
                                                                        listener))))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(edges(3));
    }

    @Test
    void theTableShowsWhoWritesEachTopic() {
        Map<String, Set<String>> writers = new TreeMap<>();
        SourceTree.files(SERVICES, "callers.csv").stream()
                .map(file -> SERVICES.relativize(file).getName(0).toString())
                .distinct()
                .forEach(service ->
                        new ServiceFacts(ROOT, service)
                                .written()
                                .forEach(topic ->
                                        writers.computeIfAbsent(topic, key -> new TreeSet<>())
                                                .add(service)));

        assertThat(topicRows())
                .allSatisfy(row ->
                        assertThat(row.codes("written by"))
                                .as(topic(row))
                                .containsExactlyInAnyOrderElementsOf(
                                        writers.getOrDefault(topic(row), Set.of())));
    }

    @Test
    void saysWhichTopicsAreCompacted() {
        String sentence =
                readme.text()
                        .substring(
                                readme.text().indexOf("Topics are those of the interface registry"),
                                readme.text().indexOf("are compacted."));

        assertThat(topicRows().filter(row -> row.cell("keeps").equals(NEWEST)))
                .extracting(RootReadmeTest::topic)
                .containsExactlyInAnyOrderElementsOf(Topics.COMPACTED);
        assertThat(TOPIC_NAME.matcher(sentence).results().map(found -> fullName(found.group(1))))
                .containsExactlyInAnyOrderElementsOf(Topics.COMPACTED);
    }

    private Stream<Readme.Row> topicRows() {
        return readme.rowsWith("written by");
    }

    private static String topic(Readme.Row row) {
        return fullName(row.codes("topic").getFirst());
    }

    private static String fullName(String topic) {
        return "supporters." + topic + ".v1";
    }

    /** Arrows between services, as `gateway -> call`; apps and browsers are no services. */
    private Set<String> pictured() {
        return readme.text()
                .lines()
                .dropWhile(line -> !line.equals("```mermaid"))
                .takeWhile(line -> !line.equals("```"))
                .map(line -> ARROW.split(line.strip()))
                .filter(groups -> groups.length == 2)
                .flatMap(groups ->
                        nodes(groups[0])
                                .flatMap(from -> nodes(groups[1]).map(to -> from + " -> " + to)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> nodes(String group) {
        return Arrays.stream(group.split(" & "))
                .map(node -> node.replaceFirst("[\\[({].*", ""))
                .filter(node -> Files.isDirectory(SERVICES.resolve(node)));
    }

    /** Of two parts: `asks -> is asked`; of three: `teller -> topic -> listener`. */
    private static List<String> edges(int parts) {
        return SourceTree.read(SERVICES.resolve("journey/src/test/resources/edges.txt"))
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .filter(line -> line.split(" -> ").length == parts)
                .distinct()
                .toList();
    }
}
