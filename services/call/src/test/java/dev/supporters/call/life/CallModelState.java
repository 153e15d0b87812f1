package dev.supporters.call.life;

import static dev.supporters.call.SampleCalls.ID;

import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.adapter.mongo.CallStores;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.events.call.v1.CallEvent;
import dev.supporters.testkit.InMemoryAggregateStore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One call as it is stored, what commander and the legacy system know of it, and what has been heard of them so far. */
final class CallModelState {

    private final InMemoryAggregateStore<Call> stored;
    private final CommanderModel commander;
    private final LegacyModel legacy;
    private final Map<String, Integer> heard;
    private final List<CallEvent> toldNow;
    private final String form;

    private CallModelState(
            InMemoryAggregateStore<Call> stored,
            CommanderModel commander,
            LegacyModel legacy,
            Map<String, Integer> heard,
            List<CallEvent> toldNow) {
        this.stored = stored;
        this.commander = commander;
        this.legacy = legacy;
        this.heard = Map.copyOf(heard);
        this.toldNow = List.copyOf(toldNow);
        form = form();
    }

    static CallModelState first() {
        return new CallModelState(
                new InMemoryAggregateStore<>(CallStores.CALLS),
                CommanderModel.NOTHING,
                LegacyModel.NOTHING,
                Map.of(),
                List.of());
    }

    CallModelState then(
            InMemoryAggregateStore<Call> nextStored,
            CommanderModel nextCommander,
            LegacyModel nextLegacy,
            Map<String, Integer> nextHeard) {
        List<CallEvent> events =
                nextStored.published().stream().map(event -> (CallEvent) event.payload()).toList();
        return new CallModelState(
                nextStored.copy(() -> {}), nextCommander, nextLegacy, nextHeard, events);
    }

    InMemoryAggregateStore<Call> stored() {
        return stored;
    }

    CommanderModel commander() {
        return commander;
    }

    LegacyModel legacy() {
        return legacy;
    }

    /** How many events of each command were heard, and how many reports of the legacy system. */
    Map<String, Integer> heard() {
        return new HashMap<>(heard);
    }

    int heard(String whose) {
        return heard.getOrDefault(whose, 0);
    }

    /** What the last step told on the call's own topic. */
    List<CallEvent> toldNow() {
        return toldNow;
    }

    Optional<Call> call() {
        return stored.find(ID.value()).map(Versioned::value);
    }

    long version() {
        return stored.find(ID.value()).map(Versioned::version).orElse(0L);
    }

    /** What distinguishes one state from another. */
    @Override
    public String toString() {
        return form;
    }

    private String form() {
        StringBuilder text = new StringBuilder();
        call().ifPresent(call -> append(text, call));
        text.append(new TreeSet<>(stored.causes(ID.value())));
        text.append("; commander ").append(commander.closed() ? "closed " : "");
        commander.told().forEach(event -> append(text, event));
        return text.append("; legacy ")
                .append(legacy)
                .append("; heard ")
                .append(new TreeMap<>(heard))
                .toString();
    }

    private static void append(StringBuilder text, Call call) {
        text.append(call.state().kind())
                .append(' ')
                .append(call.path())
                .append(' ')
                .append(call.reason())
                .append(' ')
                .append(call.state().assignee())
                .append(call.hold().isPresent() ? " held" : "")
                .append(" past ")
                .append(call.pastCommands())
                .append(" without ")
                .append(call.excludedDrivers());
        for (FollowUp followUp : call.followUps().all()) {
            text.append(' ')
                    .append(followUp.kind())
                    .append('=')
                    .append(followUp.status().getClass().getSimpleName());
        }
        if (call.state() instanceof CallState.Cancelled cancelled) {
            text.append(" by ").append(cancelled.by());
        }
    }

    private static void append(StringBuilder text, CommandEvent event) {
        text.append(event.commandId()).append('=').append(event.kind()).append(' ');
    }

    List<String> commandIds() {
        return new ArrayList<>(
                commander.told().stream().map(CommandEvent::commandId).distinct().toList());
    }
}
