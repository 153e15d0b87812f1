package dev.supporters.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.EraseCustomerRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.RawBsonDocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A customer orders on the stand of a night that is over, is erased, and is looked for in every record of every topic, every document of
 * every database, and every log. What the legacy system keeps is its owner's.
 */
final class ErasedCustomer implements Interference {

    private static final String CUSTOMER = "9355501774";
    private static final String NAME = "나지워";
    private static final String ORIGIN = "은하빌라 3동";
    private static final String DESTINATION = "별똥별타워";
    private static final List<String> TRACES = List.of(CUSTOMER, NAME, ORIGIN, DESTINATION);

    /** Has nothing of the customer's number. */
    private static final String CALL = "200000000000774001";

    private static final Set<String> OTHERS =
            Set.of("supporters_legacy", "admin", "local", "config");
    private static final Duration POLL = Duration.ofMillis(200);

    /** What follows the erasure by a topic has followed by then. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Stand stand;
    private StandFolder folder;
    private Set<String> before = Set.of();
    private Set<String> after = Set.of("not looked for");

    /** Where there was something of the customer before the erasure. */
    Set<String> before() {
        return before;
    }

    /** Where there still is, after a minute at most. */
    Set<String> after() {
        return after;
    }

    @Override
    public StandConfig prepare(StandConfig usual) {
        folder = usual.folder();
        return usual;
    }

    @Override
    public void during(Stand played, Night night) {
        stand = played;
    }

    @Override
    public void reported(NightReport report) {
        try (ServiceClients services = new ServiceClients(stand)) {
            order(services);
            before = places();
            erase(services);
            long end = System.nanoTime() + LONGEST.toNanos();
            after = places();
            while (!after.isEmpty() && System.nanoTime() < end) {
                after = places();
            }
        }
    }

    private static void order(ServiceClients services) {
        var _ =
                services.calls()
                        .request(
                                RequestRequest.newBuilder()
                                        .setRequestId("erased-request")
                                        .setCallId(CALL)
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setCustomerId(CUSTOMER)
                                        .setCustomerName(NAME)
                                        .setOrigin(place("37.5007", "127.0365", ORIGIN))
                                        .setDestination(place("37.4837", "127.0324", DESTINATION))
                                        .setFare(
                                                Money.newBuilder()
                                                        .setAmount(18_000)
                                                        .setCurrency("KRW"))
                                        .setDistanceMeters(2_400)
                                        .build());
        var _ =
                services.calls()
                        .cancel(
                                CancelRequest.newBuilder()
                                        .setRequestId("erased-cancel")
                                        .setCallId(CALL)
                                        .build());
    }

    private static Place place(String lat, String lng, String poi) {
        return Place.newBuilder().setLat(lat).setLng(lng).setPoi(poi).build();
    }

    private static void erase(ServiceClients services) {
        var _ =
                services.calls()
                        .eraseCustomer(
                                EraseCustomerRequest.newBuilder()
                                        .setRequestId("erased-erasure")
                                        .setCustomerId(CUSTOMER)
                                        .setActor("journey")
                                        .setReason("asked for it")
                                        .build());
    }

    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        addTopics(places);
        addDocuments(places);
        addLogs(places);
        return places;
    }

    private void addTopics(Collection<String> places) {
        Map<String, Object> config =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stand.brokers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.listTopics().values().stream()
                            .flatMap(Collection::stream)
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .filter(partition -> !partition.topic().startsWith("__"))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    for (byte[] bytes : Arrays.asList(record.key(), record.value())) {
                        add(places, "topic " + record.topic(), bytes);
                    }
                }
            }
        }
    }

    private void addDocuments(Collection<String> places) {
        try (MongoClient store =
                MongoClients.create("mongodb://127.0.0.1:" + stand.ports().store())) {
            for (String name : store.listDatabaseNames()) {
                if (OTHERS.contains(name)) {
                    continue;
                }
                var database = store.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    for (RawBsonDocument document :
                            database.getCollection(collection, RawBsonDocument.class).find()) {
                        ByteBuffer bytes = document.getByteBuffer().asNIO();
                        byte[] content = new byte[bytes.remaining()];
                        bytes.get(content);
                        add(places, "collection " + name + "." + collection, content);
                    }
                }
            }
        }
    }

    private void addLogs(Collection<String> places) {
        try {
            for (ServiceSpec service : ServiceSpec.ALL) {
                Path log = folder.log(service.name());
                if (Files.exists(log)) {
                    add(places, "log of " + service.name(), Files.readAllBytes(log));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the logs cannot be read", e);
        }
    }

    private static void add(Collection<String> places, String place, byte[] content) {
        if (content == null) {
            return;
        }
        String text = new String(content, UTF_8);
        for (String trace : TRACES) {
            if (text.contains(trace)) {
                places.add(place + ": " + trace);
            }
        }
    }
}
