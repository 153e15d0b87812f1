package dev.supporters.commander.engagement;

import dev.supporters.commander.CommanderConfig;
import dev.supporters.commander.slot.Command;
import dev.supporters.commander.slot.DriveRule.DriveStep;
import dev.supporters.commander.slot.DriverPositions;
import dev.supporters.commander.slot.SlotRepository;
import dev.supporters.commander.slot.StepRule;
import dev.supporters.commander.slot.StepRule.Doubt;
import dev.supporters.contract.CallId;
import dev.supporters.contract.DriverId;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.platform.store.Versioned;
import dev.supporters.proto.common.v1.ErrorReason;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import java.util.Optional;

/**
 * Compares a step that a driver reports with the driver's last position. A step that it contradicts is taken with a warning, or held until
 * the position agrees or an operator takes the step in the driver's name: a setting. Without an answer there is no doubt.
 */
@ApplicationScoped
public class StepCheck {

    private static final Logger LOG = Logger.getLogger(StepCheck.class);

    private final SlotRepository slots;
    private final DriverPositions positions;
    private final MillisClock clock;
    private final CommandMetrics metrics;
    private final Contradicted contradicted;
    private final StepRule rule;

    public StepCheck(
            SlotRepository slots,
            DriverPositions positions,
            MillisClock clock,
            CommandMetrics metrics,
            CommanderConfig config) {
        this.slots = slots;
        this.positions = positions;
        this.clock = clock;
        this.metrics = metrics;
        contradicted = config.steps().contradicted();
        rule = new StepRule(config.steps().meters(), config.steps().positionMaxAge());
    }

    /** What becomes of a step that the driver's position contradicts. */
    public enum Contradicted {
        /** It is taken; nobody looks. */
        IGNORED,
        /** It is taken, and the answer says so. */
        WARNED,
        /** It is refused. */
        HELD
    }

    /** The doubt with which a step is taken; STEP_CONTRADICTED if it is not. */
    public Optional<Doubt> check(DriverId driverId, CallId callId, DriveStep step) {
        if (contradicted == Contradicted.IGNORED) {
            return Optional.empty();
        }
        Optional<Doubt> doubt =
                StepRule.next(slots.find(driverId).map(Versioned::value), callId, step)
                        .flatMap(command -> doubt(command, step));
        doubt.ifPresent(found -> {
            metrics.doubted(step, contradicted);
            LOG.infof(
                    "step contradicted callId=%s driverId=%s step=%s doubt=%s outcome=%s",
                    callId, driverId, step, found, contradicted);
            if (contradicted == Contradicted.HELD) {
                throw new Refusal(
                        ErrorReason.ERROR_REASON_STEP_CONTRADICTED,
                        "step " + step + ": " + found,
                        "a position that agrees, or an operator's step");
            }
        });
        return doubt;
    }

    private Optional<Doubt> doubt(Command command, DriveStep step) {
        try {
            return positions
                    .last(command.driverId())
                    .flatMap(seen -> rule.doubt(command, step, seen, clock.now()));
        } catch (Refusal refusal) { // whatever it is: a look at positions keeps nobody from driving
            LOG.debugf("step is not compared with a position reason=%s", refusal.reasonName());
            return Optional.empty();
        }
    }
}
