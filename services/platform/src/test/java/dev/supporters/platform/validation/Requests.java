package dev.supporters.platform.validation;

import com.google.protobuf.Descriptors.Descriptor;

import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.remote.v1.RemotePartServiceGrpc;
import dev.supporters.proto.routing.v1.RoutingServiceGrpc;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;

import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;

import java.util.List;

/** All services of the registry, and all messages that are sent to them. */
final class Requests {

    static final List<ServiceDescriptor> SERVICES =
            List.of(
                    ActivityServiceGrpc.getServiceDescriptor(),
                    CallServiceGrpc.getServiceDescriptor(),
                    CommanderServiceGrpc.getServiceDescriptor(),
                    DriverServiceGrpc.getServiceDescriptor(),
                    InsightServiceGrpc.getServiceDescriptor(),
                    MlGatewayServiceGrpc.getServiceDescriptor(),
                    MoveServiceGrpc.getServiceDescriptor(),
                    PolicyServiceGrpc.getServiceDescriptor(),
                    RemotePartServiceGrpc.getServiceDescriptor(),
                    RoutingServiceGrpc.getServiceDescriptor(),
                    SettlementServiceGrpc.getServiceDescriptor(),
                    TaggingServiceGrpc.getServiceDescriptor(),
                    WorkServiceGrpc.getServiceDescriptor(),
                    ZoneServiceGrpc.getServiceDescriptor());

    private Requests() {}

    static List<Descriptor> types() {
        return SERVICES.stream()
                .flatMap(service -> service.getMethods().stream())
                .map(Requests::input)
                .toList();
    }

    private static Descriptor input(MethodDescriptor<?, ?> method) {
        return ((ProtoMethodDescriptorSupplier) method.getSchemaDescriptor())
                .getMethodDescriptor()
                .getInputType();
    }
}
