package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One name has one meaning in the whole house. */
class HouseNamesTest {

    private static final Path ROOT = SourceTree.root();

    @Test
    void noTwoMainClassesHaveTheSameSimpleNameUnlessTheListSaysWhy() {
        Map<String, Set<String>> places = places();
        places.keySet().removeAll(listed().keySet());

        assertThat(places)
                .as(
                        "simple names with two classes: rename one, or list it in twins.txt with a reason")
                .isEmpty();
    }

    @Test
    void theListHasNoNameThatOccursOnlyOnce() {
        Set<String> once = new TreeSet<>(listed().keySet());
        once.removeAll(places().keySet());

        assertThat(once).as("names to take out of twins.txt").isEmpty();
    }

    @Test
    void theListGivesAReasonForEachName() {
        assertThat(listed()).allSatisfy((name, reason) -> assertThat(reason).as(name).isNotBlank());
    }

    /** Simple names of top-level classes that occur more than once, with the folders that they are in. */
    private static Map<String, Set<String>> places() {
        Map<String, Set<String>> places = new TreeMap<>();
        Stream.of("services", "load-tests")
                .flatMap(folder -> SourceTree.files(ROOT.resolve(folder), ".java").stream())
                .filter(file -> file.toString().contains("/src/main/java/"))
                .filter(file -> !name(file).contains("-"))
                .forEach(file ->
                        places.computeIfAbsent(name(file), name -> new TreeSet<>())
                                .add(
                                        ROOT.relativize(file.getParent())
                                                .toString()
                                                .replace("src/main/java/", "")));
        places.values().removeIf(folders -> folders.size() == 1);
        return places;
    }

    private static Map<String, String> listed() {
        return SourceTree.read(ROOT.resolve("services/testkit/src/test/resources/twins.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(":", 2))
                .collect(
                        Collectors.toMap(
                                parts -> parts[0].strip(),
                                parts -> parts.length > 1 ? parts[1].strip() : ""));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
