package dev.supporters.gateway.adapter.rest;

import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.access.SubjectLimits;
import dev.supporters.gateway.adapter.graphql.common.CommonTypes.Product;
import dev.supporters.gateway.adapter.graphql.common.ProtoMapper;
import dev.supporters.gateway.adapter.graphql.zone.GeoJsonMapper;
import dev.supporters.gateway.adapter.graphql.zone.ZoneSchemaMapper;
import dev.supporters.gateway.adapter.grpc.ZoneClient;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.zone.v1.Zones;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The active zones as a file that maps read from an address (RFC 7946). */
@Path("/zones")
@Authenticated
@RunOnVirtualThread
public class ZoneGeoJsonResource {

    private static final String GEO_JSON = "application/geo+json";

    private final PrincipalProvider principals;
    private final SubjectLimits limits;
    private final ZoneClient zones;

    ZoneGeoJsonResource(PrincipalProvider principals, SubjectLimits limits, ZoneClient zones) {
        this.principals = principals;
        this.limits = limits;
        this.zones = zones;
    }

    /** For everybody who has a token; 304 for whoever has the newest plan. */
    @GET
    @Path("/{product}/{region}.geojson")
    @Produces(GEO_JSON)
    public Response geoJson(
            @PathParam("product") String product,
            @PathParam("region") String region,
            @Context Request request) {
        Principal principal = principals.get();
        limits.count(principal);
        Zones newest = zones.get(ProtoMapper.product(product(product)), region);
        EntityTag version = new EntityTag(String.valueOf(newest.getVersion()));
        CacheControl eachTime = new CacheControl();
        eachTime.setNoCache(true);
        eachTime.setPrivate(true);
        ResponseBuilder answer =
                Optional.ofNullable(request.evaluatePreconditions(version))
                        .orElseGet(() ->
                                Response.ok(
                                        GeoJsonMapper.write(
                                                ZoneSchemaMapper.view(newest, principal)),
                                        GEO_JSON));
        return answer.tag(version).cacheControl(eachTime).build();
    }

    private static Product product(String name) {
        return Arrays.stream(Product.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(
                                "product",
                                name,
                                Arrays.stream(Product.values())
                                        .map(Product::name)
                                        .collect(Collectors.joining(", "))));
    }
}
