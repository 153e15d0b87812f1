package dev.supporters.mlgateway.adapter.kafka;

import dev.supporters.contract.PolicyFollower;
import dev.supporters.mlgateway.forecast.ForecastConfig;
import dev.supporters.mlgateway.forecast.RegionalPolicies;
import dev.supporters.mlgateway.moves.MovePlanTimer;
import dev.supporters.mlgateway.moves.MovePlanningConfig;
import dev.supporters.platform.event.Events;
import dev.supporters.platform.event.StartPosition;
import dev.supporters.platform.event.TopicReader;
import dev.supporters.platform.event.Topics;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.proto.events.location.v1.LocationEvent;
import dev.supporters.proto.events.move.v1.MoveEvent;
import dev.supporters.proto.events.work.v1.WorkEvent;
import dev.supporters.proto.events.zone.v1.ZoneEvent;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The topics that forecasts and plans are made from. Ranking needs none of them, so the service does not wait for them. */
@ApplicationScoped
class PlanningTopicFollower {

    private static final Duration FORGET_EVERY = Duration.ofMinutes(1);

    private final Events events;
    private final RegionalPolicies policies;
    private final PlanningProjection projection;
    private final MovePlanTimer timer;
    private final Scheduler scheduler;
    private final Clock clock;
    private final ForecastConfig forecast;
    private final MovePlanningConfig moves;

    PlanningTopicFollower(
            Events events,
            RegionalPolicies policies,
            PlanningProjection projection,
            MovePlanTimer timer,
            Scheduler scheduler,
            Clock clock,
            ForecastConfig forecast,
            MovePlanningConfig moves) {
        this.events = events;
        this.policies = policies;
        this.projection = projection;
        this.timer = timer;
        this.scheduler = scheduler;
        this.clock = clock;
        this.forecast = forecast;
        this.moves = moves;
    }

    void start(@Observes StartupEvent event) {
        List<TopicReader> readers = new ArrayList<>(forecastTopics());
        if (moves.enabled()) {
            readers.addAll(planningTopics());
            timer.start(() -> readers.stream().allMatch(TopicReader::caughtUp));
        }
        scheduler.every(
                FORGET_EVERY,
                () ->
                        projection.forget(
                                clock.instant().minus(forecast.lookBack()),
                                clock.instant().minus(moves.lookBack())));
    }

    private List<TopicReader> forecastTopics() {
        return List.of(
                PolicyFollower.follow(events, Topics.POLICIES, policies::put),
                events.follow(
                        Topics.CALLS,
                        CallEvent.parser(),
                        StartPosition.last(forecast.lookBack()),
                        received -> projection.apply(received.event())));
    }

    private List<TopicReader> planningTopics() {
        StartPosition past = StartPosition.last(moves.lookBack());
        return List.of(
                events.follow(
                        Topics.WORK,
                        WorkEvent.parser(),
                        past,
                        received -> projection.apply(received.event())),
                events.follow(
                        Topics.ACTIVITY,
                        ActivityEvent.parser(),
                        past,
                        received -> projection.apply(received.event())),
                events.follow(
                        Topics.LOCATIONS,
                        LocationEvent.parser(),
                        past,
                        received -> projection.apply(received.event())),
                events.follow(
                        Topics.MOVES,
                        MoveEvent.parser(),
                        past,
                        received -> projection.apply(received.event())),
                events.follow(
                        Topics.ZONES,
                        ZoneEvent.parser(),
                        StartPosition.BEGINNING,
                        received -> projection.apply(received.event())));
    }
}
