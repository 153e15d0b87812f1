package dev.supporters.call.recovery;

import static java.util.stream.Collectors.groupingBy;

import dev.supporters.call.CallConfig;
import dev.supporters.call.activity.CallCommands;
import dev.supporters.call.activity.CallProjection;
import dev.supporters.call.activity.CommandEvent;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallPage.Cursor;
import dev.supporters.call.life.CallRepository;
import dev.supporters.contract.CallId;
import dev.supporters.platform.refusal.ErrorReasons;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.refusal.UnexpectedAnswer;
import dev.supporters.platform.store.Versioned;
import dev.supporters.platform.time.Scheduler;
import dev.supporters.proto.common.v1.ErrorReason;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Compares calls that have been in their state for a while with what commander and the legacy system know of them, so that a lost event
 * or report leaves no call where it is not. What they say counts as if it had been told in time; hearing it again changes nothing.
 */
@ApplicationScoped
public class CallReconciliation {

    private static final Logger LOG = Logger.getLogger(CallReconciliation.class);
    private static final int PAGE = CallCommands.MOST_CALLS;

    private final CallRepository calls;
    private final CallProjection projection;
    private final CallCommands commander;
    private final GeneralReconciliation general;
    private final Scheduler scheduler;
    private final Clock clock;
    private final CallConfig config;
    private final MeterRegistry meters;
    private final AtomicInteger unexplained;
    private final ReentrantLock sweeping = new ReentrantLock();

    public CallReconciliation(
            CallRepository calls,
            CallProjection projection,
            CallCommands commander,
            GeneralReconciliation general,
            Scheduler scheduler,
            Clock clock,
            CallConfig config,
            MeterRegistry meters) {
        this.calls = calls;
        this.projection = projection;
        this.commander = commander;
        this.general = general;
        this.scheduler = scheduler;
        this.clock = clock;
        this.config = config;
        this.meters = meters;
        unexplained = meters.gauge("supporters_call_unexplained", new AtomicInteger());
        healed(DispatchPath.SUPPORTERS, 0);
        healed(DispatchPath.GENERAL, 0);
    }

    /** What a comparison shows. */
    enum Finding {
        AGREES,
        /** The call was elsewhere, and knows it now. */
        HEALED,
        /** The other part does not know what the call says of it. */
        UNEXPLAINED,
        /** The other part does not answer. */
        UNANSWERED
    }

    void start(@Observes StartupEvent started) {
        if (config.followUps()) {
            scheduler.every(config.reconcileEvery(), this::sweep);
        }
    }

    /** Goes through all of them, page by page. */
    public void sweep() {
        sweeping.lock();
        try {
            Sweep sweep = new Sweep(clock.instant());
            Optional<Cursor> after = Optional.empty();
            do {
                after = sweep.page(after);
            } while (after.isPresent());
            unexplained.set(sweep.unexplained);
        } finally {
            sweeping.unlock();
        }
    }

    private void healed(DispatchPath path, int times) {
        meters.counter("supporters_call_reconciled_total", "path", path.name()).increment(times);
    }

    /** One way through all calls. A part that does not answer is not asked again in it. */
    private final class Sweep {

        private final Instant now;
        private boolean commanderAnswers = true;
        private boolean legacyAnswers = true;
        private int unexplained;

        Sweep(Instant now) {
            this.now = now;
        }

        /** The place after which the next page begins; empty if there is none. */
        Optional<Cursor> page(Optional<Cursor> after) {
            List<Versioned<Call>> page =
                    calls.unchangedSince(now.minus(config.reconcileAfter()), after, PAGE);
            if (!page.isEmpty()) {
                compareWithCommander(page);
                page.forEach(this::compareWithLegacy);
            }
            return page.size() < PAGE
                    ? Optional.empty()
                    : Optional.of(Cursor.ofUnchanged(page.getLast().value()));
        }

        private void compareWithCommander(List<Versioned<Call>> page) {
            Optional<Map<CallId, List<CommandEvent>>> known = commandsOf(page);
            for (Versioned<Call> call : page) {
                if (known.isPresent() && commanderAnswers) {
                    List<CommandEvent> commands =
                            known.get().getOrDefault(call.value().id(), List.of());
                    Finding finding = found(call, () -> compare(call, commands));
                    note(call, DispatchPath.SUPPORTERS, finding);
                    commanderAnswers = finding != Finding.UNANSWERED;
                }
            }
        }

        private Optional<Map<CallId, List<CommandEvent>>> commandsOf(List<Versioned<Call>> page) {
            if (!commanderAnswers) {
                return Optional.empty();
            }
            try {
                List<CallId> ids = page.stream().map(call -> call.value().id()).toList();
                return Optional.of(
                        commander.of(ids).stream().collect(groupingBy(CommandEvent::callId)));
            } catch (Refusal refusal) {
                LOG.infof("commander not asked for commands cause=%s", refusal.reasonName());
                commanderAnswers = faulty(refusal);
                return Optional.empty();
            }
        }

        private void compareWithLegacy(Versioned<Call> call) {
            boolean due =
                    call.value().path() == DispatchPath.GENERAL
                            && !call.value()
                                    .since()
                                    .isAfter(now.minus(config.reconcileGeneralAfter()));
            if (due && legacyAnswers) {
                Finding finding = found(call, () -> general.compare(call.value().id()));
                note(call, DispatchPath.GENERAL, finding);
                legacyAnswers = finding != Finding.UNANSWERED;
            }
        }

        private void note(Versioned<Call> call, DispatchPath with, Finding finding) {
            switch (finding) {
                case AGREES, UNANSWERED -> {}
                case HEALED -> {
                    healed(with, 1);
                    LOG.warnf(
                            "call reconciled callId=%s path=%s was=%s",
                            call.id(), with, call.value().state().kind());
                }
                case UNEXPLAINED -> {
                    unexplained++;
                    LOG.warnf(
                            "call unexplained callId=%s path=%s state=%s",
                            call.id(), with, call.value().state().kind());
                }
            }
        }
    }

    private Finding compare(Versioned<Call> call, List<CommandEvent> commands) {
        String own = call.value().commandId();
        if (!own.isEmpty()
                && commands.stream().noneMatch(command -> command.commandId().equals(own))) {
            return Finding.UNEXPLAINED;
        }
        if (!CallProjection.news(call.value(), commands)) {
            return Finding.AGREES;
        }
        projection.apply(call.value().id(), commands);
        return Finding.HEALED;
    }

    private static Finding found(Versioned<Call> call, Supplier<Finding> comparison) {
        try {
            return comparison.get();
        } catch (Refusal refusal) {
            LOG.infof("call not compared callId=%s cause=%s", call.id(), refusal.reasonName());
            if (faulty(refusal)) {
                return Finding.UNEXPLAINED;
            }
            return ErrorReasons.failure(refusal.reason()) ? Finding.UNANSWERED : Finding.AGREES;
        } catch (RuntimeException fault) {
            // a fault of ours with this call keeps no other call from being compared
            LOG.errorf(fault, "comparison broke callId=%s", call.id());
            return Finding.UNEXPLAINED;
        }
    }

    /** Whether the other part answers, but not about this. */
    private static boolean faulty(Refusal refusal) {
        return refusal instanceof UnexpectedAnswer
                || refusal.reason() == ErrorReason.ERROR_REASON_INTERNAL;
    }
}
