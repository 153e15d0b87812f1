package dev.supporters.gateway.adapter.transcoding;

import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;

import io.grpc.ServiceDescriptor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All methods of all services that the gateway calls. */
final class GrpcMethods {

    private static final Map<String, ServiceDescriptor> SERVICES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("activity", ActivityServiceGrpc.getServiceDescriptor()),
                            Map.entry("call", CallServiceGrpc.getServiceDescriptor()),
                            Map.entry("commander", CommanderServiceGrpc.getServiceDescriptor()),
                            Map.entry("driver", DriverServiceGrpc.getServiceDescriptor()),
                            Map.entry("insight", InsightServiceGrpc.getServiceDescriptor()),
                            Map.entry("mlgateway", MlGatewayServiceGrpc.getServiceDescriptor()),
                            Map.entry("move", MoveServiceGrpc.getServiceDescriptor()),
                            Map.entry("policy", PolicyServiceGrpc.getServiceDescriptor()),
                            Map.entry("routing", RoutingServiceGrpc.getServiceDescriptor()),
                            Map.entry("settlement", SettlementServiceGrpc.getServiceDescriptor()),
                            Map.entry("tagging", TaggingServiceGrpc.getServiceDescriptor()),
                            Map.entry("work", WorkServiceGrpc.getServiceDescriptor()),
                            Map.entry("zone", ZoneServiceGrpc.getServiceDescriptor())));

    /** By service, in the order of its proto. */
    static final List<GrpcMethod> ALL =
            SERVICES.entrySet().stream()
                    .flatMap(service ->
                            service.getValue().getMethods().stream()
                                    .map(method -> GrpcMethod.of(service.getKey(), method)))
                    .toList();

    private GrpcMethods() {}

    /**
     * The method of a name.
     *
     * @param fullName as gRPC names it, like {@code supporters.work.v1.WorkService/Begin}
     */
    static Optional<GrpcMethod> find(String fullName) {
        return ALL.stream().filter(method -> method.fullName().equals(fullName)).findFirst();
    }
}
