package dev.supporters.commander.deadline;

import dev.supporters.commander.CommanderConfig;
import dev.supporters.commander.engagement.AnswerService;
import dev.supporters.commander.engagement.MillisClock;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.time.Scheduler;

import io.micrometer.core.instrument.MeterRegistry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Accepts commands by silence when their deadline has passed. Each command has a timer in the process that reads its event; a sweep
 * finds commands whose timer was lost with its process; and a call that does not answer is asked again, until it is too late for that.
 */
@ApplicationScoped
public class DeadlineService {

    private static final Logger LOG = Logger.getLogger(DeadlineService.class);
    private static final int BATCH = 500;
    private static final Duration LONG_AGO = Duration.ofMinutes(1);

    private final SlotRepository slots;
    private final AnswerService answers;
    private final Scheduler scheduler;
    private final MillisClock clock;
    private final CommanderConfig config;
    private final LongSupplier realNanos;
    private final AtomicLong overdueSeconds;
    private final Set<String> timed = ConcurrentHashMap.newKeySet();
    private final Map<String, UnansweredCommand> unanswered = new ConcurrentHashMap<>();
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    @Inject
    public DeadlineService(
            SlotRepository slots,
            AnswerService answers,
            Scheduler scheduler,
            MillisClock clock,
            CommanderConfig config,
            MeterRegistry meters) {
        this(slots, answers, scheduler, clock, config, meters, System::nanoTime);
    }

    DeadlineService(
            SlotRepository slots,
            AnswerService answers,
            Scheduler scheduler,
            MillisClock clock,
            CommanderConfig config,
            MeterRegistry meters,
            LongSupplier realNanos) {
        this.slots = slots;
        this.answers = answers;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        this.realNanos = realNanos;
        overdueSeconds = meters.gauge("supporters_commander_overdue_seconds", new AtomicLong());
    }

    /** Sweeps and retries from now on. */
    public void start() {
        scheduler.every(config.sweepPause(), this::sweep);
        scheduler.every(config.confirmPause(), this::retry);
    }

    /** Sets the timer of a command. One of long ago, read from a backlog, is left to the sweep. */
    public void schedule(DriverId driverId, String commandId, Instant deadline) {
        if (deadline.plus(LONG_AGO).isAfter(clock.now()) && timed.add(commandId)) {
            scheduler.at(
                    deadline,
                    () -> {
                        if (timed.remove(commandId)) {
                            once(commandId, () -> passed(driverId, commandId));
                        }
                    });
        }
    }

    /** A command has its outcome: its deadline needs no look into the store. */
    public void decided(String commandId) {
        timed.remove(commandId);
    }

    void sweep() {
        List<Command> overdue = slots.overdue(clock.now(), BATCH);
        overdueSeconds.set(
                overdue.stream()
                        .map(command -> Duration.between(command.deadlineTime(), clock.now()))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO)
                        .toSeconds());
        for (Command command : overdue) {
            if (!unanswered.containsKey(command.commandId())) {
                // a timer that fires at once: each has a thread of its own, and none delays the
                // others
                scheduler.at(
                        command.deadlineTime(),
                        () ->
                                once(
                                        command.commandId(),
                                        () -> passed(command.driverId(), command.commandId())));
            }
        }
    }

    void retry() {
        for (UnansweredCommand command : unanswered.values()) {
            scheduler.at(clock.now(), () -> once(command.commandId(), () -> retry(command)));
        }
    }

    private void passed(DriverId driverId, String commandId) {
        try {
            answers.silence(driverId, commandId);
            unanswered.remove(commandId);
        } catch (Refusal failure) {
            LOG.debugf(
                    "call does not answer commandId=%s reason=%s", commandId, failure.reasonName());
            unanswered.computeIfAbsent(
                    commandId,
                    id -> new UnansweredCommand(driverId, commandId, realNanos.getAsLong()));
        }
    }

    private void retry(UnansweredCommand command) {
        if (realNanos.getAsLong() - command.sinceNanos() < config.confirmPatience().toNanos()) {
            passed(command.driverId(), command.commandId());
            return;
        }
        answers.silenceUnconfirmed(command.driverId(), command.commandId());
        unanswered.remove(command.commandId());
    }

    /** Makes sure that timer, sweep and retry do not ask about one command at the same time. */
    private void once(String commandId, Runnable task) {
        if (!underWay.add(commandId)) {
            return;
        }
        try {
            task.run();
        } finally {
            underWay.remove(commandId);
        }
    }

    private record UnansweredCommand(DriverId driverId, String commandId, long sinceNanos) {}
}
