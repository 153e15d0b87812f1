package dev.supporters.settlement.adapter.mongo;

import dev.supporters.platform.store.CollectionSpec;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.settlement.Night;
import dev.supporters.settlement.close.BusinessDate;
import dev.supporters.settlement.close.DateClose;
import dev.supporters.settlement.close.Obstacle;
import dev.supporters.testkit.StoredDocumentsContract;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

class StoredClosesTest extends StoredDocumentsContract<DateClose> {

    @Override
    protected CollectionSpec<DateClose> spec() {
        return SettlementStores.CLOSES;
    }

    @Override
    protected Map<String, DateClose> values() {
        BusinessDate friday = new BusinessDate(Product.PRODUCT_DRIVER, "seoul", Night.FRIDAY);
        DateClose.Overriding override =
                new DateClose.Overriding(
                        Set.of(Obstacle.Kind.DISPUTED),
                        "operator-1",
                        "answered tomorrow",
                        Night.at(20_000));
        return Map.of(
                "closing",
                new DateClose(
                        friday,
                        Night.at(14_400),
                        "settlement",
                        Night.at(16_200),
                        Optional.empty(),
                        Optional.empty()),
                "overridden-and-closed",
                new DateClose(
                        friday,
                        Night.at(14_400),
                        "settlement",
                        Night.at(16_200),
                        Optional.of(override),
                        Optional.of(Night.at(20_001))));
    }
}
