package dev.supporters.simulation.engine;

import dev.supporters.contract.Arm;
import dev.supporters.contract.Position;
import dev.supporters.contract.WorkWindow.OpenWindow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which policy applies in a simulated night, at a place and a time. */
final class PolicyInForce {

    private final DispatchSettings usual;
    private final Optional<Switching> switching;

    private PolicyInForce(DispatchSettings usual, Optional<Switching> switching) {
        this.usual = usual;
        this.switching = switching;
    }

    /** One all night. */
    static PolicyInForce always(DispatchSettings settings) {
        return new PolicyInForce(settings, Optional.empty());
    }

    /** By the plan of an experiment; before and after the window the control. */
    static PolicyInForce of(SwitchedPolicy policy, NightModel model) {
        return new PolicyInForce(policy.control(), Optional.of(new Switching(policy, model)));
    }

    DispatchSettings at(Position place, double now) {
        return switching.map(found -> found.at(place, now)).orElse(usual);
    }

    /** What is the same everywhere. */
    DispatchSettings usual() {
        return usual;
    }

    /** All that may apply. */
    List<DispatchSettings> all() {
        return switching
                .map(found -> List.of(usual, found.policy.treatment()))
                .orElseGet(() -> List.of(usual));
    }

    private static final class Switching {

        private final SwitchedPolicy policy;
        private final NightModel model;
        private final OpenWindow window;

        /** Of each interval of each region: a plan hashes, and a night asks it often. */
        private final Map<String, Arm> arms = new HashMap<>();

        Switching(SwitchedPolicy policy, NightModel model) {
            this.policy = policy;
            this.model = model;
            window =
                    new OpenWindow(
                            model.night().businessDate(),
                            model.night().windowBegin(),
                            model.night().windowEnd());
        }

        DispatchSettings at(Position place, double now) {
            Instant time = model.instant(now);
            if (!window.contains(time)) {
                return policy.control();
            }
            String region = policy.region().apply(place);
            long interval = (long) (now / policy.plan().interval().toSeconds());
            Arm arm =
                    arms.computeIfAbsent(
                            region + "/" + interval,
                            key -> policy.plan().at(region, window, time).arm());
            return switch (arm) {
                case CONTROL -> policy.control();
                case TREATMENT -> policy.treatment();
            };
        }
    }
}
