package dev.supporters.simulation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.supporters.contract.TravelWithoutCar;
import dev.supporters.contract.TravelWithoutCar.Lines;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every number of the night model. Shares and probabilities are from 0 to 1. */
public record NightParameters(
        // calls
        double calls,
        double callsSigma,
        List<Double> hourShares,
        double hotSpotShare,
        double hotSpotSigma,
        double officeBegin,
        double officeLessPerHour,
        double nightlifeBegin,
        double nightlifeMorePerHour,
        double destinationDecayKm,
        double destinationLeastKm,
        double fareBase,
        double farePerKm,
        double fareFreeKm,
        double missingFareBase,
        double missingFarePerKm,
        // cars
        double roadFactor,
        double carKmh,
        double carKmhPerKm,
        double carKmhMostMore,
        double carMinutes,
        // drivers without a car
        double walkKmh,
        double rideMinutes,
        double rideKmh,
        double rideLateKmh,
        double transitMinutes,
        double transitKmh,
        double transitLateKmh,
        double travelSigma,
        // supporters
        double startsAtHotSpot,
        double onTime,
        double onTimeMinutes,
        double lateMinutes,
        double rests,
        double restLeastMinutes,
        double restMostMinutes,
        double refuses,
        double refusesPerMinute,
        double refusesFromMinutes,
        double acceptsByHand,
        double peeks,
        double followsMove,
        double walksBack,
        double losesNetwork,
        double lossLeastMinutes,
        double lossMostMinutes,
        double leavesEarly,
        // customers
        double patienceMinutes,
        double patienceSigma,
        double etaMinutes,
        double etaSigma,
        double cancelLeastSeconds,
        double cancelMostSeconds,
        double cancelsAnyway,
        double lateFactor,
        double boardLeastSeconds,
        double boardMostSeconds,
        // commission drivers
        double looksAway,
        double commissionPart,
        double wayBackWeight,
        double choiceSigma,
        double reservationWage,
        double reservationSigma,
        double dislikedPickupMinutes,
        double dislikedPickupFactor,
        double homewardFromHours,
        double homewardFactor,
        double drops,
        double lostPerIdleMinutes,
        double lostMinutes,
        double selfReturn,
        List<Double> broadcastKm,
        List<Double> broadcastSeconds,
        double broadcastLookSeconds,
        // what people do beside driving
        double applies,
        double rates,
        double disputes,
        // what the simulation varies
        double demandFactor,
        double travelFactor,
        double driveSigma,
        double followsRestAdvice,
        double forgetsToComplete,
        double positionMeters,
        double wrongPositions,
        Cheaters cheaters) {

    private static final double MODEL_SUPPORTERS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final NightParameters DEFAULTS =
            new NightParameters(
                    2_200,
                    .08,
                    List.of(.21, .27, .29, .23),
                    .85,
                    .25,
                    1.5,
                    .28,
                    .6,
                    .25,
                    8,
                    1.2,
                    15_000,
                    850,
                    5,
                    250,
                    155, // calls
                    1.3,
                    26,
                    .9,
                    26,
                    2, // cars
                    5,
                    3,
                    13,
                    11,
                    12,
                    22,
                    15,
                    .15, // without a car
                    .7,
                    .8,
                    5,
                    30,
                    .6,
                    8,
                    13,
                    .03,
                    .0075,
                    10,
                    .5,
                    .25,
                    .85,
                    .3,
                    .1,
                    2,
                    6,
                    .03, // supporters
                    4,
                    .6,
                    25,
                    .45,
                    30,
                    90,
                    .02,
                    1.3,
                    20,
                    90, // customers
                    .15,
                    .8,
                    .6,
                    .2,
                    18_000,
                    .3,
                    8,
                    .5,
                    2.5,
                    1.3,
                    .09,
                    45,
                    30,
                    .7,
                    List.of(1.2, 2.1, 3.0),
                    List.of(0.0, 20.0, 60.0),
                    45, // commission drivers
                    .1,
                    .6,
                    .06, // beside driving
                    1,
                    1,
                    .1,
                    .6,
                    0,
                    40,
                    .005,
                    Cheaters.NONE); // what the simulation varies

    public NightParameters {
        hourShares = List.copyOf(hourShares);
        if (hourShares.size() != 4) {
            throw new IllegalArgumentException(
                    "hourShares: " + hourShares.size() + " numbers (expected: 4)");
        }
        broadcastKm = List.copyOf(broadcastKm);
        broadcastSeconds = List.copyOf(broadcastSeconds);
        if (broadcastKm.isEmpty() || broadcastKm.size() != broadcastSeconds.size()) {
            throw new IllegalArgumentException(
                    "broadcastKm, broadcastSeconds: %d and %d numbers (expected: as many of both)"
                            .formatted(broadcastKm.size(), broadcastSeconds.size()));
        }
    }

    public static NightParameters defaults() {
        return DEFAULTS;
    }

    /** The defaults with the numbers of a JSON object in their place; a name that is not one of ours is an error. */
    public static NightParameters overriddenBy(String json) {
        try {
            ObjectNode merged = JSON.valueToTree(DEFAULTS);
            JsonNode overrides = JSON.readTree(json);
            if (!overrides.isObject()) {
                throw new IllegalArgumentException(
                        "parameters: " + overrides.getNodeType() + " (expected: a JSON object)");
            }
            for (Map.Entry<String, JsonNode> override : overrides.properties()) {
                put(merged, override.getKey(), override.getValue());
            }
            return JSON.treeToValue(merged, NightParameters.class);
        } catch (ValueInstantiationException e) {
            throw e.getCause() instanceof IllegalArgumentException cause
                    ? cause
                    : new IllegalStateException(e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "parameters: " + e.getOriginalMessage() + " (expected: a JSON object)", e);
        }
    }

    private static void put(ObjectNode merged, String name, JsonNode value) {
        JsonNode standard = merged.at(pointer(name));
        if (standard.isMissingNode() || standard.isObject()) {
            throw new IllegalArgumentException(
                    "parameters: "
                            + name
                            + " (expected: one of "
                            + String.join(", ", names(merged))
                            + ")");
        }
        if (!fits(standard, value)) {
            throw new IllegalArgumentException(
                    "parameters: "
                            + name
                            + " is "
                            + value
                            + " (expected: like "
                            + standard
                            + ", not negative)");
        }
        JsonPointer pointer = pointer(name);
        ((ObjectNode) merged.at(pointer.head())).set(pointer.last().getMatchingProperty(), value);
    }

    /** A name of a part has a point in it, as in cheaters.share. */
    private static JsonPointer pointer(String name) {
        return JsonPointer.compile(
                "/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/'));
    }

    private static boolean fits(JsonNode standard, JsonNode value) {
        if (standard.isTextual()) {
            return value.isTextual();
        }
        return standard.isArray()
                ? value.isArray() && value.valueStream().allMatch(NightParameters::counts)
                : counts(value);
    }

    private static boolean counts(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0;
    }

    private static List<String> names(ObjectNode node) {
        return node.propertyStream()
                .flatMap(part ->
                        part.getValue() instanceof ObjectNode parts
                                ? names(parts).stream().map(name -> part.getKey() + "." + name)
                                : Stream.of(part.getKey()))
                .toList();
    }

    /** What a drive of so many kilometres of road costs in Seoul, in full hundreds of won. */
    long fare(double roadKm) {
        return Math.round((fareBase + farePerKm * Math.max(0, roadKm - fareFreeKm)) / 100) * 100;
    }

    /** How long drivers without a car need. */
    public TravelWithoutCar travelWithoutCar() {
        return new TravelWithoutCar(
                roadFactor,
                walkKmh,
                new Lines(RandomVariates.minutes(rideMinutes), rideKmh, rideLateKmh),
                new Lines(RandomVariates.minutes(transitMinutes), transitKmh, transitLateKmh));
    }

    /** How far around commission drivers see a call that is so old. */
    public double broadcastRadius(double ageSeconds) {
        double radius = 0;
        for (int i = 0; i < broadcastKm.size(); i++) {
            if (ageSeconds >= broadcastSeconds.get(i)) {
                radius = broadcastKm.get(i);
            }
        }
        return radius;
    }

    /** As many supporters for so many calls as the model has: 500 for 2,200. */
    public static int supportersFor(int calls) {
        return Math.max(1, (int) Math.round(calls * MODEL_SUPPORTERS / DEFAULTS.calls()));
    }

    /** The same, with another number of calls. */
    public NightParameters withCalls(int wanted) {
        ObjectNode changed = JSON.valueToTree(this);
        changed.put("calls", (double) wanted);
        return JSON.convertValue(changed, NightParameters.class);
    }
}
