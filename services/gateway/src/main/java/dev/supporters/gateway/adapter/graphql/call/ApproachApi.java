package dev.supporters.gateway.adapter.graphql.call;

import dev.supporters.contract.DriverId;
import dev.supporters.contract.Place;
import dev.supporters.contract.Position;
import dev.supporters.gateway.access.Principal;
import dev.supporters.gateway.adapter.graphql.call.CallTypes.ApproachView;
import dev.supporters.gateway.adapter.graphql.zone.ZoneTypes.PointView;
import dev.supporters.gateway.adapter.http.PrincipalProvider;
import dev.supporters.gateway.call.CallService;
import dev.supporters.gateway.fleet.Fleet;
import dev.supporters.gateway.fleet.FleetSupporter;
import dev.supporters.gateway.validation.InputChecks;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;

import io.smallrye.common.annotation.RunOnVirtualThread;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The way of a driver to the customer. */
@GraphQLApi
@ApplicationScoped
@RunOnVirtualThread
public class ApproachApi {

    /** Finer than a phone knows it. */
    private static final long STEP_METERS = 10;

    private final PrincipalProvider principals;
    private final CallService calls;
    private final Fleet fleet;
    private final Clock clock;

    ApproachApi(PrincipalProvider principals, CallService calls, Fleet fleet, Clock clock) {
        this.principals = principals;
        this.calls = calls;
        this.fleet = fleet;
        this.clock = clock;
    }

    @Query("approach")
    @Description(
            "Where the supporter is who comes to the customer of a call, from the acceptance until"
                    + " the drive begins. Null before and after, for a driver of general dispatch,"
                    + " and while the driver cannot be reached. Customers see it of their own"
                    + " calls, operators and services of all.")
    public ApproachView approach(@Id @NonNull @Description("The call.") String callId) {
        Principal principal = principals.get();
        principal.mustBeCustomerOrSeeAll();
        Call call = calls.get(principal, InputChecks.callId(callId, "callId"));
        return comes(call) && (principal.seesAll() || principal.isCustomer(call.getCustomerId()))
                ? fleet.find(new DriverId(call.getDriverId()), call.getProduct(), clock.instant())
                        .filter(supporter ->
                                supporter.callId().filter(call.getCallId()::equals).isPresent())
                        .flatMap(supporter -> view(call, supporter))
                        .orElse(null)
                : null;
    }

    private static boolean comes(Call call) {
        return (call.getState() == CallState.CALL_STATE_ACCEPTED
                        || call.getState() == CallState.CALL_STATE_ARRIVED)
                && !call.getDriverId().isEmpty();
    }

    private static Optional<ApproachView> view(Call call, FleetSupporter supporter) {
        return supporter
                .position()
                .flatMap(position -> supporter.locatedAt().map(at -> view(call, position, at)));
    }

    private static ApproachView view(Call call, Position position, Instant at) {
        Integer meters =
                Place.of(call.getOrigin())
                        .position()
                        .map(origin ->
                                (int)
                                        (Math.round(position.metersTo(origin) / STEP_METERS)
                                                * STEP_METERS))
                        .orElse(null);
        Instant expected =
                call.hasDispatchTime() && call.getEtaSeconds() > 0
                        ? Timestamps.instant(call.getDispatchTime())
                                .plusSeconds(call.getEtaSeconds())
                        : null;
        return new ApproachView(
                new PointView(position.lat(), position.lng()), at, meters, expected);
    }
}
