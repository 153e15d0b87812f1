package dev.supporters.policy.adapter.mongo;

import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.testkit.QueriesContract;

import java.util.List;

class PolicyQueriesTest extends QueriesContract {

    @Override
    protected List<SampleQuery> samples() {
        PolicyKey key = new PolicyKey(Product.PRODUCT_DRIVER, "seoul");
        return List.of(
                new SampleQuery(PolicyStores.POLICIES, PolicyStores.afterQuery("", 101)),
                new SampleQuery(PolicyStores.POLICIES, PolicyStores.afterQuery(key.id(), 101)),
                new SampleQuery(PolicyStores.EXPERIMENTS, PolicyStores.afterQuery("", 101)),
                new SampleQuery(PolicyStores.HISTORY, PolicyStores.requestQuery(key, "r1")));
    }
}
