package dev.supporters.gateway.adapter.graphql;

import dev.supporters.gateway.access.Viewer;
import dev.supporters.gateway.adapter.graphql.input.BeginWorkInput;
import dev.supporters.gateway.adapter.graphql.input.Bounds;
import dev.supporters.gateway.adapter.graphql.input.WorkInput;
import dev.supporters.gateway.adapter.graphql.view.Product;
import dev.supporters.gateway.adapter.graphql.view.Words;
import dev.supporters.gateway.adapter.graphql.view.WorkPayload;
import dev.supporters.gateway.adapter.graphql.view.WorkView;
import dev.supporters.gateway.adapter.grpc.WorkClient;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.Work;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Works: begun, interrupted, ended. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class WorkApi {

    private static final int VERSION = 40;

    private final Viewers viewers;
    private final WorkClient works;

    WorkApi(Viewers viewers, WorkClient works) {
        this.viewers = viewers;
        this.works = works;
    }

    @Query("workStatus")
    @Description("The newest work of a driver; null when there never was one.")
    public WorkView workStatus(
            @NonNull @Description("The product.") Product product,
            @Id @Description(Words.DRIVER) String driverId) {
        return works.status(Bounds.driver(viewers.current(), driverId), Bounds.product(product))
                .map(WorkView::of)
                .orElse(null);
    }

    @NonNull
    @Mutation("beginWork")
    @Description("Begins the work of this business date.")
    public WorkPayload beginWork(
            @NonNull @Description("Where and with what.") BeginWorkInput input) {
        Viewer viewer = viewers.current();
        BeginRequest request =
                BeginRequest.newBuilder()
                        .setRequestId(RequestKeys.of("beginWork", viewer, input.clientMutationId()))
                        .setDriverId(Bounds.driver(viewer, input.driverId()))
                        .setProduct(Bounds.product(input.product()))
                        .setLocation(
                                Bounds.point(
                                        input.location().lat(), input.location().lng(), "location"))
                        .setAppPlatform(
                                Bounds.constant(
                                        AppPlatform.class, "APP_PLATFORM_", input.appPlatform()))
                        .setAppVersion(Bounds.text(input.appVersion(), "appVersion", VERSION))
                        .build();
        return new WorkPayload(input.clientMutationId(), WorkView.of(works.begin(request)));
    }

    @NonNull
    @Mutation("rest")
    @Description("Begins a rest.")
    public WorkPayload rest(@NonNull @Description("Whose work.") WorkInput input) {
        return change("rest", input, works::rest);
    }

    @NonNull
    @Mutation("resume")
    @Description("Ends a rest.")
    public WorkPayload resume(@NonNull @Description("Whose work.") WorkInput input) {
        return change("resume", input, works::resume);
    }

    @NonNull
    @Mutation("endWork")
    @Description("Ends the work.")
    public WorkPayload endWork(@NonNull @Description("Whose work.") WorkInput input) {
        return change("endWork", input, works::end);
    }

    private WorkPayload change(String mutation, WorkInput input, Change change) {
        Viewer viewer = viewers.current();
        Work work =
                change.make(
                        RequestKeys.of(mutation, viewer, input.clientMutationId()),
                        Bounds.driver(viewer, input.driverId()),
                        Bounds.product(input.product()));
        return new WorkPayload(input.clientMutationId(), WorkView.of(work));
    }

    private interface Change {

        Work make(
                String requestId, String driverId, dev.supporters.proto.common.v1.Product product);
    }
}
