package dev.supporters.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;

import dev.supporters.gateway.alert.AlertRule;
import dev.supporters.proto.commander.v1.CallCommandState;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.RefusalReason;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.move.v1.MoveState;
import dev.supporters.proto.routing.v1.RoutingReason;
import dev.supporters.proto.zone.v1.ZoneBasis;

import graphql.language.EnumTypeDefinition;
import graphql.schema.idl.SchemaParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The console has a text, in both languages, for each value that services can answer with. */
class ConsoleTextTest {

    private static final Path TEXTS = Path.of("src/main/resources/web/app/i18n");
    private static final Pattern KEY = Pattern.compile("(?m)^  '([a-zA-Z]+)\\.([A-Z][A-Z0-9_]*)':");

    /** Where a page shows the text of a value. */
    private static final Pattern SHOWN = Pattern.compile("tv\\('([a-zA-Z]+)'");

    /** Their values are no enum's: texts of the gateway, of models, of the token. */
    private static final String[] OF_NO_ENUM = {
        "action", "alert", "fallback", "modelFeature", "modelScore", "order", "role"
    };

    /** Zones that apply are no reason why they do not. */
    private static final Set<String> NOT_SHOWN = Set.of("zoneBasis.ZONES");

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("error", ErrorReason.getDescriptor(), "ERROR_REASON_"),
                Arguments.of("reason", RoutingReason.getDescriptor(), "ROUTING_REASON_"),
                Arguments.of("filter", CandidateFilter.getDescriptor(), "CANDIDATE_FILTER_"),
                Arguments.of("refused", RefusalReason.getDescriptor(), "REFUSAL_REASON_"),
                Arguments.of(
                        "cancellation", CancellationReason.getDescriptor(), "CANCELLATION_REASON_"),
                Arguments.of(
                        "commandState", CallCommandState.getDescriptor(), "CALL_COMMAND_STATE_"),
                Arguments.of("moveState", MoveState.getDescriptor(), "MOVE_STATE_"),
                Arguments.of("zoneBasis", ZoneBasis.getDescriptor(), "ZONE_BASIS_"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void eachValueHasATextInBothLanguages(String kind, EnumDescriptor type, String prefix)
            throws IOException {
        // Given
        Set<String> values =
                type.getValues().stream()
                        .map(EnumValueDescriptor::getName)
                        .map(name -> kind + "." + name.substring(prefix.length()))
                        .filter(name -> !name.endsWith(".UNSPECIFIED"))
                        .filter(Predicate.not(NOT_SHOWN::contains))
                        .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(values).isNotEmpty();
        assertThat(keys("en")).containsAll(values);
        assertThat(keys("ko")).containsAll(values);
    }

    /** Kinds of texts, and the enum of the schema whose values each of them has. A kind may have more. */
    static Stream<Arguments> kindsOfTheSchema() {
        return Stream.of(
                Arguments.of("abuse", "AbuseKind"),
                Arguments.of("abuseDecision", "AbuseDecision"),
                Arguments.of("abuseValue", "AbuseKind"),
                Arguments.of("decide", "AbuseDecision"),
                Arguments.of("application", "ApplicationState"),
                Arguments.of("applicationStep", "ApplicationStepKind"),
                Arguments.of("arm", "SwitchbackArm"),
                Arguments.of("class", "TimeClass"),
                Arguments.of("close", "BusinessDateState"),
                Arguments.of("criterion", "CriterionKind"),
                Arguments.of("dispatch", "DispatchState"),
                Arguments.of("dispute", "DisputeState"),
                Arguments.of("dryRunFigure", "PolicyDryRunFigureKind"),
                Arguments.of("endReason", "WorkEndReason"),
                Arguments.of("engagement", "EngagementState"),
                Arguments.of("followUp", "FollowUpKind"),
                Arguments.of("incident", "IncidentKind"),
                Arguments.of("kpiArea", "KpiArea"),
                Arguments.of("mode", "ActivityMode"),
                Arguments.of("modelKind", "ModelKind"),
                Arguments.of("move", "MoveKind"),
                Arguments.of("note", "StatementNoteKind"),
                Arguments.of("obstacle", "CloseObstacleKind"),
                Arguments.of("path", "DispatchPath"),
                Arguments.of("platform", "AppPlatform"),
                Arguments.of("product", "Product"),
                Arguments.of("refusal", "RefusalConsequence"),
                Arguments.of("refuse", "RefusalReason"),
                Arguments.of("replay", "ReplayOutcome"),
                Arguments.of("review", "ReviewDecision"),
                Arguments.of("severity", "AlertSeverity"),
                Arguments.of("state", "CallStatus"),
                Arguments.of("work", "WorkState"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kindsOfTheSchema")
    void eachValueOfTheSchemaHasATextInBothLanguages(String kind, String type) throws IOException {
        // Given
        Set<String> values =
                new SchemaParser()
                                .parse(Files.readString(Path.of("schema.graphql")))
                                .getType(type, EnumTypeDefinition.class)
                                .orElseThrow()
                                .getEnumValueDefinitions()
                                .stream()
                                .map(value -> kind + "." + value.getName())
                                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(values).isNotEmpty();
        assertThat(keys("en")).containsAll(values);
        assertThat(keys("ko")).containsAll(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void eachAlertHasAText(String language) throws IOException {
        String texts = Files.readString(TEXTS.resolve(language + ".ts"));

        assertThat(Stream.concat(Stream.of(AlertRule.AWAY), AlertRule.OF_METRICS.stream()))
                .extracting(AlertRule::name)
                .allSatisfy(name -> assertThat(texts).contains("'alert.%s':".formatted(name)));
    }

    /** A kind that a page shows and no table names could lack a text that nobody misses. */
    @Test
    void eachKindThatAPageShowsIsCompared() throws IOException {
        // Given
        Set<String> compared =
                Stream.of(kinds(), kindsOfTheSchema(), Stream.of(OF_NO_ENUM).map(Arguments::of))
                        .flatMap(all -> all)
                        .map(arguments -> (String) arguments.get()[0])
                        .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> shown;
        try (Stream<Path> files = Files.walk(TEXTS.getParent())) {
            shown =
                    files.filter(file -> file.toString().endsWith(".ts"))
                            .map(ConsoleTextTest::read)
                            .flatMap(text -> SHOWN.matcher(text).results())
                            .map(found -> found.group(1))
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        assertThat(shown).isNotEmpty().isSubsetOf(compared);
    }

    @ParameterizedTest
    @CsvSource({"en, ko", "ko, en"})
    void noLanguageHasATextThatTheOtherHasNot(String one, String other) throws IOException {
        assertThat(keys(one)).isSubsetOf(keys(other));
    }

    @Test
    void noTextIsInTwoFiles() throws IOException {
        for (String language : Set.of("en", "ko")) {
            assertThat(all(language)).doesNotHaveDuplicates();
        }
    }

    private static Set<String> keys(String language) throws IOException {
        return all(language).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> all(String language) throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            return files
                    .filter(file -> file.toString().endsWith(language + ".ts"))
                    .map(ConsoleTextTest::read)
                    .flatMap(text -> KEY.matcher(text).results())
                    .map(found -> found.group(1) + "." + found.group(2))
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
