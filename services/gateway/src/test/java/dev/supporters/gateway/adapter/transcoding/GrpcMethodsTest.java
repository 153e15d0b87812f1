package dev.supporters.gateway.adapter.transcoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class GrpcMethodsTest {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final Pattern CLIENT =
            Pattern.compile("quarkus\\.grpc\\.clients\\.([a-z]+)\\.host");

    @Test
    void areThoseOfAllServicesThatTheGatewayCalls() throws IOException {
        Set<String> clients =
                CLIENT.matcher(Files.readString(PROPERTIES))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toSet());

        assertThat(GrpcMethods.ALL)
                .extracting(GrpcMethod::service)
                .containsAll(clients)
                .isSubsetOf(clients);
    }

    @Test
    void haveBoundsInTheConfiguration() throws IOException {
        String properties = Files.readString(PROPERTIES);

        assertThat(GrpcMethods.ALL)
                .extracting(GrpcMethod::remote)
                .allSatisfy(remote ->
                        assertThat(properties)
                                .contains("supporters.remote." + remote + ".deadline="));
    }

    @Test
    void thatTakeLongHaveBoundsOfTheirOwn() {
        assertThat(GrpcMethods.ALL)
                .extracting(GrpcMethod::fullName, GrpcMethod::remote)
                .contains(
                        tuple("supporters.call.v1.CallService/EraseCustomer", "call-erasure"),
                        tuple("supporters.call.v1.CallService/BatchGet", "call-reads"),
                        tuple("supporters.call.v1.CallService/Request", "call"),
                        tuple(
                                "supporters.commander.v1.CommanderService/GetEngagement",
                                "commander-reads"),
                        tuple(
                                "supporters.driver.v1.DriverService/ImportStatistics",
                                "driver-import"),
                        tuple(
                                "supporters.insight.v1.InsightService/DryRunPolicy",
                                "insight-dry-run"),
                        tuple("supporters.routing.v1.RoutingService/Route", "routing"));
    }

    @Test
    void containEveryMethodOfRest() {
        assertThat(GrpcMethods.ALL)
                .containsAll(RestMethods.ALL.stream().map(RestMethod::method).toList());
    }
}
