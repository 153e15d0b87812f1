package dev.supporters.commander;

import static dev.supporters.commander.Samples.anyRequest;
import static dev.supporters.commander.Samples.call;
import static dev.supporters.commander.Samples.driver;

import com.google.protobuf.Message;

import dev.supporters.commander.adapter.mongo.MongoSlotRepository;
import dev.supporters.commander.adapter.mongo.SlotStores;
import dev.supporters.commander.engagement.AnswerService;
import dev.supporters.commander.engagement.AssignmentService;
import dev.supporters.commander.engagement.AssignmentService.Assignment;
import dev.supporters.commander.engagement.CommandMetrics;
import dev.supporters.commander.engagement.DriveService;
import dev.supporters.commander.engagement.MillisClock;
import dev.supporters.commander.engagement.SlotService;
import dev.supporters.commander.slot.CallClaim;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.Slot;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.watch.WatcherRegistry;
import dev.supporters.contract.GeneralDrives;
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

/** All of commander, with its slots in memory and a call that answers as a test wants it. */
public final class Night {

    public final TestClock clock = new TestClock();
    public final FakeCallConfirmation calls = new FakeCallConfirmation();
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final WatcherRegistry watchers = new WatcherRegistry(registry);
    public final InMemoryAggregateStore<CallClaim> documents =
            new InMemoryAggregateStore<>(SlotStores.SLOTS);
    public final CountingSlotRepository slots =
            new CountingSlotRepository(new MongoSlotRepository(documents, watchers));
    public final MillisClock millisClock = new MillisClock(clock);
    public final GeneralDrives general = new GeneralDrives(clock);
    public final AssignmentService assignments;
    public final AnswerService answers;
    public final DriveService drives;
    public final SlotService slotService;

    public Night() {
        CommandMetrics metrics = new CommandMetrics(registry);
        assignments = new AssignmentService(slots, general, millisClock, metrics);
        answers = new AnswerService(slots, calls, general, millisClock, metrics);
        drives = new DriveService(slots, answers, millisClock, metrics);
        slotService = new SlotService(slots);
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
            slotService.apply(Samples.begun(each));
        }
        return this;
    }

    /** Commands a call to a driver. */
    public Command commanded(String call, String driver) {
        Assignment assignment = assignments.assign(Samples.order(call, driver));
        return ((Assignment.Given) assignment).command();
    }

    /** Commands a call to a driver, who accepts. */
    public Command accepted(String call, String driver) {
        return accepted(call, driver, anyRequest());
    }

    /** The same, with the key of the acceptance. */
    public Command accepted(String call, String driver, String requestId) {
        Command command = commanded(call, driver);
        answers.accept(driver(driver), Samples.key(command), requestId);
        return command;
    }

    /** The driver begins to work on the next business date. */
    public void nextEvening(String driver) {
        clock.advance(Duration.ofDays(1));
        slotService.apply(Samples.begunNextEvening(driver));
    }

    public Slot slot(String driver) {
        return slotService.slot(driver(driver)).value();
    }

    public List<ActivityEvent> published() {
        return documents.published().stream().map(Event::payload).map(Night::activity).toList();
    }

    /** The published events, by their names of 2019 without the prefix. */
    public List<String> publishedNames() {
        return published().stream()
                .map(event -> event.getActionName().name().replace("ACTION_NAME_CALL_", ""))
                .toList();
    }

    public double counted(String outcome) {
        return registry.counter("supporters_commander_commands_total", "outcome", outcome).count();
    }

    public SlotRepository store() {
        return slots;
    }

    public void closeCall(String call) {
        assignments
                .close(call(call))
                .ifPresent(command -> {
                    throw new AssertionError("engaged: " + command.commandId());
                });
    }

    private static ActivityEvent activity(Message payload) {
        return (ActivityEvent) payload;
    }
}
