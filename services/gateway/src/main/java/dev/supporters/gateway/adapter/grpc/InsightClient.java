package dev.supporters.gateway.adapter.grpc;

import dev.supporters.contract.CallId;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.insight.v1.DecisionRequest;
import dev.supporters.proto.insight.v1.DecisionResponse;
import dev.supporters.proto.insight.v1.DryRunPolicyRequest;
import dev.supporters.proto.insight.v1.DryRunPolicyResponse;
import dev.supporters.proto.insight.v1.InsightServiceGrpc.InsightServiceBlockingStub;
import dev.supporters.proto.insight.v1.KpisRequest;
import dev.supporters.proto.insight.v1.KpisResponse;
import dev.supporters.proto.insight.v1.NightMomentRequest;
import dev.supporters.proto.insight.v1.NightMomentResponse;
import dev.supporters.proto.insight.v1.PlanSwitchbackRequest;
import dev.supporters.proto.insight.v1.ReadSwitchbackRequest;
import dev.supporters.proto.insight.v1.ReadSwitchbackResponse;
import dev.supporters.proto.insight.v1.SwitchbackInterval;

import io.quarkus.grpc.GrpcClient;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;

/** The service `insight`. */
@ApplicationScoped
public class InsightClient {

    private static final String REMOTE = "insight";

    /** Plays nights, which takes long: it has a deadline and places of its own. */
    public static final String DRY_RUN = "insight-dry-run";

    private final ServiceInvoker invoker;
    private final InsightServiceBlockingStub stub;

    InsightClient(ServiceInvoker invoker, @GrpcClient("insight") InsightServiceBlockingStub stub) {
        this.invoker = invoker;
        this.stub = stub;
    }

    /**
     * The figures of a night.
     *
     * @param region empty for all regions
     */
    public KpisResponse kpis(LocalDate businessDate, Product product, String region) {
        KpisRequest request =
                KpisRequest.newBuilder()
                        .setBusinessDate(businessDate.toString())
                        .setProduct(product)
                        .setRegion(region)
                        .build();
        return invoker.call(REMOTE, request, stub::kpis);
    }

    /** The intervals of a night, in their order. */
    public List<SwitchbackInterval> plan(PlanSwitchbackRequest request) {
        return invoker.call(REMOTE, request, stub::planSwitchback).getIntervalsList();
    }

    public ReadSwitchbackResponse read(ReadSwitchbackRequest request) {
        return invoker.call(REMOTE, request, stub::readSwitchback);
    }

    public NightMomentResponse moment(NightMomentRequest request) {
        return invoker.call(REMOTE, request, stub::nightMoment);
    }

    public DryRunPolicyResponse dryRun(DryRunPolicyRequest request) {
        return invoker.call(DRY_RUN, request, stub::dryRunPolicy);
    }

    public DecisionResponse decision(CallId callId) {
        DecisionRequest request = DecisionRequest.newBuilder().setCallId(callId.value()).build();
        return invoker.call(REMOTE, request, stub::decision);
    }
}
