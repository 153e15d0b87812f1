package dev.supporters.platform.event;

import io.quarkus.runtime.StartupEvent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Ready once what happened before the start is in memory, of the topics by which this process answers. Whoever follows such a topic adds
 * its reader at the start. A process that adds none is ready.
 */
@Readiness
@Default
@ApplicationScoped
public class TopicsCaughtUpCheck implements HealthCheck {

    /** After all who follow. */
    private static final int LAST = Integer.MAX_VALUE;

    private final List<TopicReader> readers = new CopyOnWriteArrayList<>();
    private volatile boolean allAdded;

    public void add(TopicReader reader) {
        readers.add(reader);
    }

    void started(@Observes @Priority(LAST) StartupEvent event) {
        allAdded = true;
    }

    /** Whether all is in memory that there was at the start. */
    public boolean caughtUp() {
        return allAdded && readers.stream().allMatch(TopicReader::caughtUp);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics caught up").status(caughtUp()).build();
    }
}
