package dev.supporters.platform.event;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.Config;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The topics that consumer groups of this process read, as the configuration says: they are counted from the start. */
@ApplicationScoped
class ConsumedTopics {

    private static final Pattern TOPIC =
            Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.topic");

    private final Events events;
    private final Config config;

    ConsumedTopics(Events events, Config config) {
        this.events = events;
        this.config = config;
    }

    void start(@Observes StartupEvent started) {
        of(config).forEach(events::expect);
    }

    static Set<String> of(Config config) {
        Set<String> topics = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            Matcher channel = TOPIC.matcher(name);
            if (channel.matches() && enabled(config, channel.group(1))) {
                topics.add(config.getValue(name, String.class));
            }
        }
        return topics;
    }

    private static boolean enabled(Config config, String channel) {
        return config.getOptionalValue(
                        "mp.messaging.incoming." + channel + ".enabled", Boolean.class)
                .orElse(true);
    }
}
