package dev.supporters.policy;

import dev.supporters.testkit.AlertedCountersContract;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(Embedded.class)
class AlertedCountersTest extends AlertedCountersContract {

    @Override
    protected String service() {
        return "policy";
    }
}
