package dev.supporters.call.recovery;

import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.general.GeneralDispatcher;
import dev.supporters.call.general.GeneralReport;
import dev.supporters.call.general.GeneralReportService;
import dev.supporters.call.general.GeneralStatus;
import dev.supporters.call.general.GeneralStatus.State;
import dev.supporters.call.general.MissedReports;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.Call.DispatchPath;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.life.CallState;
import dev.supporters.call.life.FollowUp.Acknowledged;
import dev.supporters.call.life.FollowUp.Kind;
import dev.supporters.call.recovery.CallReconciliation.Finding;
import dev.supporters.contract.CallId;
import dev.supporters.platform.store.Versioned;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Optional;

/** Compares a call of general dispatch with what the legacy system knows of it. */
@ApplicationScoped
public class GeneralReconciliation {

    private final CallRepository calls;
    private final GeneralDispatcher legacy;
    private final GeneralReportService reports;
    private final FollowUpService followUps;
    private final Clock clock;

    public GeneralReconciliation(
            CallRepository calls,
            GeneralDispatcher legacy,
            GeneralReportService reports,
            FollowUpService followUps,
            Clock clock) {
        this.calls = calls;
        this.legacy = legacy;
        this.reports = reports;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** Compares; a call that is not with general dispatch any more agrees. */
    Finding compare(CallId callId) {
        Optional<Versioned<Call>> found = calls.find(callId).filter(call -> general(call.value()));
        if (found.isEmpty()) {
            return Finding.AGREES;
        }
        Versioned<Call> call = found.get();
        Optional<GeneralStatus> status = legacy.status(callId);
        if (status.isEmpty()) {
            return handedOverAgain(call) ? Finding.HEALED : unexplainedUnlessOpen(call.value());
        }
        if (status.get().state() == State.SUPPORTERS) {
            // commander was asked before: no supporter has it; the legacy system may not know yet
            return handedOverAgain(call) ? Finding.UNEXPLAINED : Finding.AGREES;
        }
        return report(call, status.get()) ? Finding.HEALED : Finding.AGREES;
    }

    private static boolean general(Call call) {
        return call.path() == DispatchPath.GENERAL && !call.state().ended();
    }

    private boolean report(Versioned<Call> call, GeneralStatus status) {
        long version = call.version();
        for (GeneralReport report :
                MissedReports.of(call.value(), status, "missed/" + version, clock.instant())) {
            version = reports.report(report).version();
        }
        return version != call.version();
    }

    /** The legacy system took it once, and does not have it, or has it for a command that is over. */
    private boolean handedOverAgain(Versioned<Call> call) {
        if (!taken(call.value())) {
            return false;
        }
        return calls.change(
                        call.value().id(),
                        "",
                        current ->
                                taken(current)
                                        ? Optional.of(current.handedOver(clock.instant()))
                                        : Optional.empty())
                .map(after -> {
                    followUps.begin(after);
                    return after.version() != call.version();
                })
                .orElse(false);
    }

    private static boolean taken(Call call) {
        return call.state() instanceof CallState.General
                && call.followUps()
                        .find(Kind.HAND_OVER)
                        .filter(followUp -> followUp.status() instanceof Acknowledged)
                        .isPresent();
    }

    /** One that is still to be handed over is unknown there for a good reason. */
    private static Finding unexplainedUnlessOpen(Call call) {
        return call.state() instanceof CallState.General ? Finding.AGREES : Finding.UNEXPLAINED;
    }
}
