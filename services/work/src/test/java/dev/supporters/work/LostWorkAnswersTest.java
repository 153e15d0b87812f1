package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.EndByOperatorRequest;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.proto.work.v1.RestRequest;
import dev.supporters.proto.work.v1.ResumeRequest;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkServiceGrpc.WorkServiceBlockingStub;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.testkit.Embedded;
import dev.supporters.testkit.LostAnswers;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.junit.jupiter.api.Test;

/** Who does not hear an answer asks again, and nothing happens twice. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(WorkNeighbours.class)
class LostWorkAnswersTest extends WorkFixture {

    @Test
    void aShiftWhoseAnswersAreLostBeginsRestsAndEndsOnce() {
        // Given
        LostAnswers answers = new LostAnswers();
        WorkServiceBlockingStub unlucky = works.withInterceptors(answers);
        RestRequest rest =
                RestRequest.newBuilder()
                        .setRequestId("r2")
                        .setDriverId("lost")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build();
        ResumeRequest resume =
                ResumeRequest.newBuilder()
                        .setRequestId("r3")
                        .setDriverId("lost")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build();
        EndRequest end =
                EndRequest.newBuilder()
                        .setRequestId("r4")
                        .setDriverId("lost")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .build();

        // When
        answers.repeated(() -> unlucky.begin(begin("r1", "lost")));
        answers.repeated(() -> unlucky.rest(rest));
        answers.repeated(() -> unlucky.resume(resume));
        Work ended = answers.repeated(() -> unlucky.end(end)).getWork();

        // Then
        assertThat(status("lost")).isEqualTo(ended);
        await().untilAsserted(() ->
                assertThat(told("lost"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.RESTED,
                                WorkEvent.EventCase.RESUMED,
                                WorkEvent.EventCase.ENDED));
    }

    @Test
    void anOperatorWhoDoesNotHearTheAnswerEndsAShiftOnce() {
        // Given
        works.begin(begin("r1", "driving-on"));
        clock.set(TestShifts.WINDOW_END);
        await().untilAsserted(() ->
                assertThat(status("driving-on").getState()).isEqualTo(WorkState.WORK_STATE_ENDING));
        LostAnswers answers = new LostAnswers();
        WorkServiceBlockingStub unlucky = works.withInterceptors(answers);
        EndByOperatorRequest order =
                EndByOperatorRequest.newBuilder()
                        .setRequestId("r2")
                        .setDriverId("driving-on")
                        .setProduct(Product.PRODUCT_DRIVER)
                        .setBusinessDate("2026-11-20")
                        .setEndTime(Timestamps.of(TestShifts.WINDOW_END))
                        .setReason("the phone was lost")
                        .setActor("operator-1")
                        .build();

        // When
        answers.repeated(() -> unlucky.endByOperator(order));

        // Then
        await().untilAsserted(() ->
                assertThat(told("driving-on"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.ENDING,
                                WorkEvent.EventCase.ENDED));
    }
}
