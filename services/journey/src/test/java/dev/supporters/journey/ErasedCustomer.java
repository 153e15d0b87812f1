package dev.supporters.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.EraseCustomerRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.settlement.v1.Statement;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;

import io.grpc.StatusRuntimeException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.core.ConditionTimeoutException;
import org.bson.RawBsonDocument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A customer on the stand of a night that is over: cancels a call, is driven home with another one, whose events become dead letters, too,
 * and is erased. Then she is looked for in every record of every topic, every document of every database, and every log. What the legacy
 * system keeps is its owner's.
 */
final class ErasedCustomer implements Interference {

    private static final String CUSTOMER = "9355501774";
    private static final String NAME = "나지워";
    private static final String ORIGIN = "은하빌라 3동";
    private static final String DESTINATION = "별똥별타워";
    private static final List<String> TRACES = List.of(CUSTOMER, NAME, ORIGIN, DESTINATION);

    /** The first of her calls; the ids have nothing of the customer's number. */
    private static final long FIRST_CALL = 200_000_000_000_774_001L;

    private static final Set<String> OTHERS =
            Set.of("supporters_legacy", "admin", "local", "config");

    /** What follows the erasure by a topic has followed by then. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Stand stand;
    private StandFolder folder;
    private Night night;
    private long ordered;
    private Optional<String> failure = Optional.of("it was not played");
    private Set<String> before = Set.of();
    private Set<String> after = Set.of("not looked for");
    private final Set<String> topics = new TreeSet<>();
    private int letters;
    private Call driven = Call.getDefaultInstance();
    private Call left = Call.getDefaultInstance();
    private Statement paidBefore = Statement.getDefaultInstance();
    private Statement paidAfter = Statement.getDefaultInstance();
    private boolean ledgerIsAsItsEvents;

    /** Why it could not be played to its end; empty if it could. */
    Optional<String> failure() {
        return failure;
    }

    /** Where there was something of the customer before the erasure. */
    Set<String> before() {
        return before;
    }

    /** Where there still is, after a minute at most. */
    Set<String> after() {
        return after;
    }

    /** The topics that were looked through. */
    Set<String> topics() {
        return topics;
    }

    /** How many events of the call that was driven are dead letters. */
    int letters() {
        return letters;
    }

    /** The call that was driven, before the erasure. */
    Call driven() {
        return driven;
    }

    /** The same call after it. */
    Call left() {
        return left;
    }

    /** The statement of the driver, before the erasure. */
    Statement paidBefore() {
        return paidBefore;
    }

    /** The same statement after it. */
    Statement paidAfter() {
        return paidAfter;
    }

    /** Whether the ledger, calculated again from the archived events after the erasure, is the same. */
    boolean ledgerIsAsItsEvents() {
        return ledgerIsAsItsEvents;
    }

    @Override
    public StandConfig prepare(StandConfig usual) {
        folder = usual.folder();
        return usual;
    }

    @Override
    public void during(Stand played, Night over) {
        stand = played;
        night = over;
    }

    @Override
    public void reported(NightReport report) {
        try (ServiceClients services = new ServiceClients(stand);
                DriveHome drive = new DriveHome(stand, services)) {
            play(services, drive);
            failure = Optional.empty();
        } catch (ConditionTimeoutException | StatusRuntimeException e) {
            failure = Optional.of(e.toString());
        }
    }

    private void play(ServiceClients services, DriveHome drive) {
        RequestRequest cancelled = nextOrder();
        var _ = DriveHome.eventually(() -> services.calls().request(cancelled));
        drive.cancel(cancelled.getCallId());
        String businessDate = drive.begin(night);
        String callId = drive.order(this::nextOrder);
        drive.drive(callId);
        driven = drive.call(callId);
        paidBefore = drive.end(businessDate);
        letters = PutAsideEvents.put(stand, callId);
        before = places();
        erase(services);
        long end = System.nanoTime() + LONGEST.toNanos();
        after = places();
        while (!after.isEmpty() && System.nanoTime() < end) {
            after = places();
        }
        left = drive.call(callId);
        paidAfter = drive.statement(businessDate);
        ledgerIsAsItsEvents = drive.ledgerIsAsItsEvents(businessDate);
    }

    private RequestRequest nextOrder() {
        String callId = String.valueOf(FIRST_CALL + ordered);
        ordered++;
        return RequestRequest.newBuilder()
                .setRequestId("order-" + callId)
                .setCallId(callId)
                .setProduct(Product.PRODUCT_DRIVER)
                .setCustomerId(CUSTOMER)
                .setCustomerName(NAME)
                .setOrigin(place(DriveHome.LAT, DriveHome.LNG, ORIGIN))
                .setDestination(place(DriveHome.LAT - .0165, DriveHome.LNG + .0125, DESTINATION))
                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                .setDistanceMeters(2_400)
                .build();
    }

    private static Place place(double lat, double lng, String poi) {
        return Place.newBuilder()
                .setLat(JsonNodes.decimal(lat))
                .setLng(JsonNodes.decimal(lng))
                .setPoi(poi)
                .build();
    }

    /** Refused until all that others must be told of her calls is told. */
    private static void erase(ServiceClients services) {
        var _ =
                DriveHome.eventually(() ->
                        services.calls()
                                .eraseCustomer(
                                        EraseCustomerRequest.newBuilder()
                                                .setRequestId("erased-erasure")
                                                .setCustomerId(CUSTOMER)
                                                .setActor("journey")
                                                .setReason("asked for it")
                                                .build()));
    }

    private Set<String> places() {
        Set<String> places = new TreeSet<>();
        WholeTopics.read(
                stand, topic -> !topic.startsWith("__"), record -> addRecord(places, record));
        addDocuments(places);
        addLogs(places);
        return places;
    }

    private void addRecord(Collection<String> places, ConsumerRecord<byte[], byte[]> record) {
        String place = "topic " + record.topic();
        topics.add(record.topic());
        add(places, place, record.key());
        add(places, place, record.value());
        for (Header header : record.headers()) {
            add(places, place, header.value());
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
