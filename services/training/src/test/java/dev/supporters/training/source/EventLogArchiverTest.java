package dev.supporters.training.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.embedded.EmbeddedBroker;
import dev.supporters.embedded.FreePorts;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.call.v1.CallRequested;
import dev.supporters.proto.events.routing.v1.CallRouted;
import dev.supporters.proto.events.routing.v1.PoolSolved;
import dev.supporters.proto.events.routing.v1.RoutingEvent;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class EventLogArchiverTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @TempDir private Path brokers;
    @TempDir private Path folder;

    @Test
    void writesAFileForEachNightAndKeepsWhatWasInIt() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(brokers, 0)) {
            // Given calls of two nights, and a record that is none of ours
            broker.createTopics(
                    List.of(EventArchive.CALLS, EventArchive.ACTIVITY, EventArchive.ROUTING),
                    2,
                    List.of());
            Files.writeString(folder.resolve("2026-11-20.events"), "supporters.calls.v1 {}\n");
            send(
                    broker,
                    EventArchive.CALLS,
                    requested("1", "2026-11-20T12:30:00Z"),
                    requested("2", "2026-11-20T15:30:00Z"),
                    requested("3", "2026-11-21T12:30:00Z"),
                    "no event".getBytes(StandardCharsets.UTF_8));
            var archiver =
                    new EventLogArchiver(
                            Map.of("bootstrap.servers", broker.bootstrapServers()), SEOUL);

            // When
            EventLogArchiver.Archived first = archiver.archive(folder);
            EventLogArchiver.Archived again = archiver.archive(folder);

            // Then
            assertThat(first).isEqualTo(new EventLogArchiver.Archived(2, 3, 1));
            assertThat(again).isEqualTo(first);
            assertThat(Files.readAllLines(folder.resolve("2026-11-20.events")))
                    .hasSize(3)
                    .startsWith("supporters.calls.v1 {}");
            TrainingNight night =
                    new NightFiles("seoul", SEOUL).read(folder.resolve("2026-11-21.events"));
            assertThat(night.businessDate()).isEqualTo(LocalDate.parse("2026-11-21"));
            assertThat(night.calls()).hasSize(1);
        }
    }

    @Test
    void aChoiceForHeldCallsBelongsToItsNight() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(brokers, 0)) {
            // Given
            broker.createTopics(List.of(EventArchive.ROUTING), 1, List.of());
            RoutingEvent pool =
                    RoutingEvent.newBuilder()
                            .setPool(
                                    PoolSolved.newBuilder()
                                            .setEventTime(
                                                    Timestamps.of(
                                                            Instant.parse("2026-11-20T15:30:00Z"))))
                            .build();
            send(broker, EventArchive.ROUTING, pool.toByteArray());
            var archiver =
                    new EventLogArchiver(
                            Map.of("bootstrap.servers", broker.bootstrapServers()), SEOUL);

            // When
            var _ = archiver.archive(folder);

            // Then
            assertThat(folder.resolve("2026-11-20.events")).exists();
            assertThat(folder).isDirectoryNotContaining("glob:**/1969*");
        }
    }

    @Test
    void noLineNamesACustomerOrHerPlaceAlsoOfEventsOfEarlierVersions() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(brokers, 0)) {
            // Given
            broker.createTopics(
                    List.of(EventArchive.CALLS, EventArchive.ACTIVITY, EventArchive.ROUTING),
                    1,
                    List.of());
            Instant time = Instant.parse("2026-11-20T12:30:00Z");
            Place home =
                    Place.newBuilder()
                            .setLat("37.5")
                            .setLng("127.0")
                            .setPoi("her house")
                            .setAddress("her street")
                            .build();
            send(
                    broker,
                    EventArchive.CALLS,
                    CallEvent.newBuilder()
                            .setCallId("1")
                            .setCustomerId("customer-1")
                            .setEventTime(Timestamps.of(time))
                            .setRequested(CallRequested.newBuilder().setOrigin(home))
                            .build()
                            .toByteArray());
            send(
                    broker,
                    EventArchive.ACTIVITY,
                    ActivityEvent.newBuilder()
                            .setEventTime(Timestamps.of(time))
                            .setCommanded(CallCommanded.newBuilder().setOrigin(home))
                            .build()
                            .toByteArray());
            send(
                    broker,
                    EventArchive.ROUTING,
                    RoutingEvent.newBuilder()
                            .setRouted(
                                    CallRouted.newBuilder()
                                            .setEventTime(Timestamps.of(time))
                                            .setOrigin(home))
                            .build()
                            .toByteArray());
            var archiver =
                    new EventLogArchiver(
                            Map.of("bootstrap.servers", broker.bootstrapServers()), SEOUL);

            // When
            var _ = archiver.archive(folder);

            // Then
            assertThat(Files.readAllLines(folder.resolve("2026-11-20.events")))
                    .hasSize(3)
                    .allMatch(line -> line.contains("37.5"))
                    .noneMatch(line -> line.contains("customer-1"))
                    .noneMatch(line -> line.contains("her "));
        }
    }

    @Test
    void saysThatNobodyAnswers() throws IOException {
        var archiver =
                new EventLogArchiver(
                        Map.of(
                                "bootstrap.servers",
                                "127.0.0.1:" + FreePorts.take(),
                                "default.api.timeout.ms",
                                "500",
                                "request.timeout.ms",
                                "400"),
                        SEOUL);

        assertThatThrownBy(() -> archiver.archive(folder))
                .isInstanceOf(InvalidNightException.class)
                .hasMessageStartingWith("event log: ")
                .hasMessageEndingWith("(expected: brokers that answer)");
    }

    private static void send(EmbeddedBroker broker, String topic, byte[]... values) {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", (Object) broker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (byte[] value : values) {
                var _ = producer.send(new ProducerRecord<>(topic, value));
            }
        }
    }

    private static byte[] requested(String callId, String time) {
        return CallEvent.newBuilder()
                .setCallId(callId)
                .setEventTime(Timestamps.of(Instant.parse(time)))
                .setRequested(
                        CallRequested.newBuilder()
                                .setOrigin(Place.newBuilder().setLat("37.5").setLng("127.0")))
                .build()
                .toByteArray();
    }
}
