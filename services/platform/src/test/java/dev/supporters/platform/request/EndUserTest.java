package dev.supporters.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Message;

import dev.supporters.proto.call.v1.CancelRequest;
import dev.supporters.proto.call.v1.GetRequest;
import dev.supporters.proto.call.v1.ListRequest;
import dev.supporters.proto.driver.v1.BatchGetRequest;
import dev.supporters.proto.driver.v1.RateDriveRequest;
import dev.supporters.proto.work.v1.BeginRequest;

import io.grpc.Context;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Set;

class EndUserTest {

    private static final EndUser DRIVER = new EndUser("7", Set.of("driver"));
    private static final EndUser CUSTOMER = new EndUser("7", Set.of("customer"));
    private static final Message BEGIN = BeginRequest.newBuilder().setDriverId("7").build();
    private static final Message CANCEL = CancelRequest.newBuilder().setCustomerId("7").build();

    @Test
    void aPersonDoesHerOwnThings() {
        assertOwns(DRIVER, BEGIN);
        assertOwns(CUSTOMER, CANCEL);
        assertOwns(DRIVER, ListRequest.newBuilder().setDriverId("7").build());
        assertOwns(CUSTOMER, ListRequest.newBuilder().setCustomerId("7").build());
        // whom she rates is another one
        assertOwns(
                CUSTOMER,
                RateDriveRequest.newBuilder().setCustomerId("7").setDriverId("8").build());
    }

    @Test
    void andNobodyElses() {
        assertDenied(DRIVER, BeginRequest.newBuilder().setDriverId("8").build());
        assertDenied(CUSTOMER, CancelRequest.newBuilder().setCustomerId("8").build());
        assertDenied(CUSTOMER, BEGIN); // the same id is another person
        assertDenied(DRIVER, CANCEL);
        assertDenied(new EndUser("7", Set.of()), BEGIN);
    }

    /** An empty owner is an operator, or everybody. */
    @Test
    void norWhatNamesNobody() {
        assertDenied(CUSTOMER, CancelRequest.getDefaultInstance());
        assertDenied(DRIVER, ListRequest.getDefaultInstance());
        assertDenied(new EndUser("", Set.of()), CancelRequest.getDefaultInstance());
    }

    @Test
    void whatHasNoOwnerIsTheServicesToDecide() {
        assertOwns(CUSTOMER, GetRequest.newBuilder().setCallId("1").build());
        assertOwns(CUSTOMER, BatchGetRequest.newBuilder().addDriverIds("8").build());
    }

    @Test
    void arrivesAsItWasSent() throws Exception {
        EndUser sent = new EndUser("a b;한/%", Set.of("driver", "customer"));

        EndUser received =
                EndUser.with(Context.ROOT, sent.header())
                        .call(() -> EndUser.present())
                        .orElseThrow();

        assertThat(received).isEqualTo(sent);
        assertThat(sent.header()).matches("[ -~]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "driver", "driver;7;8", "driver;%", "driver;%zz"})
    void whoCannotBeReadOwnsNothing(String header) throws Exception {
        EndUser received =
                EndUser.with(Context.ROOT, header).call(() -> EndUser.present()).orElseThrow();

        assertDenied(received, BEGIN);
        assertDenied(received, BeginRequest.getDefaultInstance());
    }

    /** What a service asks of others while it answers is its own business. */
    @Test
    void whoIsAskedForDoesNotAsk() throws Exception {
        Context received = EndUser.with(Context.ROOT, DRIVER.header());

        assertThat(received.call(EndUser::asks)).isEmpty();
        assertThat(DRIVER.asking(Context.ROOT).call(EndUser::present)).isEmpty();
        assertThat(DRIVER.asking(Context.ROOT).call(() -> RequestId.alone().call(EndUser::asks)))
                .isEqualTo(Optional.of(DRIVER));
    }

    private static void assertOwns(EndUser user, Message request) {
        assertThatCode(() -> user.mustOwn(request)).doesNotThrowAnyException();
    }

    private static void assertDenied(EndUser user, Message request) {
        assertThatThrownBy(() -> user.mustOwn(request)).hasMessageContaining("PERMISSION_DENIED");
    }
}
