package dev.supporters.policy.experiment;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.policy.revision.PolicyTerms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What must be the same in both versions of an experiment: all that others than routing apply. They follow the version in force and know of no
 * experiment, so a difference there would never be tried, or at other times.
 */
final class ComparableTerms {

    private static final Map<String, Function<PolicyTerms, Object>> SAME = new LinkedHashMap<>();

    static {
        SAME.put("bounds", PolicyTerms::bounds);
        SAME.put("time_zone, window_begin, window_length", PolicyTerms::window);
        SAME.put("hourly_wage", PolicyTerms::hourlyWage);
        SAME.put("rest_paid", PolicyTerms::restPaid);
        SAME.put("app_rules", PolicyTerms::appRules);
        SAME.put("unreachable_after", PolicyTerms::unreachableAfter);
        SAME.put("overrun_limit", PolicyTerms::overrunLimit);
        SAME.put("moves", PolicyTerms::moves);
        SAME.put("zones", PolicyTerms::zones);
        SAME.put("join", PolicyTerms::join);
        SAME.put("abuse", PolicyTerms::abuse);
        SAME.put("calls", PolicyTerms::calls);
    }

    private ComparableTerms() {}

    /** Refused: INVALID_ARGUMENT with the first field that differs and may not, or if nothing differs. */
    static void require(PolicyRevision control, PolicyRevision treatment) {
        SAME.forEach((field, value) -> {
            if (!value.apply(control.terms()).equals(value.apply(treatment.terms()))) {
                throw Refusal.invalid(
                        "treatment_version",
                        treatment.version() + ", of which " + field + " differs",
                        "a version that differs only in veto, on_refusal, rollout_percent, max_pickup, max_candidates and assignment");
            }
        });
        if (control.terms().equals(treatment.terms())) {
            throw Refusal.invalid(
                    "treatment_version",
                    treatment.version(),
                    "a version that is not like " + control.version());
        }
    }
}
