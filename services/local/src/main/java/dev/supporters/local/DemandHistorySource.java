package dev.supporters.local;

import dev.supporters.contract.Products;
import dev.supporters.contract.WorkWindow;
import dev.supporters.dispatch.forecast.DemandHistory;
import dev.supporters.dispatch.forecast.DemandHistoryTrainer;
import dev.supporters.dispatch.forecast.DemandHistoryTrainer.PastCall;
import dev.supporters.player.NightSeed;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.simulation.Night;

import java.util.List;
import java.util.Optional;

/** The demand of earlier nights, from which the services foresee that of the night that is played. */
final class DemandHistorySource {

    private DemandHistorySource() {}

    /** Empty where there is no earlier night: then only the night's own calls count. */
    static Optional<DemandHistory> of(Night night, List<Night> earlier) {
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        var trainer =
                new DemandHistoryTrainer(
                        new WorkWindow(night.zone(), Night.WINDOW_BEGIN, Night.WINDOW_LENGTH));
        for (Night past : earlier) {
            trainer.learn(
                    past.businessDate(),
                    past.calls().stream()
                            .map(call -> new PastCall(call.requestedAt(), call.origin()))
                            .toList());
        }
        return Optional.of(
                trainer.history(NightSeed.REGION, Products.name(Product.PRODUCT_DRIVER)));
    }
}
