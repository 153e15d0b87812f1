package dev.supporters.local;

import dev.supporters.contract.PolicyDefaults;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.platform.time.GrowingPause;
import dev.supporters.player.NightSeed;
import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.driver.v1.Driver;
import dev.supporters.proto.events.move.v1.MoveSignalEvent;
import dev.supporters.proto.events.move.v1.MoveSignalled;
import dev.supporters.proto.move.v1.GetActiveRequest;
import dev.supporters.proto.policy.v1.PutRequest;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.stand.ServiceClients;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The call and the driver of the README's query: a region of their own around a station, a driver at work there all day, a move for
 * that driver that a pipeline signalled, and a call. All through the services' own APIs; putting it again changes nothing.
 */
public final class DemoData {

    public static final String DRIVER_ID = "1004550";

    /** A driver who has not begun, so that one may try to. */
    public static final String IDLE_DRIVER_ID = "1004551";

    public static final String CALL_ID = "254137";

    private static final String REGION = "pangyo-demo";
    static final String LAT = "37.39433886412452";
    static final String LNG = "127.1105739023173";
    static final double HALF_SIDE = 0.0001;

    /** Long enough to go from the customer's window to the driver's. */
    private static final Duration VETO = Duration.ofSeconds(20);

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    /** What may be otherwise once a fact has arrived, or a service has started. All else stays wrong however often it is tried. */
    private static final Set<Status.Code> PASSING =
            Set.of(
                    Status.Code.UNAVAILABLE,
                    Status.Code.DEADLINE_EXCEEDED,
                    Status.Code.RESOURCE_EXHAUSTED,
                    Status.Code.ABORTED,
                    Status.Code.NOT_FOUND,
                    Status.Code.FAILED_PRECONDITION);

    private final ServiceClients services;
    private final String brokers;

    public DemoData(ServiceClients services, String brokers) {
        this.services = services;
        this.brokers = brokers;
    }

    public void put(Instant now) {
        putPolicy();
        putDriver(DRIVER_ID, "데모 기사");
        putDriver(IDLE_DRIVER_ID, "쉬는 데모 기사");
        beginWork();
        signalMove(now);
        requestCall();
    }

    private void putPolicy() {
        var _ =
                retried(() ->
                        services.policies()
                                .put(
                                        PutRequest.newBuilder()
                                                .setRequestId("local-policy-" + REGION)
                                                .setExpectedVersion(-1)
                                                .setActor("local")
                                                .setPolicy(
                                                        PolicyDefaults.policy()
                                                                .setProduct(Product.PRODUCT_DRIVER)
                                                                .setRegion(REGION)
                                                                .setBounds(
                                                                        Box.newBuilder()
                                                                                .setSouthWest(
                                                                                        corner(
                                                                                                -HALF_SIDE))
                                                                                .setNorthEast(
                                                                                        corner(
                                                                                                HALF_SIDE)))
                                                                .setWindowBegin("12:00")
                                                                .setWindowLength(
                                                                        Timestamps.of(
                                                                                Duration.ofHours(
                                                                                        24)))
                                                                .setRolloutPercent(0)
                                                                .setVeto(Timestamps.of(VETO))
                                                                .setMaxPickup(
                                                                        Timestamps.of(
                                                                                Duration.ofMinutes(
                                                                                        20)))
                                                                .setMaxCandidates(32)
                                                                .setUnreachableAfter(
                                                                        Timestamps.of(
                                                                                Duration.ofHours(
                                                                                        24))))
                                                .build()));
    }

    private void putDriver(String driverId, String name) {
        var _ =
                retried(() ->
                        services.drivers()
                                .put(
                                        dev.supporters.proto.driver.v1.PutRequest.newBuilder()
                                                .setRequestId("local-driver-" + driverId)
                                                .setDriver(
                                                        Driver.newBuilder()
                                                                .setDriverId(driverId)
                                                                .setName(name)
                                                                .addMemberships(
                                                                        NightSeed.member(REGION)))
                                                .build()));
    }

    private void beginWork() {
        var _ =
                retried(() ->
                        services.works()
                                .begin(
                                        BeginRequest.newBuilder()
                                                .setRequestId("local-work-" + DRIVER_ID)
                                                .setDriverId(DRIVER_ID)
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setLocation(corner(0))
                                                .setAppPlatform(AppPlatform.APP_PLATFORM_ANDROID)
                                                .setAppVersion("5.2.0")
                                                .build()));
    }

    private void signalMove(Instant now) {
        MoveSignalEvent signal =
                MoveSignalEvent.newBuilder()
                        .setSignalled(
                                MoveSignalled.newBuilder()
                                        .setMoveId("local-move-" + DRIVER_ID)
                                        .setDriverId(DRIVER_ID)
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .setDestination(
                                                Place.newBuilder()
                                                        .setLat("37.3948")
                                                        .setLng("127.1112")
                                                        .setPoi("판교역 신분당선 3번출구"))
                                        .setExpireTime(
                                                Timestamps.of(now.plus(Duration.ofHours(20))))
                                        .setModel("demo@1"))
                        .build();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            var record =
                    new ProducerRecord<>(
                            Topics.MOVE_SIGNALS,
                            null,
                            now.toEpochMilli(),
                            DRIVER_ID,
                            signal.toByteArray());
            record.headers()
                    .add("ce_id", ("local-move-" + DRIVER_ID).getBytes(StandardCharsets.UTF_8));
            producer.send(record);
        }
        var _ =
                retried(() -> {
                    var answer =
                            services.moves()
                                    .getActive(
                                            GetActiveRequest.newBuilder()
                                                    .setDriverId(DRIVER_ID)
                                                    .setProduct(Product.PRODUCT_DRIVER)
                                                    .build());
                    if (!answer.hasMove()) {
                        throw Status.NOT_FOUND
                                .withDescription("the demo driver's move is not there")
                                .asRuntimeException();
                    }
                    return answer;
                });
    }

    private void requestCall() {
        Place origin = Place.newBuilder().setLat(LAT).setLng(LNG).setPoi("판교역").build();
        var _ =
                retried(() ->
                        services.calls()
                                .request(
                                        RequestRequest.newBuilder()
                                                .setRequestId("local-call-" + CALL_ID)
                                                .setCallId(CALL_ID)
                                                .setProduct(Product.PRODUCT_DRIVER)
                                                .setCustomerId("254")
                                                .setCustomerName("데모 손님")
                                                .setOrigin(origin)
                                                .setDestination(
                                                        Place.newBuilder()
                                                                .setLat("37.5172")
                                                                .setLng("127.0473")
                                                                .setPoi("강남구청"))
                                                .setFare(won(18_000))
                                                .setDistanceMeters(17_600)
                                                .build()));
        var _ =
                retried(() ->
                        services.calls()
                                .cancel(
                                        CancelRequest.newBuilder()
                                                .setRequestId("local-cancel-" + CALL_ID)
                                                .setCallId(CALL_ID)
                                                .build()));
    }

    /** Tries again what depends on facts that are still on their way from one service to another. */
    private static <T> T retried(Supplier<T> attempt) {
        long end = System.nanoTime() + LONGEST_RETRY.toNanos();
        GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
        while (true) {
            try {
                return attempt.get();
            } catch (StatusRuntimeException e) {
                if (!passing(e) || System.nanoTime() > end) {
                    throw e;
                }
            }
            try {
                Thread.sleep(pause.next());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    static boolean passing(StatusRuntimeException failure) {
        return PASSING.contains(failure.getStatus().getCode());
    }

    private static Money won(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
    }

    private static Point corner(double offset) {
        return Point.newBuilder()
                .setLat(Double.parseDouble(LAT) + offset)
                .setLng(Double.parseDouble(LNG) + offset)
                .build();
    }
}
