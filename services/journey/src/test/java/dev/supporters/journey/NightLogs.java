package dev.supporters.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import dev.supporters.local.Interference;
import dev.supporters.oracle.NightReport;
import dev.supporters.simulation.Night;
import dev.supporters.stand.ServiceSpec;
import dev.supporters.stand.Stand;
import dev.supporters.stand.StandConfig;
import dev.supporters.stand.StandFolder;

import org.bson.Document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the services have logged in a night; one of them as an image does, in JSON. */
final class NightLogs implements Interference {

    /** Writes its log as JSON. */
    private static final ServiceSpec AS_AN_IMAGE = ServiceSpec.POLICY;

    /** Who knows names and exact places. */
    private static final List<String> DATABASES = List.of("supporters_call", "supporters_driver");

    private static final Set<String> NAMES = Set.of("name", "customerName", "poi", "address");
    private static final Set<String> COORDINATES = Set.of("lat", "lng");

    /** A shorter one may be a part of any number. */
    private static final Pattern EXACT = Pattern.compile("-?\\d{1,3}\\.\\d{4,}");

    private static final int SHORTEST_NAME = 2;

    /** Whoever only rehearses is called by a number, the driver's id. */
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Stand stand;
    private StandFolder folder;
    private Set<String> known = Set.of();
    private List<String> personal = List.of("not looked for");
    private List<String> asAnImage = List.of();

    /** How many names, places and secrets were looked for. */
    int known() {
        return known.size();
    }

    /** The lines that should not be in a log. */
    List<String> personal() {
        return personal;
    }

    /** The records of the service that logs as an image does; a line that is no object is left out. */
    List<JsonNode> records() {
        return asAnImage.stream()
                .filter(line -> line.startsWith("{"))
                .map(NightLogs::parsed)
                .toList();
    }

    /** Its lines that begin as those for people do: with the time of day. */
    List<String> linesForPeople() {
        return asAnImage.stream()
                .filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*"))
                .toList();
    }

    @Override
    public StandConfig prepare(StandConfig usual) {
        folder = usual.folder();
        return usual.with(AS_AN_IMAGE, Map.of(StandConfig.JSON_LOGS, "true"));
    }

    @Override
    public void during(Stand played, Night night) {
        stand = played;
    }

    @Override
    public void reported(NightReport report) {
        Set<String> values = new HashSet<>();
        values.add(stand.secrets().serviceToken());
        values.add(stand.secrets().legacyToken());
        try (MongoClient store =
                MongoClients.create("mongodb://127.0.0.1:" + stand.ports().store())) {
            for (String name : DATABASES) {
                var database = store.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    database.getCollection(collection)
                            .find()
                            .forEach(document -> collect(document, values));
                }
            }
        }
        known = Set.copyOf(values);
        PersonalData data = new PersonalData(known);
        personal =
                ServiceSpec.ALL.stream()
                        .flatMap(service ->
                                data.in(lines(service)).stream()
                                        .map(found -> service.name() + ": " + found))
                        .toList();
        asAnImage = lines(AS_AN_IMAGE);
    }

    private List<String> lines(ServiceSpec service) {
        Path log = folder.log(service.name());
        try {
            return Files.exists(log) ? Files.readAllLines(log) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the log cannot be read: " + log, e);
        }
    }

    private static void collect(Document document, Collection<String> values) {
        document.forEach((field, value) -> {
            if (value instanceof String text && isPersonal(field, text)) {
                values.add(text);
            }
            for (Document part : parts(value)) {
                collect(part, values);
            }
        });
    }

    private static boolean isPersonal(String field, String text) {
        return (NAMES.contains(field)
                        && text.length() >= SHORTEST_NAME
                        && !NUMBER.matcher(text).matches())
                || (COORDINATES.contains(field) && EXACT.matcher(text).matches());
    }

    private static List<Document> parts(Object value) {
        List<Document> parts = new ArrayList<>();
        switch (value) {
            case Document one -> parts.add(one);
            case Collection<?> many -> many.forEach(each -> parts.addAll(parts(each)));
            case null, default -> {}
        }
        return parts;
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + line, e);
        }
    }
}
