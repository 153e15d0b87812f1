package dev.supporters.gateway.adapter.graphql.remote;

import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemoteCaller;
import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemotePartsView;
import dev.supporters.gateway.adapter.grpc.RemotePartClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.rpc.RemotePartReader;
import dev.supporters.proto.remote.v1.ListResponse;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Clock;

/** How the parts do that a service asks: what an operator needs to find the one that is slow or away. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class RemoteApi {

    private final PrincipalProvider principals;
    private final RemotePartReader own;
    private final RemotePartClient others;
    private final Clock clock;

    RemoteApi(
            PrincipalProvider principals,
            RemotePartReader own,
            RemotePartClient others,
            Clock clock) {
        this.principals = principals;
        this.own = own;
        this.others = others;
        this.clock = clock;
    }

    @NonNull
    @Query("remoteParts")
    @Description(
            "How the parts do that a service asks, as the process that answers has seen them. For operators and services.")
    public RemotePartsView remoteParts(
            @DefaultValue("GATEWAY") @Description("Which service asks them.") RemoteCaller caller) {
        principals.get().mustSeeAll();
        return RemoteSchemaMapper.view(read(caller), clock.instant());
    }

    private ListResponse read(RemoteCaller caller) {
        return switch (caller) {
            case null -> throw Refusal.invalid("caller", "nothing", "a service that asks others");
            case GATEWAY -> own.read();
            case CALL -> others.ofCall();
            case COMMANDER -> others.ofCommander();
            case ROUTING -> others.ofRouting();
            case WORK -> others.ofWork();
        };
    }
}
