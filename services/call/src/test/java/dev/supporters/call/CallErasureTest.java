package dev.supporters.call;

import static dev.supporters.call.CallTestClient.SECRET;
import static dev.supporters.call.CallTestClient.assertRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;

import dev.supporters.contract.CustomerDigest;
import dev.supporters.platform.event.Topics;
import dev.supporters.proto.call.v1.Call;
import dev.supporters.proto.call.v1.CallState;
import dev.supporters.proto.call.v1.EraseCustomerRequest;
import dev.supporters.proto.call.v1.EraseCustomerResponse;
import dev.supporters.proto.events.activity.v1.CallAccepted;
import dev.supporters.proto.events.activity.v1.CallArrived;
import dev.supporters.proto.events.activity.v1.CallCommanded;
import dev.supporters.proto.events.activity.v1.CallCompleted;
import dev.supporters.proto.events.activity.v1.CallPickedUp;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.customer.v1.CustomerEvent;

import io.grpc.Status;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is left of a customer who was erased: in the store, to its last document, and on the topics. */
@QuarkusTest
class CallErasureTest extends ComponentTest {

    private static final String CUSTOMER = "customer-to-be-erased";
    private static final String OTHER = "customer-on-topics";
    private static final String NAME = "김고객";
    private static final String LATITUDE = "37.39433886412452";

    @Inject MongoClient mongo;

    @Test
    void afterADriveNothingNamesTheCustomerOrThePlaces() {
        // Given
        client.request("1090", CUSTOMER);
        client.tell("1090", event -> event.setCommanded(CallCommanded.getDefaultInstance()));
        client.tell("1090", event -> event.setAccepted(CallAccepted.getDefaultInstance()));
        assertRefused(() -> erase("e1"), Status.Code.FAILED_PRECONDITION, "CUSTOMER_HAS_LIVE_CALL");
        client.tell("1090", event -> event.setArrived(CallArrived.getDefaultInstance()));
        client.tell("1090", event -> event.setPickedUp(CallPickedUp.getDefaultInstance()));
        client.tell("1090", event -> event.setCompleted(CallCompleted.getDefaultInstance()));
        await().untilAsserted(() ->
                assertThat(client.get("1090").getState())
                        .isEqualTo(CallState.CALL_STATE_COMPLETED));
        Call driven = client.get("1090");
        assertThat(stored()).anyMatch(document -> document.contains(CUSTOMER));

        // When
        EraseCustomerResponse erased = erase("e2");

        // Then
        assertThat(erased.getErasedCalls()).isEqualTo(1);
        assertThat(erase("e2")).isEqualTo(erased);
        Call left = client.get("1090");
        assertThat(left.getFare()).isEqualTo(driven.getFare());
        assertThat(left.getDriverId()).isEqualTo(driven.getDriverId());
        assertThat(left.getEndTime()).isEqualTo(driven.getEndTime());
        await().untilAsserted(() ->
                assertThat(client.probe.all(Topics.CUSTOMERS, CustomerEvent.parser()))
                        .extracting(CustomerEvent::getCustomerDigest)
                        .contains(CustomerDigest.of(CUSTOMER)));
        assertThat(stored()).noneMatch(document -> document.contains(CUSTOMER));
        assertThat(stored())
                .filteredOn(document -> document.contains("\"1090\""))
                .isNotEmpty()
                .noneMatch(document -> document.contains(NAME))
                .noneMatch(document -> document.contains(SECRET))
                .noneMatch(document -> document.contains(LATITUDE));
    }

    @Test
    void noTopicNamesACustomer() {
        // When
        client.request("2090", OTHER);

        // Then
        await().untilAsserted(() ->
                assertThat(client.told("2090"))
                        .extracting(CallEvent::getCustomerId)
                        .containsExactly("2090", "2090"));
        for (String topic : List.of(Topics.CALLS, Topics.CUSTOMERS)) {
            assertThat(client.probe.records(topic))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .noneMatch(text -> text.contains(OTHER))
                    .noneMatch(text -> text.contains(NAME))
                    .noneMatch(text -> text.contains(SECRET));
        }
    }

    private EraseCustomerResponse erase(String requestId) {
        return client.calls.eraseCustomer(
                EraseCustomerRequest.newBuilder()
                        .setRequestId(requestId)
                        .setCustomerId(CUSTOMER)
                        .setActor("operator-1")
                        .setReason("her wish")
                        .build());
    }

    private List<String> stored() {
        MongoDatabase database = mongo.getDatabase("supporters_call");
        List<String> documents = new ArrayList<>();
        for (String collection : database.listCollectionNames()) {
            database.getCollection(collection)
                    .find()
                    .forEach(document -> documents.add(document.toJson()));
        }
        return documents;
    }
}
