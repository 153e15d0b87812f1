package dev.supporters.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.supporters.proto.common.v1.ErrorReason;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.work.v1.BeginRequest;
import dev.supporters.proto.work.v1.EndRequest;
import dev.supporters.proto.work.v1.RestRequest;
import dev.supporters.proto.work.v1.ResumeRequest;
import dev.supporters.proto.work.v1.Work;
import dev.supporters.proto.work.v1.WorkEndReason;
import dev.supporters.proto.work.v1.WorkState;
import dev.supporters.proto.work.v1.WorkType;
import dev.supporters.testkit.Embedded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import org.junit.jupiter.api.Test;

/** A shift as callers see it, from its begin to its end. */
@QuarkusTest
@QuarkusTestResource(Embedded.class)
@QuarkusTestResource(WorkNeighbours.class)
class WorkTest extends WorkFixture {

    /** Rule 2: today there is one type, and callers of older versions name none. */
    @Test
    void aBeginNamesTheTypeOfWork() {
        BeginRequest hourly =
                begin("r1", "typed").toBuilder().setWorkType(WorkType.WORK_TYPE_HOURLY).build();
        Work begun = works.begin(hourly).getWork();

        assertThat(begun.getWorkType()).isEqualTo(WorkType.WORK_TYPE_HOURLY);
        assertThat(works.begin(begin("r1", "typed")).getWork()).isEqualTo(begun);
        assertThat(works.begin(begin("r1", "untyped")).getWork().getWorkType())
                .isEqualTo(WorkType.WORK_TYPE_HOURLY);
        assertThat(refused(hourly.toBuilder().setDriverId("odd").setWorkTypeValue(2).build()))
                .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    @Test
    void aShiftFromBeginToEnd() {
        // When
        Work begun = works.begin(begin("r1", "d1")).getWork();
        Work again = works.begin(begin("r1", "d1")).getWork();
        clock.advance(java.time.Duration.ofMinutes(60));
        Work resting =
                works.rest(
                                RestRequest.newBuilder()
                                        .setRequestId("r2")
                                        .setDriverId("d1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .build())
                        .getWork();
        clock.advance(java.time.Duration.ofMinutes(10));
        Work resumed =
                works.resume(
                                ResumeRequest.newBuilder()
                                        .setRequestId("r3")
                                        .setDriverId("d1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .build())
                        .getWork();
        Work ended =
                works.end(
                                EndRequest.newBuilder()
                                        .setRequestId("r4")
                                        .setDriverId("d1")
                                        .setProduct(Product.PRODUCT_DRIVER)
                                        .build())
                        .getWork();
        // Then
        assertThat(again).isEqualTo(begun);
        assertThat(begun.getWorkId()).isEqualTo("d1-driver-2026-11-20");
        assertThat(resting.getState()).isEqualTo(WorkState.WORK_STATE_RESTING);
        assertThat(resumed.getRestedSeconds()).isEqualTo(600);
        assertThat(ended.getEndReason()).isEqualTo(WorkEndReason.WORK_END_REASON_DRIVER);
        assertThat(status("d1")).isEqualTo(ended);
        await().untilAsserted(() ->
                assertThat(told("d1"))
                        .extracting(WorkEvent::getEventCase)
                        .containsExactly(
                                WorkEvent.EventCase.BEGUN,
                                WorkEvent.EventCase.RESTED,
                                WorkEvent.EventCase.RESUMED,
                                WorkEvent.EventCase.ENDED));
        assertThat(told("d1")).extracting(WorkEvent::getVersion).containsExactly(1L, 3L, 4L, 6L);
    }

    @Test
    void refusesARequestWithoutALocation() {
        assertThat(refused(begin("r1", "d2").toBuilder().clearLocation().build()))
                .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT);
    }

    @Test
    void answersNothingForWhoNeverWorked() {
        assertThat(works.getStatus(statusRequest("nobody")).hasWork()).isFalse();
    }

    @Test
    void countsBeginsAndIsReady() {
        refused(begin("r1", "stranger"));

        RestAssured.get("/q/metrics")
                .then()
                .body(
                        containsString(
                                "supporters_work_begins_total{reason=\"NONE\",result=\"begun\"}"))
                .body(
                        containsString(
                                "supporters_work_begins_total{reason=\"NOT_A_MEMBER\",result=\"refused\"}"));
        RestAssured.get("/q/health/ready").then().statusCode(200).body(containsString("policies"));
    }
}
