package dev.supporters.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.events.routing.v1.RoutingEvent;
import dev.supporters.testkit.SourceTree;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command with a night's decisions in {@code decisions.jsonl}: one of each kind. */
class ReplayCommandTest {

    private static final Path DECISIONS =
            SourceTree.root().resolve("services/replay/src/test/resources/decisions.jsonl");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir Path folder;

    @Test
    void takesTheDecisionsAgainAndFindsThemTheSame() {
        assertThat(run(DECISIONS.toString(), "en")).isZero();
        assertThat(text(out))
                .contains("Call 254137, decided 2026-11-20 22:00:00 (Asia/Seoul)")
                .contains("Commanded to driver 1004552, expected at the customer in 5 min 10 s.")
                .contains("1004551: 4 min 0 s to the customer; offered, but had got another call")
                .contains("1004553: 25 min 0 s to the customer; not offered: too far away")
                .contains("1004554: 2 min 0 s to the customer; after all others: the drive would")
                .contains("The model keep@2 should have ranked and did not: LATE")
                .contains("Shadow model keep@3 would have chosen 1004551")
                .contains("Shadow model keep@4 has no choice: MISSING")
                .contains("Waits until 2026-11-20 22:00:30 for a supporter")
                .contains("not replayed: an older version")
                .contains(
                        "Held calls at 2026-11-20 13:00:02 (UTC): 2 waited, for 1 a supporter was chosen")
                .contains("Call 254140: driver 1004556, chosen so that")
                .contains("Call 254138: goes on waiting, with 1 candidates, 0 min 2 s old")
                .endsWith("Decisions: 5, different: 0, not replayed: 1\n");
    }

    @Test
    void saysItInKorean() {
        assertThat(run(DECISIONS.toString(), "ko")).isZero();
        assertThat(text(out))
                .contains("콜 254137, 결정 시각 2026-11-20 22:00:00 (Asia/Seoul)")
                .contains("1004552 기사에게 배정했습니다. 고객까지 예상 시간은 5분 10초입니다.")
                .contains("제안하지 않음: 너무 멂")
                .endsWith("결정 5건, 다름 0건, 재현하지 않음 1건\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"etaSeconds\": 240|\"etaSeconds\": 2400",
                "ROUTING_REASON_ASSIGNED|ROUTING_REASON_ALL_TAKEN",
                "\"maxPickup\": \"1200s\"|\"maxPickup\": \"200s\"",
                "CANDIDATE_FILTER_TOO_FAR|CANDIDATE_FILTER_EXCLUDED",
                "\"keepProbability\": 0.9|\"keepProbability\": 0.1"
            })
    void aRecordThatWasChangedIsDifferent(String was, String is) throws IOException {
        assertThat(run(changed(was, is).toString(), "en")).isOne();
        assertThat(text(out)).contains("different (recorded -> now):").contains(" -> ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"moved\": {}}|:2: ",
                "{\"record\": {\"forecast\": \"tonight\", \"inputs\": {\"windowEndSeconds\":"
                        + " 9}}}|:2: INVALID_ARGUMENT: business_date: nothing",
                "{\"record\": {\"businessDate\": \"2026-11-20\"}}|:2: move tick: windowEnd: 0.0",
                "{\"record\": {\"forecast\": \"history-1\", \"inputs\": {\"windowEndSeconds\":"
                        + " 9}}}|:2: forecast: history-1 (expected: -Dhistory=FILE",
                "{}|:2: no event (expected: routed or pool)",
                "no json|:2: ",
                "{\"routed\": {\"inputs\": {}}}|:2: ",
                "{\"routed\": {\"latencyMillis\": \"much\"}}|:2: "
            })
    void namesTheLineThatIsNoDecision(String line, String message) throws IOException {
        // Given
        Path file = folder.resolve("bad.jsonl");
        Files.writeString(file, "\n" + line + "\n");

        // Then
        assertThat(run(file.toString(), "en")).isEqualTo(2);
        assertThat(text(err)).startsWith("replay: " + file + message);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void refusesWhatItCannotUse() throws IOException {
        assertThat(run("", "en")).isEqualTo(2);
        assertThat(run(folder.resolve("none").toString(), "en")).isEqualTo(2);
        assertThat(run(folder.toString(), "en")).isEqualTo(2);
        assertThat(run(DECISIONS.toString(), "fr")).isEqualTo(2);
        assertThat(
                        new ReplayCommand(stream(out), stream(err))
                                .run(List.of(DECISIONS.toString(), "en", "nothing.json")))
                .isEqualTo(2);
        Path bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(run(bytes.toString(), "en")).isEqualTo(2);
        assertThat(text(err))
                .contains("expected: -Dkafka=HOST:PORT or -Ddecisions=FILE")
                .contains("expected: a file that can be read")
                .contains("language: fr (expected: one of [en, ko])")
                .contains("demand history: nothing.json: not a readable file")
                .contains("expected: UTF-8");
    }

    @Test
    void readsTheTopicOfAStandByItself() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            // Given the decisions of the file as events, and a record that is none of ours
            broker.createTopics(List.of(Topics.ROUTING), 2, List.of());
            send(broker);

            // When
            int all = topic(broker, "");
            String text = text(out);
            out.reset();
            int one = topic(broker, "254140");

            // Then
            assertThat(all).isZero();
            assertThat(text)
                    .contains("Call 254137, decided 2026-11-20 22:00:00 (Asia/Seoul)")
                    .contains("Held calls at 2026-11-20 13:00:02 (UTC): 2 waited")
                    .contains("Records that are no decisions: 1")
                    .endsWith("Decisions: 5, different: 0, not replayed: 1\n");
            assertThat(one).isZero();
            assertThat(text(out))
                    .contains("Call 254140: driver 1004556, chosen so that")
                    .doesNotContain("Call 254137, decided");
            assertThat(topic(broker, "4711")).isEqualTo(2);
            assertThat(text(err))
                    .contains("call: 4711 (expected: a call of which a decision is recorded here)");
        }
    }

    @Test
    void saysThatNoBrokerCanBeAsked() {
        // When
        int status = run("", "en", "", "", "no-port", "");
        int unreadable = run("", "en", "", "", "127.0.0.1:1", folder.resolve("none").toString());

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(unreadable).isEqualTo(2);
        assertThat(text(err))
                .contains("kafka: no-port does not answer")
                .contains("expected: a stand that runs, -Dkafka=HOST:PORT or -Ddecisions=FILE")
                .contains("expected: a file of properties");
    }

    @Test
    void aFileMayBeReadForOneCall() {
        assertThat(run(DECISIONS.toString(), "en", "", "254138")).isZero();
        assertThat(text(out))
                .contains("Waits until 2026-11-20 22:00:30 for a supporter")
                .contains("Held calls at 2026-11-20 13:00:02 (UTC)")
                .doesNotContain("Call 254137, decided");
    }

    private int topic(EmbeddedBroker broker, String callId) {
        return run("", "en", "", callId, broker.bootstrapServers(), "");
    }

    private static void send(EmbeddedBroker broker) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (String line : Files.readAllLines(DECISIONS)) {
                RoutingEvent.Builder event = RoutingEvent.newBuilder();
                JsonFormat.parser().merge(line, event);
                producer.send(new ProducerRecord<>(Topics.ROUTING, event.build().toByteArray()))
                        .get();
            }
            producer.send(
                            new ProducerRecord<>(
                                    Topics.ROUTING, "no event".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private Path changed(String was, String is) throws IOException {
        String text = Files.readString(DECISIONS);
        assertThat(text).contains(was);
        return Files.writeString(folder.resolve("changed.jsonl"), text.replace(was, is));
    }

    @Test
    void optionsAreThoseOfTheCommandLine() {
        assertThat(ReplayCommand.arguments(Map.of("decisions", "a.jsonl", "history", "b.json")))
                .containsExactly("a.jsonl", "en", "b.json", "", "127.0.0.1:19092", "");
        assertThat(
                        ReplayCommand.arguments(
                                Map.of(
                                        "language",
                                        "ko",
                                        "call",
                                        "7",
                                        "kafka",
                                        "b:1",
                                        "kafkaConfig",
                                        "c")))
                .containsExactly("", "ko", "", "7", "b:1", "c");
    }

    @Test
    void refusesWhatIsNoOption() {
        int status =
                new ReplayCommand(stream(out), stream(err))
                        .run(Map.of("decision", DECISIONS.toString()));

        assertThat(status).isEqualTo(2);
        assertThat(text(err))
                .isEqualTo(
                        "replay: -Ddecision is no option of -Preplay; there are decisions, language, history, call, kafka, kafkaConfig\n");
        assertThat(text(out)).isEmpty();
    }

    /** Of the other decision the record cannot be taken again; nobody has asked for it. */
    @Test
    void ofTheOthersNoneIsTakenAgainWhereOneCallIsAskedFor() throws IOException {
        String broken =
                "{\"routed\": {\"decision\": {\"callId\": \"1\"}, \"inputs\": {}}}\n"
                        + "{\"record\": {\"forecast\": \"history-1\", \"inputs\": {\"windowEndSeconds\": 9}}}\n";
        Path file =
                Files.writeString(
                        folder.resolve("one.jsonl"), broken + Files.readString(DECISIONS));
        assertThat(run(file.toString(), "en")).isEqualTo(2);

        assertThat(run(file.toString(), "en", "", "254138")).isZero();

        assertThat(text(out)).contains("Call 254138");
    }

    private int run(String... arguments) {
        return new ReplayCommand(stream(out), stream(err)).run(List.of(arguments));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
