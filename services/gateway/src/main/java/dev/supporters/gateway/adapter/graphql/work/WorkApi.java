package dev.supporters.gateway.adapter.graphql.work;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.access.IdempotencyKeys;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.common.SchemaDescriptions;
import dev.supporters.gateway.adapter.graphql.work.WorkInputs.BeginWorkInput;
import dev.supporters.gateway.adapter.graphql.work.WorkInputs.EndWorkByOperatorInput;
import dev.supporters.gateway.adapter.graphql.work.WorkInputs.WorkInput;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkPayload;
import dev.supporters.gateway.adapter.graphql.work.WorkTypes.WorkView;
import dev.supporters.gateway.adapter.grpc.WorkClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.proto.work.v1.Work;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Shifts: begun, interrupted, ended. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class WorkApi {

    private final PrincipalProvider principals;
    private final WorkClient workClient;

    WorkApi(PrincipalProvider principals, WorkClient workClient) {
        this.principals = principals;
        this.workClient = workClient;
    }

    @Query("workStatus")
    @Description("The newest shift of a driver; null when there never was one.")
    public WorkView workStatus(
            @NonNull @Description("The product.") Product product,
            @Id @Description(SchemaDescriptions.DRIVER) String driverId) {
        return workClient
                .status(
                        InputChecks.driverId(principals.get(), driverId),
                        ProtoMapper.product(product))
                .map(WorkSchemaMapper::view)
                .orElse(null);
    }

    @NonNull
    @Mutation("beginWork")
    @Description("Begins the shift of this business date.")
    public WorkPayload beginWork(
            @NonNull @Description("Where and with what.") BeginWorkInput input) {
        Work work = workClient.begin(WorkSchemaMapper.request(principals.get(), input));
        return new WorkPayload(input.clientMutationId(), WorkSchemaMapper.view(work));
    }

    @NonNull
    @Mutation("rest")
    @Description("Begins a rest.")
    public WorkPayload rest(@NonNull @Description("Whose shift.") WorkInput input) {
        return change("rest", input, workClient::rest);
    }

    @NonNull
    @Mutation("resume")
    @Description("Ends a rest.")
    public WorkPayload resume(@NonNull @Description("Whose shift.") WorkInput input) {
        return change("resume", input, workClient::resume);
    }

    @NonNull
    @Mutation("endWork")
    @Description("Ends the shift.")
    public WorkPayload endWork(@NonNull @Description("Whose shift.") WorkInput input) {
        return change("endWork", input, workClient::end);
    }

    @NonNull
    @Mutation("endWorkByOperator")
    @Description(
            "Ends a shift whose window is over and whose drive nobody completes, at a stated time. For operators.")
    public WorkPayload endWorkByOperator(
            @NonNull @Description("Which shift, and when it ended.") EndWorkByOperatorInput input) {
        Work work =
                workClient.endByOperator(WorkSchemaMapper.request(principals.operator(), input));
        return new WorkPayload(input.clientMutationId(), WorkSchemaMapper.view(work));
    }

    private WorkPayload change(String mutation, WorkInput input, ShiftChange change) {
        Principal principal = principals.get();
        Work work =
                change.make(
                        IdempotencyKeys.of(mutation, principal, input.clientMutationId()),
                        InputChecks.driverId(principal, input.driverId()),
                        ProtoMapper.product(input.product()));
        return new WorkPayload(input.clientMutationId(), WorkSchemaMapper.view(work));
    }

    private interface ShiftChange {

        Work make(
                String requestId,
                DriverId driverId,
                dev.supporters.proto.common.v1.Product product);
    }
}
