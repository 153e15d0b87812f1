package dev.supporters.tagging.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.contract.CustomerDigest;
import dev.supporters.tagging.adapter.mongo.TaggingMemory;
import dev.supporters.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.stream.IntStream;

class CustomerErasureServiceTest {

    private static final EntityId CUSTOMER = EntityId.ofCustomer("7");
    private static final EntityId OTHER = EntityId.ofCustomer("71");
    private static final EntityId DRIVER = new EntityId("driver:7");

    private final TestClock clock = new TestClock();
    private final TaggingMemory memory = new TaggingMemory();
    private final TagService tags = new TagService(memory.entityTags(), memory.tags(), clock);
    private final CustomerErasureService erasures = new CustomerErasureService(memory.entityTags());

    @Test
    void erasesTheTagsOfTheCustomerAlone() {
        // Given
        tags.tag("r1", CUSTOMER, "vip", "");
        tags.tag("r2", OTHER, "vip", "");
        tags.tag("r3", DRIVER, "vip", "");

        // When
        erase("7");

        // Then
        assertThat(memory.entities().find(CUSTOMER.value()).orElseThrow().value())
                .satisfies(left -> {
                    assertThat(left.names()).isEmpty();
                    assertThat(left.erased()).isTrue();
                });
        assertThat(tags.tagsOf(OTHER).names()).containsExactly("vip");
        assertThat(tags.tagsOf(DRIVER).names()).containsExactly("vip");
    }

    @Test
    void findsTheCustomerAmongThousands() {
        // Given
        IntStream.range(0, 2_500)
                .forEach(i -> tags.tag("r" + i, EntityId.ofCustomer("c" + i), "vip", ""));

        // When
        erase("c1777");

        // Then
        assertThat(tags.tagsOf(EntityId.ofCustomer("c1777")).names()).isEmpty();
        assertThat(memory.entities().all())
                .filteredOn(entity -> entity.value().has("vip"))
                .hasSize(2_499);
    }

    @Test
    void tagsThatTheCustomerGotAfterTheErasureStayHoweverOftenItIsTold() {
        // Given
        tags.tag("r1", CUSTOMER, "vip", "");
        erase("7");
        var erased = clock.instant();
        clock.advance(Duration.ofDays(1));
        tags.tag("r2", CUSTOMER, "regular", "");

        // When
        erasures.erased(CustomerDigest.of("7"), erased);
        erasures.eraseWaiting();

        // Then
        assertThat(tags.tagsOf(CUSTOMER).names()).containsExactly("regular");
        assertThat(tags.tagsOf(CUSTOMER).erased()).isFalse();
    }

    @Test
    void tagsOfCustomersAreToldToNobody() {
        // When
        tags.tag("r1", CUSTOMER, "vip", "");
        tags.untag("r2", CUSTOMER, "vip");
        tags.tag("r3", DRIVER, "vip", "");

        // Then
        assertThat(memory.entities().published())
                .singleElement()
                .satisfies(event -> assertThat(event.key()).isEqualTo(DRIVER.value()));
    }

    private void erase(String customerId) {
        erasures.erased(CustomerDigest.of(customerId), clock.instant());
        erasures.eraseWaiting();
    }
}
