package dev.supporters.player;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.MutationInput;
import dev.supporters.player.client.SystemClients;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** After the night its operator closes the business date, when settlement would begin to do so by itself, and waits until it is closed. */
public final class BusinessDateCloser {

    /** Settlement closes a business date half an hour after its window. */
    private static final Duration DUE_AFTER = Duration.ofMinutes(30);

    /** Of a night that is played in real time it is only told how far it is. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final NightSetup setup;
    private final InsightFiguresReader.PassingTime waiting;

    /** In real time, whatever the night's clock does. */
    public BusinessDateCloser(NightSetup setup) {
        this(setup, InsightFiguresReader.PassingTime.inRealTime());
    }

    BusinessDateCloser(NightSetup setup, InsightFiguresReader.PassingTime waiting) {
        this.setup = setup;
        this.waiting = waiting;
    }

    /** What is known at last. */
    public BusinessDateFigures close() throws InterruptedException {
        Instant due = setup.night().windowEnd().plus(DUE_AFTER);
        try (SystemClients clients =
                new SystemClients(
                        setup.gateway(), setup.legacy(), setup.legacyToken(), what -> {})) {
            GatewayPerson operator = GatewayPerson.operator(setup, clients);
            if (setup.clock().realUntil(due).compareTo(LONGEST_WAIT) > 0) {
                return look(operator);
            }
            setup.clock().sleepUntil(due);
            Duration end = waiting.elapsed().plus(PATIENCE);
            BusinessDateFigures told = ask(operator);
            while (!told.closed() && waiting.elapsed().compareTo(end) < 0) {
                waiting.pause(BETWEEN_LOOKS);
                told = look(operator);
            }
            return told;
        }
    }

    private BusinessDateFigures ask(GatewayPerson operator) throws InterruptedException {
        GraphQlAnswer answer =
                operator.change(
                        GraphQlOperation.CLOSE_BUSINESS_DATE,
                        MutationInput.of("close-" + date())
                                .with("businessDate", date())
                                .with("region", NightSeed.REGION)
                                .with("overrides", JsonNodes.object().arrayNode()));
        return answer.refused()
                ? BusinessDateFigures.unknown("it was not closed: " + answer.reason())
                : figures(answer.data().path("closeBusinessDate").path("businessDate"));
    }

    private BusinessDateFigures look(GatewayPerson operator) throws InterruptedException {
        GraphQlAnswer answer =
                operator.ask(
                        GraphQlOperation.BUSINESS_DATE,
                        JsonNodes.object()
                                .put("businessDate", date())
                                .put("region", NightSeed.REGION));
        return answer.refused()
                ? BusinessDateFigures.unknown("settlement did not answer: " + answer.reason())
                : figures(answer.data().path("businessDate"));
    }

    private static BusinessDateFigures figures(JsonNode date) {
        return new BusinessDateFigures(
                date.path("state").asText(""),
                date.path("actor").asText(""),
                time(date.path("closingSince")),
                time(date.path("closedSince")),
                date.path("obstacles")
                        .valueStream()
                        .map(obstacle -> obstacle.path("kind").asText())
                        .collect(groupingBy(kind -> kind, counting())),
                "");
    }

    private static Optional<Instant> time(JsonNode text) {
        return Optional.of(JsonNodes.instant(text, Instant.MAX))
                .filter(time -> !time.equals(Instant.MAX));
    }

    private String date() {
        return setup.night().businessDate().toString();
    }
}
