package dev.supporters.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.dispatch.zone.ZonePlan;
import dev.supporters.proto.events.routing.v1.CandidateFilter;
import dev.supporters.proto.policy.v1.ExperimentArm;
import dev.supporters.proto.routing.v1.RoutingReason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Locale;
import java.util.ResourceBundle;

class PhrasesTest {

    private static final Phrases ENGLISH = new Phrases(Locale.ENGLISH);
    private static final Phrases KOREAN = new Phrases(Locale.KOREAN);

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(bundle(Locale.KOREAN).keySet()).isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @EnumSource(RoutingReason.class)
    void eachReasonHasALine(RoutingReason reason) {
        String key = "reason." + reason.name().replace("ROUTING_REASON_", "");

        assertThat(ENGLISH.line(key, "d", "1 min", "22:00")).isNotBlank();
        assertThat(KOREAN.line(key, "d", "1분", "22:00")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(CandidateFilter.class)
    void eachFilterHasALine(CandidateFilter filter) {
        String key = "filter." + filter.name().replace("CANDIDATE_FILTER_", "");

        assertThat(ENGLISH.line(key, "1 min")).isNotBlank();
        assertThat(KOREAN.line(key, "1분")).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(ExperimentArm.class)
    void eachArmOfAnExperimentHasALine(ExperimentArm arm) {
        String key = "experiment." + arm.name().replace("EXPERIMENT_ARM_", "");

        assertThat(ENGLISH.line(key, "far")).contains("far");
        assertThat(KOREAN.line(key, "far")).contains("far");
    }

    @ParameterizedTest
    @EnumSource(ZonePlan.Basis.class)
    void eachBasisOfZonesHasALine(ZonePlan.Basis basis) {
        assertThat(ENGLISH.line("zones." + basis)).isNotBlank();
        assertThat(KOREAN.line("zones." + basis)).isNotBlank();
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("dev.supporters.replay.phrases", locale);
    }
}
