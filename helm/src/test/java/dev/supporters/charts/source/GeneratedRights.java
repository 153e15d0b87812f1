package dev.supporters.charts.source;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What an administrator would run, read: the rights of each login. */
public final class GeneratedRights {

    private static final Pattern ALLOW =
            Pattern.compile("^allow '([^']+)'(.*)$", Pattern.MULTILINE);
    private static final Pattern OPTION =
            Pattern.compile("--(operation|topic|group) ([A-Za-z0-9.-]+)");
    private static final Pattern MAY =
            Pattern.compile("^may\\('([^']+)', '([^']+)'\\);$", Pattern.MULTILINE);

    private final String kafka;
    private final String mongodb;
    private final String functions;

    public GeneratedRights(JsonNode configMap) {
        kafka = configMap.at("/data/kafka").asText();
        mongodb = configMap.at("/data/mongodb").asText();
        functions = configMap.at("/data/functions").asText();
    }

    /** Of whom there is a login, without what the installation is called. */
    public List<String> logins() {
        return functions.lines().toList();
    }

    /** All that each login may at the brokers, each as "operation kind name". */
    public Map<String, TreeSet<String>> atBrokers() {
        Map<String, TreeSet<String>> rights = new TreeMap<>();
        ALLOW.matcher(kafka)
                .results()
                .forEach(line ->
                        rights.computeIfAbsent(line.group(1), login -> new TreeSet<>())
                                .addAll(read(line.group(2))));
        return rights;
    }

    /** The database of each login, in which it may read and write. */
    public Map<String, String> atStore() {
        Map<String, String> rights = new TreeMap<>();
        MAY.matcher(mongodb).results().forEach(line -> rights.put(line.group(1), line.group(2)));
        return rights;
    }

    private static TreeSet<String> read(String options) {
        TreeSet<String> rights = new TreeSet<>();
        for (MatchResult operation : OPTION.matcher(options).results().toList()) {
            for (MatchResult resource : OPTION.matcher(options).results().toList()) {
                if (operation.group(1).equals("operation")
                        && !resource.group(1).equals("operation")) {
                    rights.add(
                            operation.group(2) + " " + resource.group(1) + " " + resource.group(2));
                }
            }
        }
        return rights;
    }
}
