package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.charts.rendering.Chart;
import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Manifests;
import dev.supporters.charts.source.Functions;
import dev.supporters.charts.source.ServiceSettings;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ChannelsTest {

    private static final Manifests ALL_ON = Chart.demo(Map.of());

    @Test
    void channelsAndPortsAreThoseOfTheServices() {
        for (String service : Functions.services()) {
            ServiceSettings settings = new ServiceSettings(service);

            assertThat(Functions.channels(service)).as(service).isEqualTo(settings.channels());
            assertThat(Functions.get(service).path("port").asInt()).isEqualTo(settings.port());
        }
    }

    @Test
    void everyChannelRunsInExactlyOneFunction() {
        for (String service : Functions.services()) {
            for (String channel : Functions.channels(service).keySet()) {
                assertThat(running(ALL_ON, service, channel))
                        .as(service + " " + channel)
                        .hasSize(1);
            }
        }
    }

    @Test
    void channelsOfFunctionsThatAreOffRunInTheServingOne() {
        Manifests small = Chart.render(Example.ALL.get(2));

        for (String service : Functions.services()) {
            for (String channel : Functions.channels(service).keySet()) {
                assertThat(running(small, service, channel)).containsExactly(service);
            }
        }
        assertThat(small.variable("supporters-work", "SUPPORTERS_WORK_CLOCKOFF_ENABLED"))
                .isEqualTo("missing");
    }

    /** Commands are given by one function and decided by two; the third needs nothing for that. */
    @Test
    void aSwitchMayBeOnInSeveralFunctions() {
        String general = "SUPPORTERS_COMMANDER_GENERAL_DRIVES";

        assertThat(ALL_ON.variable("supporters-commander-slots", general)).isEqualTo("false");
        for (String function : List.of("supporters-commander", "supporters-commander-timer")) {
            assertThat(ALL_ON.variable(function, general)).isEqualTo("missing");
        }
        assertThat(ALL_ON.variable("supporters-work-clockoff", "SUPPORTERS_WORK_GENERAL_DRIVES"))
                .isEqualTo("false");
        assertThat(ALL_ON.variable("supporters-work", "SUPPORTERS_WORK_GENERAL_DRIVES"))
                .isEqualTo("missing");
    }

    @Test
    void whatOneFunctionDoesTheOthersOfItsServiceLeave() {
        assertThat(ALL_ON.variable("supporters-routing", "SUPPORTERS_ROUTING_SERVE"))
                .isEqualTo("missing");
        assertThat(ALL_ON.variable("supporters-routing-results", "SUPPORTERS_ROUTING_SERVE"))
                .isEqualTo("false");
        assertThat(ALL_ON.variable("supporters-work", "SUPPORTERS_WORK_CLOCKOFF_ENABLED"))
                .isEqualTo("false");
        assertThat(ALL_ON.variable("supporters-mlgateway", "SUPPORTERS_MLGATEWAY_MOVES_ENABLED"))
                .isEqualTo("false");
        assertThat(
                        ALL_ON.variable(
                                "supporters-mlgateway-moves", "SUPPORTERS_MLGATEWAY_MOVES_ENABLED"))
                .isEqualTo("missing");
        assertThat(ALL_ON.variable("supporters-work-clockoff", "SUPPORTERS_WORK_CLOCKOFF_ENABLED"))
                .isEqualTo("missing");
        assertThat(ALL_ON.variable("supporters-call-projector", "SUPPORTERS_CALL_RECOVERY"))
                .isEqualTo("false");
        assertThat(ALL_ON.variable("supporters-call", "SUPPORTERS_CALL_HOLD")).isEqualTo("false");
        assertThat(ALL_ON.variable("supporters-call-hold", "SUPPORTERS_CALL_HOLD"))
                .isEqualTo("missing");
        assertThat(ALL_ON.variable("supporters-call", "SUPPORTERS_CALL_FOLLOW_UPS"))
                .isEqualTo("false");
        assertThat(ALL_ON.variable("supporters-call-general", "SUPPORTERS_CALL_FOLLOW_UPS"))
                .isEqualTo("missing");
    }

    private static List<String> running(Manifests manifests, String service, String channel) {
        return Functions.of(service).stream()
                .filter(name -> manifests.find("Deployment", "supporters-" + name).isPresent())
                .filter(name ->
                        !"false"
                                .equals(
                                        manifests.variable(
                                                "supporters-" + name,
                                                "mp.messaging.incoming." + channel + ".enabled")))
                .toList();
    }
}
