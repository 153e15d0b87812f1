package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One name has one meaning in the whole house. */
class HouseNamesTest {

    private static final Path ROOT = SourceTree.root();
    private static final String TWINS = "twins.txt";
    private static final String NESTED_TWINS = "nested-twins.txt";
    private static final String REGISTRY_TWINS = "registry-twins.txt";

    /** Here the last word means itself: answers of RPCs, spans of traces, the rests of a supporter. */
    private static final Set<String> LITERAL =
            Set.of(
                    "DocumentsUnderWay",
                    "EventSpans",
                    "LateAnswers",
                    "LostAnswers",
                    "RequestedSpans",
                    "SupporterRests");

    /** Of the interface registry. */
    private static final Pattern DECLARED = Pattern.compile("(?m)^(?:message|enum) (\\w+)");

    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"");

    private static final Pattern NESTED =
            Pattern.compile(
                    "^ +(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ([A-Z]\\w*)",
                    Pattern.MULTILINE);

    @Test
    void noTwoMainClassesHaveTheSameSimpleNameUnlessTheListSaysWhy() {
        Map<String, Set<String>> places = places();
        places.keySet().removeAll(listed(TWINS).keySet());

        assertThat(places)
                .as(
                        "simple names with two classes: rename one, or list it in twins.txt with a reason")
                .isEmpty();
    }

    @Test
    void theListHasNoNameThatOccursOnlyOnce() {
        Set<String> once = new TreeSet<>(listed(TWINS).keySet());
        once.removeAll(places().keySet());

        assertThat(once).as("names to take out of twins.txt").isEmpty();
    }

    @Test
    void theListGivesAReasonForEachName() {
        assertThat(listed(TWINS))
                .allSatisfy((name, reason) -> assertThat(reason).as(name).isNotBlank());
    }

    /** A name in a class is read with that class, and still has one meaning: whoever imports it sees nothing else. */
    @Test
    void noNestedMainClassHasTheNameOfAClassElsewhereUnlessTheListSaysWhy() {
        Map<String, Set<String>> nested = nestedTwins();
        nested.keySet().removeAll(listed(NESTED_TWINS).keySet());

        assertThat(nested)
                .as(
                        "names in classes that another module has, or a class of its own: rename one, or list it in nested-twins.txt with a reason")
                .isEmpty();
    }

    @Test
    void theListOfNestedNamesHasNoneThatOccursOnlyOnce() {
        Set<String> once = new TreeSet<>(listed(NESTED_TWINS).keySet());
        once.removeAll(nestedTwins().keySet());

        assertThat(once).as("names to take out of nested-twins.txt").isEmpty();
    }

    @Test
    void theListOfNestedNamesGivesAReasonForEach() {
        assertThat(listed(NESTED_TWINS))
                .allSatisfy((name, reason) -> assertThat(reason).as(name).isNotBlank());
    }

    /**
     * The owner of a message, and the contract, have its idea as a class of the same name. Elsewhere the name would mean something
     * else, or should be the contract's.
     */
    @Test
    void noMainClassHasTheNameOfAnotherServicesMessageUnlessTheListSaysWhy() {
        Map<String, Set<String>> twins = registryTwins();
        twins.keySet().removeAll(listed(REGISTRY_TWINS).keySet());

        assertThat(twins)
                .as(
                        "names of the interface registry: rename the class, or list it in registry-twins.txt with a reason")
                .isEmpty();
    }

    @Test
    void theListOfNamesOfTheRegistryHasOnlyTwinsAndAReasonForEach() {
        assertThat(listed(REGISTRY_TWINS).keySet()).isSubsetOf(registryTwins().keySet());
        assertThat(listed(REGISTRY_TWINS))
                .allSatisfy((name, reason) -> assertThat(reason).as(name).isNotBlank());
    }

    /** Classes with the name of a message or enum whose owner is another module, by name. */
    private static Map<String, Set<String>> registryTwins() {
        Path registry = ROOT.resolve("protos/src/main/proto/supporters");
        Map<String, Set<String>> owners = new TreeMap<>();
        for (Path file : SourceTree.files(registry, ".proto")) {
            String owner = registry.relativize(file).getName(0).toString();
            DECLARED.matcher(SourceTree.read(file))
                    .results()
                    .forEach(found ->
                            owners.computeIfAbsent(found.group(1), name -> new TreeSet<>())
                                    .add("services/" + owner));
        }
        Map<String, Set<String>> twins = new TreeMap<>();
        for (Path file : mainFiles()) {
            Set<String> owner = owners.getOrDefault(name(file), Set.of());
            if (!owner.isEmpty()
                    && !owner.contains(module(file))
                    && !module(file).equals("services/contract")) {
                twins.computeIfAbsent(name(file), name -> new TreeSet<>()).add(module(file));
            }
        }
        return twins;
    }

    /** Names of classes in classes that another module has in one, too, or that a class has which stands by itself. */
    private static Map<String, Set<String>> nestedTwins() {
        Map<String, Set<Path>> places = new TreeMap<>();
        Set<String> topLevel = new TreeSet<>();
        for (Path file : mainFiles()) {
            topLevel.add(name(file));
            for (String nested : nestedNames(SourceTree.read(file))) {
                places.computeIfAbsent(nested, name -> new TreeSet<>()).add(file);
            }
        }
        Map<String, Set<String>> twins = new TreeMap<>();
        places.forEach((name, files) -> {
            if (topLevel.contains(name)
                    || files.stream().map(HouseNamesTest::module).distinct().count() > 1) {
                twins.put(
                        name,
                        files.stream()
                                .map(file -> module(file) + " " + name(file))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        });
        return twins;
    }

    /** A service's {@link LanguageRules} looks at its classes; this looks at all modules, also at those that are no service. */
    @Test
    void noMainClassHasAMetaphorForAName() {
        Set<String> found = new TreeSet<>();
        for (Path file : mainFiles()) {
            Stream.concat(Stream.of(name(file)), nestedNames(SourceTree.read(file)).stream())
                    .filter(LanguageRules::endsWithAMetaphor)
                    .filter(name -> !LITERAL.contains(name))
                    .forEach(name -> found.add(module(file) + " " + name));
        }

        assertThat(found).as("names that end with a metaphor").isEmpty();
    }

    /** What a file declares in its class: the formatter puts nothing but that at a distance from the margin. */
    private static Set<String> nestedNames(String source) {
        return NESTED.matcher(TEXT_BLOCK.matcher(source).replaceAll("\"\""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String module(Path file) {
        String path = ROOT.relativize(file).toString();
        return path.substring(0, path.indexOf("/src/"));
    }

    private static List<Path> mainFiles() {
        return Stream.of("services", "load-tests")
                .flatMap(folder -> SourceTree.files(ROOT.resolve(folder), ".java").stream())
                .filter(file -> file.toString().contains("/src/main/java/"))
                .filter(file -> !name(file).contains("-"))
                .toList();
    }

    /** Simple names of top-level classes that occur more than once, with the folders that they are in. */
    private static Map<String, Set<String>> places() {
        Map<String, Set<String>> places = new TreeMap<>();
        mainFiles()
                .forEach(file ->
                        places.computeIfAbsent(name(file), name -> new TreeSet<>())
                                .add(
                                        ROOT.relativize(file.getParent())
                                                .toString()
                                                .replace("src/main/java/", "")));
        places.values().removeIf(folders -> folders.size() == 1);
        return places;
    }

    private static Map<String, String> listed(String list) {
        return SourceTree.read(ROOT.resolve("services/testkit/src/test/resources").resolve(list))
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
