package dev.supporters.load.screens;

import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.RequestRequest;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Place;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.stand.JvmProfile;
import dev.supporters.stand.ServiceClients;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.SpanExport;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;
import dev.supporters.stand.StandPorts;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Gateways and the services that screens of the apps ask most. Nobody decides calls here, so they go to general dispatch. */
final class AppStand implements AutoCloseable {

    private static final List<String> SERVICES = List.of("driver", "work", "call", "gateway");

    /** In MiB: what a pod of the chart's production example has for it. */
    private static final int HEAP_OF_A_GATEWAY = 460;

    private static final Instant EVENING = Instant.parse("2026-11-20T12:30:00Z"); // 21:30 in Seoul

    private final StandFolder folder;
    private final Stand stand;
    private final int gateways;
    private final List<ServiceSpec> moreGateways = new ArrayList<>();
    private ServiceClients services;

    /** With one gateway, as it usually is. */
    AppStand(Path root, Consumer<String> progress) {
        this(root, 1, Map.of(), progress);
    }

    /**
     * Not started.
     *
     * @param gateways how many processes of the gateway there are
     * @param settings of each of them, as environment variables
     */
    AppStand(Path root, int gateways, Map<String, String> settings, Consumer<String> progress) {
        this.gateways = gateways;
        folder = new StandFolder(root.resolve("target/load-tests"));
        stand =
                new Stand(
                        new StandConfig(
                                        root,
                                        folder,
                                        StandPorts.free(),
                                        1,
                                        EVENING,
                                        EVENING.plus(Duration.ofHours(8)),
                                        SERVICES,
                                        List.of(),
                                        new SpanExport.Nowhere(),
                                        JvmProfile.AS_IN_PRODUCTION)
                                .with(ServiceSpec.GATEWAY, settings)
                                .withHeap(ServiceSpec.GATEWAY, HEAP_OF_A_GATEWAY),
                        progress);
    }

    void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(stand::close, "stop"));
        stand.endLeftovers();
        folder.clear();
        stand.start();
        for (int number = 2; number <= gateways; number++) {
            ServiceSpec another = stand.startAnother(ServiceSpec.GATEWAY, number);
            stand.awaitReady(another);
            moreGateways.add(another);
        }
        stand.startClock();
        services = new ServiceClients(stand);
    }

    ServiceClients services() {
        return services;
    }

    /** Where the gateway is. */
    String url() {
        return stand.url(ServiceSpec.GATEWAY);
    }

    /** Where all gateways are. */
    List<String> urls() {
        return Stream.concat(
                        Stream.of(url()),
                        moreGateways.stream().map(another -> "http://127.0.0.1:" + another.port()))
                .toList();
    }

    /** A token for the customer of a call. */
    String customer(String callId) {
        return stand.issuer().mint(customerOf(callId), "customer");
    }

    /** A token for an operator. */
    String operator() {
        return stand.issuer().mint("load-tests", "operator");
    }

    /** The processes of all gateways. */
    List<ProcessHandle> gateways() {
        Map<String, Long> pids = stand.pids();
        return Stream.concat(Stream.of(ServiceSpec.GATEWAY), moreGateways.stream())
                .map(gateway -> ProcessHandle.of(pids.get(gateway.name())).orElseThrow())
                .toList();
    }

    void request(String callId) {
        services.calls()
                .request(
                        RequestRequest.newBuilder()
                                .setRequestId("request-" + callId)
                                .setCallId(callId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setCustomerId(customerOf(callId))
                                .setOrigin(place("37.3943", "127.1105"))
                                .setDestination(place("37.5172", "127.0473"))
                                .setFare(Money.newBuilder().setAmount(18_000).setCurrency("KRW"))
                                .setDistanceMeters(17_600)
                                .build());
    }

    void cancel(String callId) {
        services.calls()
                .cancel(
                        CancelRequest.newBuilder()
                                .setRequestId("cancel-" + callId)
                                .setCallId(callId)
                                .build());
    }

    private static String customerOf(String callId) {
        return "customer-" + callId;
    }

    private static Place place(String lat, String lng) {
        return Place.newBuilder().setLat(lat).setLng(lng).build();
    }

    @Override
    public void close() {
        if (services != null) {
            services.close();
        }
        stand.close();
    }
}
