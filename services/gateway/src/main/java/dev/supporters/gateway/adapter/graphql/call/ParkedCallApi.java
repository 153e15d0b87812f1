package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.gateway.GatewayConfig;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.call.CallInputs.ReleaseCallInput;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.CallPayload;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.ParkedCallPage;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.ListParkedRequest;
import dev.supporters.proto.call.v1.ListParkedResponse;
import dev.supporters.proto.call.v1.ReleaseRequest;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Calls that need an operator. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ParkedCallApi {

    private final PrincipalProvider principals;
    private final GrpcCallClient calls;
    private final GatewayConfig config;

    ParkedCallApi(PrincipalProvider principals, GrpcCallClient calls, GatewayConfig config) {
        this.principals = principals;
        this.calls = calls;
        this.config = config;
    }

    @NonNull
    @Query("parkedCalls")
    @Description(
            "Calls that the legacy system or commander did not take, so that they lie until they are released. For operators.")
    public ParkedCallPage parkedCalls(
            @Description(SchemaDescriptions.FIRST) Integer first,
            @Description(SchemaDescriptions.AFTER) String after) {
        principals.operator();
        ListParkedRequest request =
                ListParkedRequest.newBuilder()
                        .setPageSize(InputChecks.pageSize(first, config.pageSize()))
                        .setPageToken(ProtoMapper.orEmpty(after))
                        .build();
        ListParkedResponse response = calls.parked(request);
        return new ParkedCallPage(
                response.getCallsList().stream().map(CallSchemaMapper::parked).toList(),
                ProtoMapper.pageInfo(response.getNextPageToken()));
    }

    @NonNull
    @Mutation("releaseCall")
    @Description("Tells again what was given up about a call. For operators.")
    public CallPayload releaseCall(@NonNull @Description("Which call.") ReleaseCallInput input) {
        Principal operator = principals.operator();
        ReleaseRequest request =
                ReleaseRequest.newBuilder()
                        .setRequestId(
                                IdempotencyKeys.of(
                                        "releaseCall", operator, input.clientMutationId()))
                        .setCallId(InputChecks.callId(input.callId(), "callId").value())
                        .build();
        Call call = calls.release(request);
        return new CallPayload(input.clientMutationId(), CallSchemaMapper.view(call, operator));
    }
}
