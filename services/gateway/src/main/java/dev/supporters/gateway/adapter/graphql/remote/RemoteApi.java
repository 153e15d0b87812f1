package dev.supporters.gateway.adapter.graphql.remote;

import dev.supporters.gateway.adapter.graphql.remote.RemoteTypes.RemotePartsView;
import dev.supporters.gateway.adapter.http.PrincipalProvider;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Clock;
import java.util.UUID;

/** How the parts do that the gateway asks: what an operator needs to find the one that is slow or away. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class RemoteApi {

    private final PrincipalProvider principals;
    private final RemotePartProvider parts;
    private final Clock clock;
    private final String process = UUID.randomUUID().toString();

    RemoteApi(PrincipalProvider principals, RemotePartProvider parts, Clock clock) {
        this.principals = principals;
        this.parts = parts;
        this.clock = clock;
    }

    @NonNull
    @Query("remoteParts")
    @Description(
            "How the parts do that the gateway asks, as the process that answers has seen them. For operators and services.")
    public RemotePartsView remoteParts() {
        principals.get().mustSeeAll();
        return new RemotePartsView(process, clock.instant(), parts.read());
    }
}
