package dev.supporters.insight.dryrun;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.dispatch.move.MoveSettings;
import dev.supporters.dispatch.move.RestAdvisor;
import dev.supporters.dispatch.zone.ZoneRules;
import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.simulation.engine.DispatchSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The numbers of a policy that a simulated night depends on. */
final class SimulatedTerms {

    private static final double PERCENT = 100;

    /** What a version says about itself. */
    private static final Set<String> ABOUT_THE_VERSION =
            Set.of(
                    "product",
                    "region",
                    "version",
                    "update_time",
                    "updated_by",
                    "update_reason",
                    "effective_time");

    private static final Set<String> SIMULATED =
            Set.of(
                    "max_pickup",
                    "hourly_wage",
                    "assignment.first_pickup",
                    "assignment.pickup_growth",
                    "assignment.hold",
                    "assignment.chaining",
                    "assignment.chain_within",
                    "assignment.shift_end_tolerance",
                    "moves.enabled",
                    "moves.min_interval",
                    "moves.after_decline",
                    "moves.rest_advice",
                    "moves.rest_begin",
                    "moves.rest_end",
                    "moves.rest_percent",
                    "zones.enabled",
                    "zones.open_demand",
                    "zones.close_demand",
                    "zones.min_cells",
                    "zones.closing_warning");

    private static final Set<String> PARTS = Set.of("assignment", "moves", "zones");

    private SimulatedTerms() {}

    /**
     * How the night is dispatched: as the services do it, so a call waits for the end of a drive. The simulation advises rests only where it
     * plans moves, too.
     *
     * @param share how large the played night is, of the night that it stands for; fewer calls open as many cells
     */
    static DispatchSettings settings(Policy policy, double share) {
        MovePolicy moves = MovePolicy.of(policy);
        return new DispatchSettings(
                Timestamps.duration(policy.getMaxPickup()),
                AssignmentPolicy.of(policy),
                true,
                moves.enabled()
                        ? Optional.of(
                                MoveSettings.STANDARD.with(
                                        moves.minInterval(), moves.afterDecline()))
                        : Optional.empty(),
                moves.restAdvice()
                        ? new RestAdvisor(
                                moves.restBegin(),
                                moves.restEnd(),
                                moves.restPercent() / PERCENT,
                                RestAdvisor.STANDARD.perTick())
                        : RestAdvisor.OFF,
                true,
                zones(ZonePolicy.of(policy), share));
    }

    private static Optional<ZoneRules> zones(ZonePolicy zones, double share) {
        return zones.enabled()
                ? Optional.of(
                        new ZoneRules(
                                true,
                                zones.openDemand() * share,
                                zones.closeDemand() * share,
                                zones.minCells(),
                                zones.closingWarning()))
                : Optional.empty();
    }

    /** The fields that differ and that no simulated night shows, by their names in the protos and in their order. */
    static List<String> notSimulated(Policy present, Policy proposed) {
        List<String> changed = new ArrayList<>();
        for (FieldDescriptor field : Policy.getDescriptor().getFields()) {
            if (PARTS.contains(field.getName())) {
                Message before = (Message) present.getField(field);
                Message after = (Message) proposed.getField(field);
                for (FieldDescriptor inner : field.getMessageType().getFields()) {
                    addIfChanged(field.getName() + ".", inner, before, after, changed);
                }
            } else if (!ABOUT_THE_VERSION.contains(field.getName())) {
                addIfChanged("", field, present, proposed, changed);
            }
        }
        return List.copyOf(changed);
    }

    private static void addIfChanged(
            String part,
            FieldDescriptor field,
            Message before,
            Message after,
            List<String> changed) {
        String name = part + field.getName();
        if (!SIMULATED.contains(name) && !before.getField(field).equals(after.getField(field))) {
            changed.add(name);
        }
    }
}
