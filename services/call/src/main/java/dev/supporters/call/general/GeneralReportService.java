package dev.supporters.call.general;

import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes the reports of general dispatch. */
@ApplicationScoped
public class GeneralReportService {

    private final CallRepository calls;
    private final CommandArbiter commander;
    private final FollowUpService followUps;

    public GeneralReportService(
            CallRepository calls, CommandArbiter commander, FollowUpService followUps) {
        this.calls = calls;
        this.commander = commander;
        this.followUps = followUps;
    }

    public Versioned<Call> report(GeneralReport report) {
        Versioned<Call> call =
                calls.find(report.callId())
                        .orElseThrow(() -> CallRefusals.notFound(report.callId()));
        if (GeneralRules.contested(call.value(), report.step()) && !freed(report)) {
            return call;
        }
        Versioned<Call> after =
                calls.change(
                                report.callId(),
                                "report/" + report.requestId(),
                                current -> GeneralRules.apply(current, report))
                        .orElseThrow(() -> CallRefusals.notFound(report.callId()));
        followUps.begin(after);
        return after;
    }

    /** Frees the supporter; one who drives the customer already stays. */
    private boolean freed(GeneralReport report) {
        try {
            commander.cancel(report.callId(), reason(report.step()));
            return true;
        } catch (Refusal refusal) {
            if (refusal.reason() == ErrorReason.ERROR_REASON_CALL_PICKED_UP) {
                return false;
            }
            throw refusal;
        }
    }

    private static CancellationReason reason(GeneralReport.Step step) {
        return step == GeneralReport.Step.CANCELLED
                ? CancellationReason.CANCELLATION_REASON_CUSTOMER
                : CancellationReason.CANCELLATION_REASON_WITHDRAWN;
    }
}
