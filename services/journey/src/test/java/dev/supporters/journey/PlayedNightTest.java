package dev.supporters.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.supporters.local.Console;
import dev.supporters.local.Interference;
import dev.supporters.local.LocalRun;
import dev.supporters.local.options.LocalOptions;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole way over all services as real processes: a night is played through the public APIs. It is a short one, unless another is
 * asked for by the options of {@code -Plocal} that {@link #GIVEN} lists: {@code -Djourney.night=FILE -Djourney.supporters=60}.
 */
class PlayedNightTest {

    private static final Map<String, String> SHORT =
            Map.of(
                    "rate", "240",
                    "calls", "80",
                    "supporters", "14",
                    "commission", "14",
                    "seed", "7",
                    "rehearsal", "10");

    private static final List<String> GIVEN =
            List.of("night", "rate", "calls", "supporters", "commission", "seed", "rehearsal");

    private static final Map<String, Set<String>> EXPECTED = Edges.expected();

    private static final ClientsOfOthers CLIENTS = new ClientsOfOthers();
    private static final BrowserTests BROWSER = new BrowserTests();

    private static int status;
    private static List<Span> spans;

    @BeforeAll
    static void play() throws IOException {
        try (Collector collector = new Collector()) {
            LocalOptions options = LocalOptions.of(Path.of("../.."), asked(collector));
            Interference both = new InTurn(List.of(CLIENTS, BROWSER));
            status = new LocalRun(options, new Console(System.out), both).play();
            spans = collector.spans();
        }
    }

    @Test
    void holdsEveryInvariant() {
        assertThat(status)
                .as("exit status; the report above counts the violations")
                .isEqualTo(LocalRun.CLEAN);
    }

    @Test
    void oneTraceFollowsACallThatSilenceAcceptedOverEveryHop() {
        assertThat(Edges.byTrace(spans).values()).contains(EXPECTED.get("accepted by silence"));
    }

    @Test
    void theServicesTalkToWhomTheyShouldAndToNobodyElse() {
        Set<String> usual = new TreeSet<>(EXPECTED.get("accepted by silence"));
        usual.addAll(EXPECTED.get("in a night"));
        Set<String> known = new TreeSet<>(usual);
        known.addAll(EXPECTED.get("now and then"));

        Set<String> seen = Edges.of(spans);

        assertThat(seen).containsAll(usual);
        assertThat(known).containsAll(seen);
    }

    @Test
    @EnabledIfSystemProperty(named = ClientsOfOthers.ASKED, matches = "true")
    void clientsOfOthersUnderstandTheGateway() {
        assertThat(CLIENTS.status()).as("exit status of clients/run.sh; see above").isZero();
    }

    @Test
    @EnabledIfSystemProperty(named = BrowserTests.ASKED_FOR, matches = "true")
    void theConsoleWorksInABrowser() {
        assumeThat(BROWSER.leftOut()).as("why the browser tests were left out").isEmpty();

        assertThat(BROWSER.status()).as("exit status; what is not right is above").contains(0);
    }

    private static Map<String, String> asked(Collector collector) {
        Map<String, String> asked = new HashMap<>(SHORT);
        for (String option : GIVEN) {
            Optional.ofNullable(System.getProperty("journey." + option))
                    .ifPresent(value -> asked.put(option, value));
        }
        asked.putAll(Map.of("stay", "false", "freePorts", "true", "zipkin", collector.url()));
        return asked;
    }
}
