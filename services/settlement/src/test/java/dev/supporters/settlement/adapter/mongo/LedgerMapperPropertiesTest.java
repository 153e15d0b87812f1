package dev.supporters.settlement.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.settlement.Night;
import dev.supporters.settlement.Nights;
import dev.supporters.settlement.ledger.Adjustment;
import dev.supporters.settlement.ledger.Ledger;
import dev.supporters.settlement.pay.Fact;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

class LedgerMapperPropertiesTest {

    private final LedgerMapper mapper = new LedgerMapper();

    @Property(seed = "1", tries = 200)
    void readsWhatItWrote(@ForAll("nights") List<Fact> facts) {
        // Given
        Ledger ledger =
                Ledger.open(Night.WORK_ID, Night.DRIVER)
                        .with(
                                new Adjustment(
                                        "r1",
                                        Adjustment.Kind.DEDUCTION,
                                        -5,
                                        "why",
                                        "who",
                                        Night.at(0.25)));
        for (Fact fact : facts) {
            ledger = ledger.with(fact, Night.at(1.5));
        }
        // Then
        assertThat(mapper.read(mapper.write(ledger))).isEqualTo(ledger);
    }

    @Provide
    Arbitrary<List<Fact>> nights() {
        return Nights.any();
    }
}
