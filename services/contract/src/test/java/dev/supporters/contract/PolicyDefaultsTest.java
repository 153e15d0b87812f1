package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.rpc.Timestamps;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;

import org.junit.jupiter.api.Test;

/** The numbers are those of the domain's rules: a change of one is a change of its rule, too. */
class PolicyDefaultsTest {

    private final Policy policy = PolicyDefaults.policy().build();

    @Test
    void aCommandMayBeRefusedForFiveSeconds() {
        assertThat(PolicyDefaults.VETO).hasSeconds(5);
        assertThat(Timestamps.duration(policy.getVeto())).isEqualTo(PolicyDefaults.VETO);
        assertThat(policy.getOnRefusal()).isEqualTo(RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL);
    }

    @Test
    void supportersWorkFromNineInTheEveningUntilOneInSeoul() {
        assertThat(PolicyDefaults.WINDOW).hasToString("21:00 for PT4H in Asia/Seoul");
        assertThat(WorkWindow.of(policy)).isEqualTo(PolicyDefaults.WINDOW);
    }

    @Test
    void anHourIsFourteenThousandWonAndRestIsUnpaid() {
        assertThat(Money.of(policy.getHourlyWage())).isEqualTo(new Money(14_000, "KRW"));
        assertThat(policy.getRestPaid()).isFalse();
    }
}
