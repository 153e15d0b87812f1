package dev.supporters.gateway.adapter.graphql.policy;

import dev.supporters.gateway.adapter.graphql.policy.RegionTypes.RegionView;
import dev.supporters.gateway.adapter.http.PrincipalProvider;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.util.List;

/** Regions: an app that orders or works asks where it is, in which time zone, and what a drive costs about. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class RegionApi {

    private final PrincipalProvider principals;
    private final RegionProvider regions;

    RegionApi(PrincipalProvider principals, RegionProvider regions) {
        this.principals = principals;
        this.regions = regions;
    }

    @NonNull
    @Query("regions")
    @Description(
            "Where products are sold, at most 1000 regions: bounds, time zone, window, currency and the estimate of a fare. For everybody who has a token.")
    public List<@NonNull RegionView> regions() {
        principals.get();
        return regions.regions();
    }
}
