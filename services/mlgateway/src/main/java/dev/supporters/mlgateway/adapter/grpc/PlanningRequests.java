package dev.supporters.mlgateway.adapter.grpc;

import dev.supporters.contract.Position;
import dev.supporters.mlgateway.forecast.RegionForecasts;
import dev.supporters.mlgateway.forecast.RegionForecasts.Expected;
import dev.supporters.mlgateway.moves.MovePlanRepository;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.mlgateway.v1.ForecastRequest;
import dev.supporters.proto.mlgateway.v1.ForecastResponse;
import dev.supporters.proto.mlgateway.v1.GetMovePlanRequest;
import dev.supporters.proto.mlgateway.v1.GetMovePlanResponse;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Answers what is asked of forecasts and plans; the requests are within the bounds of their fields. */
@ApplicationScoped
class PlanningRequests {

    private final RegionForecasts forecasts;
    private final MovePlanRepository plans;
    private final Clock clock;

    PlanningRequests(RegionForecasts forecasts, MovePlanRepository plans, Clock clock) {
        this.forecasts = forecasts;
        this.plans = plans;
        this.clock = clock;
    }

    ForecastResponse forecast(ForecastRequest request) {
        Expected expected =
                forecasts.expected(
                        request.getProduct(),
                        request.getRegion(),
                        cell(request),
                        Duration.ofMinutes(request.getMinutes()));
        return ForecastResponse.newBuilder()
                .setCalls(expected.calls())
                .setFactor(expected.factor())
                .setObservedCalls(expected.observed())
                .setBasis(expected.basis())
                .setForecast(expected.name())
                .build();
    }

    GetMovePlanResponse movePlan(GetMovePlanRequest request) {
        Instant until =
                request.hasPlanTime() ? Timestamps.instant(request.getPlanTime()) : clock.instant();
        GetMovePlanResponse.Builder response = GetMovePlanResponse.newBuilder();
        plans.newest(request.getProduct(), request.getRegion(), until)
                .ifPresent(response::setRecord);
        return response.build();
    }

    private Optional<Long> cell(ForecastRequest request) {
        return switch (request.getPlaceCase()) {
            case LOCATION -> Optional.of(forecasts.cell(Position.of(request.getLocation())));
            case CELL -> Optional.of(request.getCell());
            case PLACE_NOT_SET -> Optional.empty();
        };
    }
}
