package dev.supporters.commander;

import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;

import com.google.protobuf.Message;

import dev.supporters.commander.adapter.mongo.InMemorySlots;
import dev.supporters.commander.engagement.Answering;
import dev.supporters.commander.engagement.Assigning;
import dev.supporters.commander.engagement.Assignment;
import dev.supporters.commander.engagement.CommandMeters;
import dev.supporters.commander.engagement.Driving;
import dev.supporters.commander.engagement.ShortClock;
import dev.supporters.commander.engagement.Working;
import dev.supporters.commander.slot.CallHolder;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.Slots;
import dev.supporters.commander.watch.Watchers;
import dev.supporters.platform.event.Event;
import dev.supporters.proto.events.activity.v1.ActivityEvent;
import dev.supporters.testkit.InMemoryAggregateStore;
import dev.supporters.testkit.TestClock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** All of commander, with its slots in memory and a call that says what it is told to. */
public final class Night {

    public final TestClock clock = new TestClock();
    public final FakeCalls calls = new FakeCalls();
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final Watchers watchers = new Watchers(registry);
    public final InMemoryAggregateStore<CallHolder> documents = InMemorySlots.documents();
    public final CountedSlots slots = new CountedSlots(InMemorySlots.slots(documents, watchers));
    public final ShortClock shortClock = new ShortClock(clock);
    public final Assigning assigning;
    public final Answering answering;
    public final Driving driving;
    public final Working working;

    public Night() {
        CommandMeters meters = new CommandMeters(registry);
        assigning = new Assigning(slots, shortClock, meters);
        answering = new Answering(slots, calls, shortClock, meters);
        driving = new Driving(slots, answering, shortClock, meters);
        working = new Working(slots);
    }

    public static CommanderConfig config() {
        return config(Map.of());
    }

    public static CommanderConfig config(Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .withMapping(CommanderConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(set)
                .build()
                .getConfigMapping(CommanderConfig.class);
    }

    /** These drivers begin to work. */
    public Night at(String... drivers) {
        for (String each : drivers) {
            working.heard(Samples.begun(each));
        }
        return this;
    }

    /** Commands a call to a driver. */
    public Command commanded(String call, String driver) {
        Assignment assignment = assigning.assign(Samples.order(call, driver));
        return ((Assignment.Given) assignment).command();
    }

    /** Commands a call to a driver, who accepts. */
    public Command accepted(String call, String driver) {
        Command command = commanded(call, driver);
        answering.accept(driver(driver), Samples.key(command));
        return command;
    }

    public Slot slot(String driver) {
        return working.slot(driver(driver)).value();
    }

    public List<ActivityEvent> told() {
        return documents.published().stream().map(Event::payload).map(Night::activity).toList();
    }

    /** What was told, by the old names without their prefix. */
    public List<String> toldNames() {
        return told().stream()
                .map(event -> event.getActionName().name().replace("ACTION_NAME_CALL_", ""))
                .toList();
    }

    public double counted(String outcome) {
        return registry.counter("supporters_commander_commands_total", "outcome", outcome).count();
    }

    public Slots store() {
        return slots;
    }

    public void closeCall(String call) {
        assigning
                .close(call(call))
                .ifPresent(command -> {
                    throw new AssertionError("engaged: " + command.commandId());
                });
    }

    private static ActivityEvent activity(Message payload) {
        return (ActivityEvent) payload;
    }
}
