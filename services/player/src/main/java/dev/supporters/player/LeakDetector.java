package dev.supporters.player;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps what a driver's app was told about a call, to find out when the app could have known the destination; the fare tells how far it is.
 */
final class LeakDetector {

    private static final int MOST_KEPT = 50;

    /** Something that the app was told. */
    private record Heard(String text, Instant at) {}

    private final Observations observations;
    private final String driverId;
    private final List<Heard> heard = new ArrayList<>();

    LeakDetector(Observations observations, String driverId) {
        this.observations = observations;
        this.driverId = driverId;
    }

    void newCommand() {
        heard.clear();
    }

    void heard(String text, Instant now) {
        if (heard.size() < MOST_KEPT) {
            heard.add(new Heard(text, now));
        }
    }

    /** The app shows the call's destination and fare from now on. Everything heard before is searched for them. */
    void revealed(String callId, JsonNode call, Instant now) {
        String lat = call.path("destination").path("lat").asText();
        String lng = call.path("destination").path("lng").asText();
        Pattern fare = Pattern.compile("\"fare\": ?" + call.path("fare").asText("none") + "\\b");
        heard.stream()
                .filter(message ->
                        (message.text().contains(lat) && message.text().contains(lng))
                                || fare.matcher(message.text()).find())
                .forEach(message -> observations.saw(callId, driverId, message.at()));
        heard.clear();
        observations.saw(callId, driverId, now);
    }
}
