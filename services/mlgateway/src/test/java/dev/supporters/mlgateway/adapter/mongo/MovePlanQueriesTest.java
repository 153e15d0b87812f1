package dev.supporters.mlgateway.adapter.mongo;

import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.QueriesContract;
import dev.supporters.testkit.TestClock;

import java.util.List;

class MovePlanQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        return List.of(
                new SampleQuery(
                        MovePlanStores.PLANS,
                        MongoMovePlanRepository.newestQuery(
                                Product.PRODUCT_DRIVER, "seoul", TestClock.FRIDAY_NIGHT)));
    }
}
