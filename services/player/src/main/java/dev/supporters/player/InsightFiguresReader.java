package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import dev.supporters.player.InsightFigures.Counted;
import dev.supporters.player.InsightFigures.CountedFigures;
import dev.supporters.player.InsightFigures.NotCounted;
import dev.supporters.player.InsightFigures.ZoneRowFigures;
import dev.supporters.player.client.GraphQlAnswer;
import dev.supporters.player.client.GraphQlOperation;
import dev.supporters.player.client.JsonNodes;
import dev.supporters.player.client.SystemClients;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the gateway, as the night's operator, for insight's figures, until insight has counted the night, or for so long. */
public final class InsightFiguresReader {

    /** Real time for what insight does each few seconds: to count, and to simulate. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A night that is played in real time is not waited for until insight simulates it. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Insight simulates a night half an hour after its window. */
    private static final Duration SIMULATED_AFTER = Duration.ofMinutes(31);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final NightSetup setup;
    private final PassingTime waiting;

    /** In real time, whatever the night's clock does. */
    public InsightFiguresReader(NightSetup setup) {
        this(setup, PassingTime.inRealTime());
    }

    InsightFiguresReader(NightSetup setup, PassingTime waiting) {
        this.setup = setup;
        this.waiting = waiting;
    }

    /** Real time, and how it passes. */
    interface PassingTime {

        Duration elapsed();

        void pause(Duration pause) throws InterruptedException;

        static PassingTime inRealTime() {
            long begin = System.nanoTime();
            return new PassingTime() {

                @Override
                public Duration elapsed() {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }

                @Override
                public void pause(Duration pause) throws InterruptedException {
                    Thread.sleep(pause);
                }
            };
        }
    }

    /**
     * What insight says once it has counted as many calls, all of them have ended, and it is known whether there is a simulated night; what
     * it says last, if that does not come.
     *
     * @param calls requested in the window
     */
    public InsightFigures read(long calls) throws InterruptedException {
        Duration longest = longest();
        InsightFigures told;
        try (SystemClients clients =
                new SystemClients(
                        setup.gateway(), setup.legacy(), setup.legacyToken(), what -> {})) {
            GatewayPerson operator = GatewayPerson.operator(setup, clients);
            while (true) {
                told = look(operator, longest);
                if (settled(told, calls) || waiting.elapsed().compareTo(longest) >= 0) {
                    return told;
                }
                waiting.pause(BETWEEN_LOOKS);
            }
        }
    }

    private Duration longest() {
        Duration longest =
                setup.clock()
                        .realUntil(setup.night().windowEnd().plus(SIMULATED_AFTER))
                        .plus(PATIENCE);
        return longest.compareTo(LONGEST) < 0 ? longest : LONGEST;
    }

    private InsightFigures look(GatewayPerson operator, Duration longest)
            throws InterruptedException {
        GraphQlAnswer answer =
                operator.ask(
                        GraphQlOperation.KPIS,
                        JsonNodes.object()
                                .put("businessDate", setup.night().businessDate().toString())
                                .put("region", NightSeed.REGION));
        if (answer.refused()) {
            return new NotCounted("insight did not answer: " + answer.reason());
        }
        JsonNode total = answer.data().path("kpis").path("total");
        return figures(total.path("night"))
                .<InsightFigures>map(night ->
                        new Counted(
                                night,
                                figures(total.path("legacy")),
                                total.path("missingLegacyReason").asText(""),
                                zones(answer.data().path("kpis").path("regions"))))
                .orElseGet(() ->
                        new NotCounted(
                                "insight had not counted the night within "
                                        + longest.toSeconds()
                                        + " s"));
    }

    /** The night has one region. */
    private static List<ZoneRowFigures> zones(JsonNode regions) {
        return regions.valueStream()
                .flatMap(region -> region.path("zones").valueStream())
                .flatMap(zone ->
                        figures(zone.path("kpis"))
                                .map(figures ->
                                        new ZoneRowFigures(
                                                zone.path("area").asText(),
                                                zone.path("zoneId").asText(""),
                                                figures))
                                .stream())
                .toList();
    }

    private static Optional<CountedFigures> figures(JsonNode night) {
        if (!night.isObject()) {
            return Optional.empty();
        }
        Map<NightKpi, Double> kpis = new EnumMap<>(NightKpi.class);
        for (NightKpi kpi : NightKpi.values()) {
            JsonNode told = night.path(kpi.field());
            JsonNode number = told.isObject() ? told.path("amount") : told;
            if (number.isNumber()) {
                kpis.put(kpi, number.doubleValue());
            }
        }
        return Optional.of(
                new CountedFigures(
                        night.path("calls").asLong(),
                        night.path("endedCalls").asLong(),
                        night.path("completedCalls").asLong(),
                        kpis));
    }

    private static boolean settled(InsightFigures told, long calls) {
        return switch (told) {
            case Counted counted ->
                    counted.night().calls() >= calls
                            && counted.night().ended() == counted.night().calls()
                            && !counted.missingLegacy().equals("NOT_YET");
            case NotCounted _ -> false;
        };
    }
}
