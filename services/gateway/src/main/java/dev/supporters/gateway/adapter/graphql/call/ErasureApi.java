package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.call.CallInputs.EraseCustomerInput;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.EraseCustomerPayload;
import dev.supporters.gateway.adapter.grpc.GrpcCallClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.EraseCustomerRequest;
import dev.supporters.proto.call.v1.EraseCustomerResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Customers who want to be forgotten. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ErasureApi {

    private final PrincipalProvider principals;
    private final GrpcCallClient calls;

    ErasureApi(PrincipalProvider principals, GrpcCallClient calls) {
        this.principals = principals;
        this.calls = calls;
    }

    @NonNull
    @Mutation("eraseCustomer")
    @Description(
            "Erases a customer: her name, her id and the exact places of her calls. What she paid, and what drivers are paid, stays. Refused while she has a live call. For operators.")
    public EraseCustomerPayload eraseCustomer(
            @NonNull @Description("Whom, and why.") EraseCustomerInput input) {
        Principal operator = principals.operator();
        EraseCustomerRequest request =
                EraseCustomerRequest.newBuilder()
                        .setRequestId(
                                IdempotencyKeys.of(
                                        "eraseCustomer", operator, input.clientMutationId()))
                        .setCustomerId(input.userId())
                        .setActor(operator.id())
                        .setReason(input.reason())
                        .build();
        EraseCustomerResponse response = calls.erase(request);
        return new EraseCustomerPayload(
                input.clientMutationId(),
                response.getErasedCalls(),
                Timestamps.instant(response.getEraseTime()));
    }
}
