package dev.supporters.testkit.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.platform.event.Topics;
import dev.supporters.testkit.SourceTree;

import org.junit.jupiter.api.Test;

/** What is read from the sources of services whose topics and ports are known. */
class ServiceFactsTest {

    @Test
    void knowsTheTopicsThatAServiceWritesFollowsAndConsumes() {
        ServiceFacts work = facts("work");

        assertThat(work.written()).containsExactly(Topics.WORK);
        assertThat(work.followed()).containsExactly(Topics.CALLS, Topics.POLICIES, Topics.ZONES);
        assertThat(work.consumed())
                .containsExactlyInAnyOrder(
                        Topics.ACTIVITY + " supporters.work.clockoff",
                        Topics.DRIVERS + " supporters.work.clockoff");
        assertThat(work.channels()).containsExactlyInAnyOrder("clockoff", "drivers");
    }

    @Test
    void knowsTopicsThatAreFollowedAlthoughAConsumerGroupReadsThemToo() {
        ServiceFacts routing = facts("routing");

        assertThat(routing.written()).containsExactly(Topics.ROUTING);
        assertThat(routing.followed())
                .containsExactlyInAnyOrder(
                        Topics.POLICIES,
                        Topics.DRIVERS,
                        Topics.WORK,
                        Topics.ACTIVITY,
                        Topics.CALLS,
                        Topics.LOCATIONS,
                        Topics.TAGS,
                        Topics.ZONES);
        assertThat(routing.consumed())
                .containsExactly(Topics.ACTIVITY + " supporters.routing.results");
        assertThat(routing.database()).isEmpty();
    }

    @Test
    void knowsPortDatabaseMethodsAndMetrics() {
        ServiceFacts settlement = facts("settlement");

        assertThat(settlement.port()).isEqualTo("8112");
        assertThat(settlement.database()).contains("supporters_settlement");
        assertThat(settlement.collections()).contains("ledgers");
        assertThat(settlement.grpcServices())
                .containsExactly("supporters.settlement.v1.SettlementService");
        assertThat(settlement.methods()).contains("GetStatement", "Recompute");
        assertThat(settlement.metrics()).contains("supporters_settlement_postings_total");
        assertThat(settlement.platformMetrics()).contains("supporters_events_total");
    }

    @Test
    void aServiceWithoutAnApiOfItsOwnHasNoMethods() {
        assertThat(facts("gateway").methods()).isEmpty();
        assertThat(facts("gateway").grpcServices()).isEmpty();
    }

    private static ServiceFacts facts(String name) {
        return new ServiceFacts(SourceTree.root(), name);
    }
}
