package dev.supporters.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.settlement.Night;
import dev.supporters.settlement.Nights;
import dev.supporters.settlement.pay.ClassSeconds;
import dev.supporters.settlement.pay.Fact;
import dev.supporters.settlement.pay.Facts;
import dev.supporters.settlement.pay.PayCalculation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class LedgerPropertiesTest {

    @Property(seed = "1")
    void correctionsSumUpToTheRecomputation(
            @ForAll("nights") List<Fact> facts, @ForAll Random random) {
        // When
        Ledger ledger = filled(shuffled(facts, random));
        // Then
        ClassSeconds recomputed =
                PayCalculation.of(Facts.of(facts), Night.at(0))
                        .filter(PayCalculation::ended)
                        .map(PayCalculation::seconds)
                        .orElse(ClassSeconds.ZERO);
        assertThat(ledger.posted()).isEqualTo(recomputed);
    }

    @Property(seed = "1")
    void anyOrderAndAnyRepetitionGiveTheSameLedger(
            @ForAll("nights") List<Fact> facts, @ForAll Random random) {
        // Given
        List<Fact> repeated = new ArrayList<>(facts);
        repeated.addAll(facts);
        // When
        Ledger one = filled(shuffled(repeated, random));
        Ledger other = filled(shuffled(facts, random));
        // Then
        assertThat(one.facts()).isEqualTo(other.facts());
        assertThat(one.posted()).isEqualTo(other.posted());
    }

    @Property(seed = "1")
    void whatWasPostedStays(@ForAll("nights") List<Fact> facts, @ForAll Random random) {
        Ledger ledger = Ledger.open(Night.WORK_ID, Night.DRIVER);
        for (Fact fact : shuffled(facts, random)) {
            Ledger next = ledger.with(fact, Night.at(0));
            assertThat(next.entries().subList(0, ledger.entries().size()))
                    .isEqualTo(ledger.entries());
            ledger = next;
        }
        assertThat(ledger.entries()).allMatch(entry -> entry.seconds() != 0);
        for (int i = 0; i < ledger.entries().size(); i++) {
            assertThat(ledger.entries().get(i).number()).isEqualTo(i + 1);
        }
    }

    @Provide
    Arbitrary<List<Fact>> nights() {
        return Nights.any();
    }

    private static Ledger filled(List<Fact> facts) {
        Ledger ledger = Ledger.open(Night.WORK_ID, Night.DRIVER);
        for (Fact fact : facts) {
            ledger = ledger.with(fact, Night.at(0));
        }
        return ledger;
    }

    private static List<Fact> shuffled(List<Fact> facts, Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
