package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A new option of a command touches the command's own class, and no pom: its pom hands on everything that it was given. */
class CommandPomsTest {

    private static final Path ROOT = SourceTree.root();
    private static final Pattern HANDED_ON =
            Pattern.compile("<argument>(-D[\\w.]+=)?\\$\\{([\\w.]+)}</argument>");

    private static final Pattern REFUSAL =
            Pattern.compile("GivenOptions\\s*\\.unknown\\(|OptionNames\\s*\\.check\\(");

    /** Modules whose pom starts a command. */
    static List<Path> poms() {
        return SourceTree.files(ROOT, "pom.xml").stream()
                .filter(pom -> SourceTree.read(pom).contains("Command</argument>"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("poms")
    void thePomOfACommandNamesNoOption(Path pom) {
        List<String> handedOn =
                HANDED_ON.matcher(SourceTree.read(pom)).results().map(MatchResult::group).toList();

        assertThat(handedOn)
                .contains("<argument>-Dsupporters.given=${session.userProperties}</argument>")
                .allSatisfy(argument ->
                        assertThat(argument)
                                // an image is no command of a reader
                                .containsAnyOf(
                                        "-Dsupporters.given=",
                                        "-Dsupporters.root=",
                                        "${container."));
    }

    /** So that a misspelt option does not pass silently. The stand has a check of its own, which guesses what was meant. */
    @ParameterizedTest
    @MethodSource("poms")
    void aCommandRefusesWhatIsNoOptionOfItsProfile(Path pom) {
        assertThat(SourceTree.files(pom.resolveSibling("src/main/java"), ".java"))
                .extracting(SourceTree::read)
                .anyMatch(source -> REFUSAL.matcher(source).find());
    }

    @Test
    void theCommandsAreThoseOfTheGuides() {
        assertThat(poms())
                .extracting(pom -> ROOT.relativize(pom.getParent()).toString())
                .containsExactlyInAnyOrder(
                        "load-tests",
                        "services/faults",
                        "services/local",
                        "services/replay",
                        "services/simulation",
                        "services/training");
    }
}
