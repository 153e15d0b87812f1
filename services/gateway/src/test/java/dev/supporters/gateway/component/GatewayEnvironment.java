package dev.supporters.gateway.component;

import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.remote.v1.RemotePartServiceGrpc;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the gateway needs around it: the services, the legacy system, the issuer of tokens. */
public final class GatewayEnvironment implements QuarkusTestResourceLifecycleManager {

    /** How many reads of calls may be under way. */
    static final String CALL_READS = "20";

    static final String COMMANDER_READS = "20";

    /** How many websockets may not have said yet who they are. */
    static final int SOCKETS_WITHOUT_TOKEN = 20;

    /** The legacy system's second secret. */
    static final String OTHER_LEGACY_TOKEN = "other-legacy-token-of-tests";

    /** How often one driver may list open calls. */
    static final String LISTS = "30";

    private static final List<String> SERVICES =
            List.of(
                    "call",
                    "commander",
                    "driver",
                    "work",
                    "activity",
                    "move",
                    "settlement",
                    "policy",
                    "routing",
                    "tagging",
                    "zone",
                    "insight",
                    "mlgateway");

    private FakeServices services;
    private FakeLegacy legacy;
    private FakeIssuer issuer;
    private FakeMetrics metrics;

    @Override
    public Map<String, String> start() {
        services =
                new FakeServices(
                        List.of(
                                CallServiceGrpc.getServiceDescriptor(),
                                CommanderServiceGrpc.getServiceDescriptor(),
                                DriverServiceGrpc.getServiceDescriptor(),
                                WorkServiceGrpc.getServiceDescriptor(),
                                ActivityServiceGrpc.getServiceDescriptor(),
                                MoveServiceGrpc.getServiceDescriptor(),
                                SettlementServiceGrpc.getServiceDescriptor(),
                                PolicyServiceGrpc.getServiceDescriptor(),
                                TaggingServiceGrpc.getServiceDescriptor(),
                                ZoneServiceGrpc.getServiceDescriptor(),
                                InsightServiceGrpc.getServiceDescriptor(),
                                MlGatewayServiceGrpc.getServiceDescriptor(),
                                RemotePartServiceGrpc.getServiceDescriptor()));
        legacy = new FakeLegacy();
        issuer = new FakeIssuer();
        metrics = new FakeMetrics(SERVICES);
        Map<String, String> config = new HashMap<>(metrics.settings());
        config.put("supporters.gateway.metrics.pause", "1s");
        for (String service : SERVICES) {
            // in tests Quarkus sets a client's port itself; only this setting overrules it
            config.put(
                    "quarkus.grpc.clients." + service + ".test-port",
                    Integer.toString(services.port()));
            // tests let services fail on purpose, and run on busy machines
            config.put("supporters.remote." + service + ".breaker-volume", "1000");
            config.put("supporters.remote." + service + ".deadline", "10s");
        }
        for (String asking : List.of("call", "commander", "routing", "work")) {
            config.put("supporters.remote.remote-parts-" + asking + ".breaker-volume", "1000");
            config.put("supporters.remote.remote-parts-" + asking + ".deadline", "10s");
        }
        config.put("supporters.remote.call-reads.concurrency", CALL_READS);
        config.put("supporters.remote.call-reads.breaker-volume", "1000");
        config.put("supporters.remote.commander-reads.concurrency", COMMANDER_READS);
        config.put("supporters.remote.commander-reads.breaker-volume", "1000");
        config.put("supporters.gateway.socket-init-timeout", "8s");
        config.put(
                "supporters.gateway.sockets-without-token",
                Integer.toString(SOCKETS_WITHOUT_TOKEN));
        // each test has its own
        config.put("supporters.gateway.regions-kept-for", "0s");
        // all tests together are few persons
        config.put("supporters.gateway.operation-burst", "2000");
        config.put("supporters.gateway.list-call.burst", LISTS);
        config.put("supporters.gateway.subscriptions-per-person", "200");
        config.put("supporters.gateway.sockets-per-person", "2000");
        config.put("quarkus.http.cors.enabled", "true");
        config.put("quarkus.http.cors.origins", "https://console.test");
        config.put("supporters.gateway.console.people", "operator:op,driver:1004550");
        config.put("supporters.gateway.grpc-ui", "true");
        config.put("supporters.legacy.url", legacy.url());
        config.put("supporters.legacy.other-token", OTHER_LEGACY_TOKEN);
        config.put("supporters.remote.legacy.deadline", "10s");
        config.put("supporters.gateway.issuer", FakeIssuer.ISSUER);
        config.put("supporters.gateway.jwks", issuer.keysUrl());
        config.put("mp.jwt.verify.audiences", FakeIssuer.AUDIENCE);
        // its keys come without TLS
        config.put("supporters.gateway.tokens.development", "true");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(services, new TestInjector.MatchesType(FakeServices.class));
        injector.injectIntoFields(legacy, new TestInjector.MatchesType(FakeLegacy.class));
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(FakeIssuer.class));
        injector.injectIntoFields(metrics, new TestInjector.MatchesType(FakeMetrics.class));
    }

    @Override
    public void stop() {
        services.close();
        legacy.close();
        issuer.close();
        metrics.close();
    }
}
