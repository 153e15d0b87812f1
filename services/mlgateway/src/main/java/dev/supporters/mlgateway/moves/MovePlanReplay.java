package dev.supporters.mlgateway.moves;

import dev.supporters.contract.WorkId;
import dev.supporters.contract.WorkWindow.OpenWindow;
import dev.supporters.dispatch.forecast.DemandPlaces;
import dev.supporters.mlgateway.forecast.RegionForecasts;
import dev.supporters.mlgateway.forecast.RegionalPolicies;
import dev.supporters.mlgateway.forecast.RegionalPolicy;
import dev.supporters.proto.mlgateway.v1.MovePlanRecord;
import dev.supporters.proto.mlgateway.v1.PlannedMoves;

import jakarta.inject.Singleton;

import java.util.Optional;

/** Plans a recorded tick again, by the same code as the tick. */
@Singleton
public class MovePlanReplay {

    private final RegionalPolicies policies;
    private final RegionForecasts forecasts;

    MovePlanReplay(RegionalPolicies policies, RegionForecasts forecasts) {
        this.policies = policies;
        this.forecasts = forecasts;
    }

    /** The plan, as it must be in the record; empty if the history that it was made from is not here. */
    public Optional<PlannedMoves> plan(MovePlanRecord record) {
        PlanInputs inputs = PlanRecordMessages.read(record.getInputs());
        return policies.find(record.getProduct(), record.getRegion())
                .flatMap(policy -> places(record, policy, inputs))
                .map(inputs::plan)
                .map(PlanRecordMessages::write);
    }

    private Optional<DemandPlaces> places(
            MovePlanRecord record, RegionalPolicy policy, PlanInputs inputs) {
        OpenWindow window = policy.window().of(WorkId.businessDate(record.getBusinessDate()));
        return forecasts.places(
                record.getForecast(),
                policy,
                window,
                inputs.tick().now(),
                inputs.tick().observed());
    }
}
