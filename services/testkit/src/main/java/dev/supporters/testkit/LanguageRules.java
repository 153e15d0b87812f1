package dev.supporters.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of names that every service keeps. A service's test extends it and is in the service's root package. */
public abstract class LanguageRules {

    /** Last words of names that are metaphors for technical things; the field has a term for each. */
    private static final Set<String> METAPHORS =
            Set.copyOf(
                    words(
                            """
                            Alarms Answers Attendance Beginnings Book Callee Deed Desk Door Draws Duty Ends Entrance Exit Faults
                            Followed From Gate Happening Hints Live Lookout Mind News Outbound Reckoning Remote Rests Roster Routed
                            Rpc Seat Secret Shelf Sight Silence Situation Spans Stage Standing Track Trail Viewer Watched Way
                            Whereabouts Wire Words
                            """));

    /** What a class of an adapter is, by the adapter's kind: the ends that its name may have. */
    private static final Map<String, List<String>> ROLES =
            Map.of(
                    "graphql",
                    words(
                            """
                            Api Config Connection Cost Cursor Descriptions Edge Errors ExceptionMapper Execution Filter Handler
                            Info Input Inputs Keys Limits Location Mapper Page Pages Payload Payloads Provider Refusal Result
                            Session Subscriptions Tag Text Types Validation View Views
                            """),
                    "grpc",
                    words(
                            """
                            Check Client Config Grpc Interceptor Invoker Mapper Messages Metrics Requests Responder Responses
                            Service Streams WarmUp
                            """),
                    "health",
                    words("Check Readiness"),
                    "http",
                    words(
                            "Authentication Client Config Filter Handler Interceptor Mapper Mechanism Policy Provider"),
                    "kafka",
                    words(
                            """
                            Check Config Consumer Consumers Events Follower Mapper Messages Projection Publisher Reader Signals
                            Subscriptions Views
                            """),
                    "legacy",
                    words("Api Body Client Config Error Errors Mapper Request Response"),
                    "mongo",
                    words(
                            """
                            Codec Config Document Index Indexes Mapper Projection Query Repository Search Store Stores
                            """),
                    "rest",
                    words(
                            """
                            Api Body Client Config Delegate Errors Filter Input Mapper Request Resource Response Responses View
                            """),
                    "timer",
                    words("Job Monitor Scheduler Sweep Timer"));

    private static final Pattern LAST_WORD =
            Pattern.compile("(?:.*[a-z0-9])?([A-Z][A-Za-z0-9]*?)$");
    private static final Pattern KIND = Pattern.compile(".*\\.adapter\\.([a-z]+)(?:\\..*)?");

    private JavaClasses classes;

    /**
     * Adapters of this service that may use another kind of adapter, as `graphql -> grpc`: where one side of the service only passes
     * on what the other side asks. None, unless a service says so.
     */
    protected Set<String> adaptersThatUseAnother() {
        return Set.of();
    }

    @BeforeEach
    void importClasses() {
        classes = ImportedClasses.of(getClass().getPackageName());
    }

    @Test
    void namesAreTheFieldsTermsAndNoMetaphors() {
        var found = new TreeSet<String>();
        for (JavaClass type : classes) {
            if (endsWithAMetaphor(type.getSimpleName())) {
                found.add(type.getName());
            }
        }

        assertThat(found).as("names that end with a metaphor").isEmpty();
    }

    @Test
    void classesOfAdaptersSayTheirRole() {
        var found = new TreeSet<String>();
        for (JavaClass type : classes) {
            kind(type)
                    .map(ROLES::get)
                    .filter(roles -> type.isTopLevelClass() && !type.isEnum())
                    .filter(roles -> roles.stream().noneMatch(type.getSimpleName()::endsWith))
                    .ifPresent(roles ->
                            found.add(type.getName() + " (expected: one of " + roles + ")"));
        }

        assertThat(found).as("names without a role").isEmpty();
    }

    @Test
    void adaptersOfOneKindDoNotUseThoseOfAnother() {
        var found = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (JavaClass type : classes) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String edge = edge(type, dependency.getTargetClass());
                used.add(edge);
                if (!edge.isEmpty() && !adaptersThatUseAnother().contains(edge)) {
                    found.add(
                            edge
                                    + ": "
                                    + type.getName()
                                    + " uses "
                                    + dependency.getTargetClass().getName());
                }
            }
        }

        assertThat(found).as("adapters that use another kind").isEmpty();
        assertThat(used).as("allowed, and not needed").containsAll(adaptersThatUseAnother());
    }

    @Test
    void declaresNothingThatTheContractHas() {
        Set<String> shared =
                ImportedClasses.of("dev.supporters.contract").stream()
                        .filter(JavaClass::isTopLevelClass)
                        .map(JavaClass::getSimpleName)
                        .collect(toSet());
        var found = new TreeSet<String>();
        for (JavaClass type : classes) {
            if (shared.contains(type.getSimpleName())) {
                found.add(type.getName());
            }
        }

        assertThat(found).as("types that services/contract has").isEmpty();
    }

    private static String edge(JavaClass from, JavaClass to) {
        Optional<String> one = kind(from);
        Optional<String> other = kind(to);
        return one.isPresent() && other.isPresent() && !one.equals(other)
                ? one.get() + " -> " + other.get()
                : "";
    }

    private static Optional<String> kind(JavaClass type) {
        Matcher kind = KIND.matcher(type.getPackageName());
        return kind.matches() ? Optional.of(kind.group(1)) : Optional.empty();
    }

    static boolean endsWithAMetaphor(String name) {
        return METAPHORS.contains(lastWord(name));
    }

    private static String lastWord(String name) {
        Matcher last = LAST_WORD.matcher(name);
        return last.matches() ? last.group(1) : name;
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
