package dev.supporters.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.supporters.local.Console;
import dev.supporters.local.Interference;
import dev.supporters.local.LocalRun;
import dev.supporters.local.options.LocalOptions;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.settlement.v1.TimeClass;
import dev.supporters.testkit.metrics.MetricQueries;
import dev.supporters.testkit.metrics.MetricQueries.MetricQuery;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

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
            List.of(
                    "night",
                    "rate",
                    "calls",
                    "supporters",
                    "commission",
                    "cheaters",
                    "seed",
                    "rehearsal");

    private static final Map<String, Set<String>> EXPECTED = Edges.expected();

    private static final String CLIENTS_ASKED = "journey.clients";
    private static final String BROWSER_ASKED = "supporters.audits";

    private static final Path CHROMIUM =
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));

    /** Whoever asks for clients wants all of them, unless the machine is known to have no Python. */
    private static final Map<String, String> COMPLETE =
            Map.of("COMPLETE", System.getProperty("journey.complete", "false"));

    private static final StandScript CLIENTS =
            new StandScript(
                    "clients",
                    List.of("clients/run.sh"),
                    COMPLETE,
                    Boolean.getBoolean(CLIENTS_ASKED));

    private static final StandScript BROWSER =
            new StandScript(
                    "browser",
                    List.of("node", "browser/console.mjs"),
                    Map.of("CHROMIUM", CHROMIUM.toString(), "OUT", "target/browser"),
                    Boolean.getBoolean(BROWSER_ASKED) && Files.isExecutable(CHROMIUM));

    private static final NightLogs LOGS = new NightLogs();
    private static final NightMetricsReader METRICS = new NightMetricsReader();

    /** Of the cluster, not of services. */
    private static final Pattern OF_THE_CLUSTER = Pattern.compile("(kube|keda)_.+|up");

    private static final ErasedCustomer ERASED = new ErasedCustomer();
    private static final ReportText REPORT = new ReportText();

    /** The last: it puts and removes what it likes, and what it leaves is nobody's night. */
    private static final StandScript RANDOM_REQUESTS =
            new StandScript(
                    "random-requests",
                    List.of("clients/random-requests.sh"),
                    COMPLETE,
                    Boolean.getBoolean(CLIENTS_ASKED));

    private static int status;
    private static List<Span> spans;

    @BeforeAll
    static void play() throws IOException {
        try (Collector collector = new Collector()) {
            LocalOptions options = LocalOptions.of(Path.of("../.."), asked(collector));
            Interference scripts =
                    new InTurn(
                            List.of(
                                    REPORT,
                                    METRICS,
                                    CLIENTS,
                                    BROWSER,
                                    LOGS,
                                    ERASED,
                                    RANDOM_REQUESTS));
            status = new LocalRun(options, new Console(System.out), scripts).play();
            spans = collector.spans();
        }
    }

    @Test
    void holdsEveryInvariant() {
        assertThat(status)
                .as("exit status; the report above counts the violations")
                .isEqualTo(LocalRun.CLEAN);
    }

    /** That it is what the statements say is an invariant. */
    @Test
    void theFileForThoseWhoPayAddsUp() {
        assertThat(REPORT.lines()).contains("adds up yes", "checksum line holds yes");
    }

    /**
     * A signal needs events that an honest supporter hardly ever has so often, so a short night seldom has one, also if ten of a hundred cheat.
     * Longer ones with more cheaters do ({@code -Djourney.calls=900 -Djourney.cheaters=50}).
     */
    @Test
    void theNightsOperatorDecidesOnEachSignalOfAbuse() {
        assertThat(REPORT.lines()).contains("signals that wait for a decision 0");
    }

    @Test
    void whoeverIsHonestGivesNoSignalOfAbuseAndEachSignalSaysWhatWasFound() {
        assertThat(REPORT.lines())
                .contains("signals without evidence 0")
                .noneMatch(line -> line.matches(".* cheaters, and [1-9][0-9,]* who did not"));
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
    @EnabledIfSystemProperty(named = CLIENTS_ASKED, matches = "true")
    void clientsOfOthersUnderstandTheGateway() {
        assertThat(CLIENTS.failure()).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = BROWSER_ASKED, matches = "true")
    void theConsoleWorksInABrowser() {
        assumeThat(CHROMIUM).as("CHROMIUM names another").isExecutable();

        assertThat(BROWSER.failure()).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = CLIENTS_ASKED, matches = "true")
    void randomRequestsAreAnsweredAsTheDescriptionSays() {
        assertThat(RANDOM_REQUESTS.failure()).isEmpty();
    }

    /** Exact coordinates of the origin are left for a while, by the call's number: see PRIVACY.md. */
    @Test
    void nothingThatNamesAnErasedCustomerIsLeft() {
        assertThat(ERASED.failure()).isEmpty();
        assertThat(ERASED.before())
                .anyMatch(place -> place.startsWith("collection supporters_call."));
        assertThat(ERASED.after()).isEmpty();
    }

    /** Nobody takes anything out of dead letters: what is put aside names no customer. */
    @Test
    void theDeadLettersOfAnErasedCustomersCallNameNobody() {
        assertThat(ERASED.failure()).isEmpty();
        assertThat(ERASED.letters()).isPositive();
        assertThat(ERASED.topics()).contains(Topics.CALLS, PutAsideEvents.LETTERS);
        assertThat(ERASED.before()).noneMatch(place -> place.startsWith("topic "));
    }

    @Test
    void whoeverDroveAnErasedCustomerHomeIsPaidAsBefore() {
        assertThat(ERASED.failure()).isEmpty();
        assertThat(ERASED.driven().getState()).isEqualTo(CallState.CALL_STATE_COMPLETED);
        assertThat(ERASED.left().getCustomerId()).startsWith("erased-");
        assertThat(ERASED.left().getDriverId())
                .isNotEmpty()
                .isEqualTo(ERASED.driven().getDriverId());
        assertThat(ERASED.left().getFare()).isEqualTo(ERASED.driven().getFare());
        assertThat(ERASED.paidBefore().getClassesList())
                .anySatisfy(time -> {
                    assertThat(time.getTimeClass()).isEqualTo(TimeClass.TIME_CLASS_DRIVING);
                    assertThat(time.getSeconds()).isPositive();
                });
        assertThat(ERASED.paidAfter()).isEqualTo(ERASED.paidBefore());
        assertThat(ERASED.ledgerIsAsItsEvents()).isTrue();
    }

    /** Nor where somebody is, nor a token: whoever reads logs needs none of it. */
    @Test
    void noLogNamesAnybody() {
        assertThat(LOGS.known()).isGreaterThan(20);
        assertThat(LOGS.personal()).isEmpty();
    }

    @Test
    void anImageLogsOneJsonObjectInEachLine() {
        assertThat(LOGS.records())
                .anyMatch(record -> record.path("message").asText().contains(" started in "))
                .allSatisfy(record -> {
                    assertThat(record.path("service").asText()).isEqualTo("policy");
                    assertThat(record.path("timestamp").asText()).endsWith("Z");
                    assertThat(record.path("level").asText()).isNotEmpty();
                });
        assertThat(LOGS.linesForPeople()).isEmpty();
    }

    /** Of our own metrics a short night may have none for what seldom happens; that their names are right, the tests of the charts say. */
    @Test
    void alertsAndDashboardsAskForWhatTheServicesTell() {
        Collection<MetricQuery> asked = MetricQueries.ofTheChart();
        Set<String> told = METRICS.samples().metrics();

        assertThat(told).hasSizeGreaterThan(100);
        assertThat(METRICS.samples().lacking(asked)).isEmpty();
        assertThat(asked)
                .extracting(MetricQuery::metric)
                .filteredOn(metric -> !metric.startsWith("supporters_"))
                .filteredOn(metric -> !OF_THE_CLUSTER.matcher(metric).matches())
                .isNotEmpty()
                .isSubsetOf(told);
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
