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
import java.util.List;
import java.util.function.Consumer;

/** The gateway and the services that screens of the apps ask most. Nobody decides calls here, so they go to general dispatch. */
final class AppStand implements AutoCloseable {

    private static final List<String> SERVICES = List.of("driver", "work", "call", "gateway");

    private static final Instant EVENING = Instant.parse("2026-11-20T12:30:00Z"); // 21:30 in Seoul

    private final StandFolder folder;
    private final Stand stand;
    private ServiceClients services;

    AppStand(Path root, Consumer<String> progress) {
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
                                JvmProfile.AS_IN_PRODUCTION),
                        progress);
    }

    void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(stand::close, "stop"));
        stand.endLeftovers();
        folder.clear();
        stand.start();
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

    /** A token for an operator. */
    String operator() {
        return stand.issuer().mint("load-tests", "operator");
    }

    ProcessHandle gateway() {
        return ProcessHandle.of(stand.pids().get(ServiceSpec.GATEWAY.name())).orElseThrow();
    }

    void request(String callId) {
        services.calls()
                .request(
                        RequestRequest.newBuilder()
                                .setRequestId("request-" + callId)
                                .setCallId(callId)
                                .setProduct(Product.PRODUCT_DRIVER)
                                .setCustomerId("customer-" + callId)
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
