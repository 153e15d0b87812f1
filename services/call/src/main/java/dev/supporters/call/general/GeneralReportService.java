package dev.supporters.call.general;

import dev.supporters.call.activity.CallProjection;
import dev.supporters.call.followup.FollowUpService;
import dev.supporters.call.life.Call;
import dev.supporters.call.life.CallRefusals;
import dev.supporters.call.life.CallRepository;
import dev.supporters.call.path.CommandArbiter;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.RequestCause;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.CancellationReason;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** Takes the reports of general dispatch. */
@ApplicationScoped
public class GeneralReportService {

    private static final Logger LOG = Logger.getLogger(GeneralReportService.class);

    private final CallRepository calls;
    private final CommandArbiter commander;
    private final CallProjection projection;
    private final FollowUpService followUps;

    public GeneralReportService(
            CallRepository calls,
            CommandArbiter commander,
            CallProjection projection,
            FollowUpService followUps) {
        this.calls = calls;
        this.commander = commander;
        this.projection = projection;
        this.followUps = followUps;
    }

    public Versioned<Call> report(GeneralReport report) {
        Versioned<Call> call =
                calls.find(report.callId())
                        .orElseThrow(() -> CallRefusals.notFound(report.callId()));
        if (GeneralRules.contested(call.value(), report.step()) && driven(report)) {
            return call;
        }
        Versioned<Call> after =
                calls.change(
                                report.callId(),
                                RequestCause.withoutBody("report/" + report.requestId()),
                                current -> GeneralRules.apply(current, report))
                        .orElseThrow(() -> CallRefusals.notFound(report.callId()));
        followUps.begin(after);
        return after;
    }

    /** Frees the supporter; true if the customer is being driven. If nobody was freed, the call first hears how its command has ended. */
    private boolean driven(GeneralReport report) {
        try {
            if (!commander.cancel(report.callId(), reason(report.step()))) {
                Versioned<Call> call = projection.catchUp(report.callId());
                LOG.infof(
                        "call caught up callId=%s state=%s",
                        call.id(), call.value().state().kind());
            }
            return false;
        } catch (Refusal refusal) {
            if (refusal.reason() == ErrorReason.ERROR_REASON_CALL_PICKED_UP) {
                return true;
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
