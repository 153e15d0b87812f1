package dev.supporters.gateway.adapter.graphql.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.adapter.graphql.policy.RegionTypes.RegionView;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.policy.v1.Policy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class RegionProviderTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final RegionProvider kept =
            new RegionProvider(this::policies, Duration.ofSeconds(10), nanos::get);
    private boolean away;

    @Test
    void areReadOnceForAllWhoAskWithinAWhile() {
        assertThat(names(kept)).containsExactly("region-1");
        nanos.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
        assertThat(names(kept)).containsExactly("region-1");

        nanos.addAndGet(1);

        assertThat(names(kept)).containsExactly("region-2");
    }

    @Test
    void areReadForEachWhereTheyAreNotKept() {
        RegionProvider notKept = new RegionProvider(this::policies, Duration.ZERO, nanos::get);

        assertThat(names(notKept)).containsExactly("region-1");
        assertThat(names(notKept)).containsExactly("region-2");
    }

    @Test
    void whatFailsIsNotKept() {
        away = true;
        assertThatThrownBy(kept::regions).isInstanceOf(Refusal.class);

        away = false;

        assertThat(names(kept)).containsExactly("region-2");
    }

    private static List<String> names(RegionProvider provider) {
        return provider.regions().stream().map(RegionView::region).toList();
    }

    /** Another one each time. */
    private List<Policy> policies() {
        int read = reads.incrementAndGet();
        if (away) {
            throw new Refusal(ErrorReason.ERROR_REASON_UNAVAILABLE, "policy", "an answer");
        }
        return List.of(
                Policy.newBuilder()
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setRegion("region-" + read)
                        .setWindowBegin("21:00")
                        .build());
    }
}
