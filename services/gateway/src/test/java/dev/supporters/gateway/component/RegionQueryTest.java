package dev.supporters.gateway.component;

import static dev.supporters.gateway.component.GatewayRequests.ask;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.supporters.proto.common.v1.Box;
import dev.supporters.proto.common.v1.Money;
import dev.supporters.proto.common.v1.Point;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.CallPolicy;
import dev.supporters.proto.policy.v1.ListResponse;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;

import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everybody may know of a region: an app fills in currency and fare by it, and shows times by its clock. */
@QuarkusTest
class RegionQueryTest extends ComponentTest {

    private static final String REGIONS =
            "{ regions { product region timeZone windowBegin currency bounds { south east } baseFare { amount } farePerKm { amount currency } } }";

    @BeforeEach
    void twoRegions() {
        services.answer(
                PolicyServiceGrpc.getListMethod(),
                request ->
                        ListResponse.newBuilder()
                                .addPolicies(
                                        region("seoul", "Asia/Seoul", "KRW")
                                                .setCalls(
                                                        CallPolicy.newBuilder()
                                                                .setBaseFare(won(10_000))
                                                                .setFarePerKm(won(1_000))))
                                .addPolicies(region("nyc", "America/New_York", "USD"))
                                .build());
    }

    @Test
    void tellsCustomersAndDriversOfRegions() {
        for (String role : new String[] {"customer", "driver"}) {
            ask(issuer.token("7", role), REGIONS)
                    .body("data.regions[0].region", equalTo("seoul"))
                    .body("data.regions[0].product", equalTo("DRIVER"))
                    .body("data.regions[0].currency", equalTo("KRW"))
                    .body("data.regions[0].windowBegin", equalTo("21:00"))
                    .body("data.regions[0].bounds.east", equalTo(128f))
                    .body("data.regions[0].farePerKm.amount", equalTo(1_000))
                    .body("data.regions[1].timeZone", equalTo("America/New_York"))
                    .body("data.regions[1].baseFare", nullValue());
        }
    }

    @Test
    void tellsThemNoPolicy() {
        ask(issuer.token("7", "customer"), "{ policies { policies { rolloutPercent } } }")
                .body("errors[0].extensions.code", equalTo("PERMISSION_DENIED"));
    }

    private static Policy.Builder region(String name, String timeZone, String currency) {
        return Policy.newBuilder()
                .setProduct(Product.PRODUCT_DRIVER)
                .setRegion(name)
                .setTimeZone(timeZone)
                .setWindowBegin("21:00")
                .setHourlyWage(Money.newBuilder().setAmount(14_000).setCurrency(currency))
                .setBounds(
                        Box.newBuilder()
                                .setSouthWest(Point.newBuilder().setLat(37).setLng(126))
                                .setNorthEast(Point.newBuilder().setLat(38).setLng(128)));
    }

    private static Money won(long amount) {
        return Money.newBuilder().setAmount(amount).setCurrency("KRW").build();
    }
}
