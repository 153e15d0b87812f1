package dev.supporters.settlement.pay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.settlement.Night;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.stream.Collectors;

class PayCalculationTest {

    @Test
    void knowsNothingBeforeTheBeginIsKnown() {
        assertThat(
                        PayCalculation.of(
                                new Night().accepted("k", 10).ended(100).facts(), Night.at(200)))
                .isEmpty();
    }

    @Test
    void aWorkWithoutAnythingElseIsWaiting() {
        assertThat(seconds(new Night().begun().ended(100)))
                .isEqualTo(Map.of(TimeClass.WAITING, 100L));
    }

    @Test
    void fromTheAcceptanceToTheBeginOfTheDriveIsToTheCustomerThenDriving() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .accepted("k", 10)
                                        .pickedUp("k", 30)
                                        .over("k", 70)
                                        .ended(100)))
                .isEqualTo(
                        Map.of(
                                TimeClass.WAITING,
                                40L,
                                TimeClass.TO_CUSTOMER,
                                20L,
                                TimeClass.DRIVING,
                                40L));
    }

    @Test
    void theWayToTheCustomerEndsWithACancellation() {
        assertThat(seconds(new Night().begun().accepted("k", 10).over("k", 30).ended(100)))
                .isEqualTo(Map.of(TimeClass.WAITING, 80L, TimeClass.TO_CUSTOMER, 20L));
    }

    @Test
    void aCommandThatWasCancelledBeforeItsAcceptanceIsWaiting() {
        assertThat(seconds(new Night().begun().over("k", 30).ended(100)))
                .isEqualTo(Map.of(TimeClass.WAITING, 100L));
    }

    @Test
    void eachCommandIsAWayOfItsOwn() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .accepted("k", 10)
                                        .over("k", 20)
                                        .accepted("l", 30)
                                        .pickedUp("l", 40)
                                        .over("l", 60)
                                        .ended(100)))
                .isEqualTo(
                        Map.of(
                                TimeClass.WAITING,
                                60L,
                                TimeClass.TO_CUSTOMER,
                                20L,
                                TimeClass.DRIVING,
                                20L));
    }

    @Test
    void restsCountFromRestToResumeAnyNumberOfTimes() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .rested(10, 2)
                                        .resumed(20, 3)
                                        .rested(50, 4)
                                        .resumed(80, 5)
                                        .ended(100)))
                .isEqualTo(Map.of(TimeClass.WAITING, 60L, TimeClass.RESTING, 40L));
    }

    @Test
    void aDriveWithinARestIsADrive() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .rested(10, 2)
                                        .accepted("k", 20)
                                        .pickedUp("k", 30)
                                        .over("k", 60)
                                        .resumed(80, 3)
                                        .ended(100)))
                .isEqualTo(
                        Map.of(
                                TimeClass.WAITING,
                                30L,
                                TimeClass.TO_CUSTOMER,
                                10L,
                                TimeClass.DRIVING,
                                30L,
                                TimeClass.RESTING,
                                30L));
    }

    @Test
    void aRestThatIsUnderWayEndsWithTheWork() {
        assertThat(seconds(new Night().begun().rested(60, 2).ended(100)))
                .isEqualTo(Map.of(TimeClass.WAITING, 60L, TimeClass.RESTING, 40L));
    }

    @Test
    void aMoveCountsFromItsAcceptanceToItsEnd() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .moveBegun("m", 10)
                                        .moveOver("m", 40)
                                        .moveOver("n", 50)
                                        .ended(100)))
                .isEqualTo(Map.of(TimeClass.WAITING, 70L, TimeClass.MOVING, 30L));
    }

    @Test
    void beingUnreachableCountsOnlyWhereTheDriverWouldOtherwiseWait() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .lost(0)
                                        .moveBegun("m", 10)
                                        .moveOver("m", 20)
                                        .accepted("k", 30)
                                        .pickedUp("k", 40)
                                        .over("k", 50)
                                        .rested(60, 2)
                                        .resumed(70, 3)
                                        .found(80)
                                        .ended(100)))
                .isEqualTo(
                        Map.of(
                                TimeClass.UNREACHABLE, 40L,
                                TimeClass.MOVING, 10L,
                                TimeClass.TO_CUSTOMER, 10L,
                                TimeClass.DRIVING, 10L,
                                TimeClass.RESTING, 10L,
                                TimeClass.WAITING, 20L));
    }

    @Test
    void whereSeveralWouldHoldTheStrongestDoes() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .lost(0)
                                        .moveBegun("m", 20)
                                        .rested(40, 2)
                                        .accepted("k", 60)
                                        .pickedUp("k", 80)
                                        .ended(100)))
                .isEqualTo(
                        Map.of(
                                TimeClass.UNREACHABLE, 20L,
                                TimeClass.MOVING, 20L,
                                TimeClass.TO_CUSTOMER, 20L,
                                TimeClass.DRIVING, 20L,
                                TimeClass.RESTING, 20L));
    }

    @Test
    void whatLiesBeforeTheBeginOrAfterTheEndIsNobodys() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .accepted("k", -50)
                                        .pickedUp("k", 10)
                                        .over("k", 500)
                                        .ended(100)))
                .isEqualTo(Map.of(TimeClass.TO_CUSTOMER, 10L, TimeClass.DRIVING, 90L));
    }

    @Test
    void aSecondBelongsToWhatHeldWhenItBegan() {
        assertThat(
                        seconds(
                                new Night()
                                        .begun()
                                        .rested(10.2, 2)
                                        .resumed(10.7, 3)
                                        .rested(20.5, 4)
                                        .resumed(25.5, 5)
                                        .ended(100)))
                .isEqualTo(Map.of(TimeClass.WAITING, 95L, TimeClass.RESTING, 5L));
    }

    @Test
    void anOpenWorkIsCalculatedUntilNow() {
        PayCalculation open =
                PayCalculation.of(new Night().begun().rested(60, 2).facts(), Night.at(90))
                        .orElseThrow();

        assertThat(open.ended()).isFalse();
        assertThat(open.end()).isEqualTo(Night.at(90));
        assertThat(open.seconds().of(TimeClass.RESTING)).isEqualTo(30);
        assertThat(open.paidSeconds()).isEqualTo(60);
    }

    @Test
    void aWorkOfTheFutureHasNoSecondsYet() {
        assertThat(
                        PayCalculation.of(new Night().begun().facts(), Night.at(-5))
                                .orElseThrow()
                                .seconds())
                .isEqualTo(ClassSeconds.ZERO);
    }

    @Test
    void restIsUnpaidUnlessTheTermsPayIt() {
        Night unpaid = new Night().begun().rested(0, 2).resumed(600, 3).ended(3_600);
        Night paid =
                new Night()
                        .begun(new PayTerms(14_000, "KRW", true))
                        .rested(0, 2)
                        .resumed(600, 3)
                        .ended(3_600);

        assertThat(calculated(unpaid).paidSeconds()).isEqualTo(3_000);
        assertThat(calculated(paid).paidSeconds()).isEqualTo(3_600);
    }

    @Test
    void beingUnreachableIsPaidAsOnlyAnOperatorTakesPayAway() {
        assertThat(calculated(new Night().begun().lost(0).ended(3_600)).paidSeconds())
                .isEqualTo(3_600);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.001,1",
        "1,1",
        "59.9,1",
        "60,1",
        "60.001,2",
        "3600,60",
        "3600.2,61",
        "14400,240"
    })
    void minutesAreRoundedUpOnceForTheWholeWork(double length, long minutes) {
        assertThat(calculated(new Night().begun().ended(length)).paidMinutes()).isEqualTo(minutes);
    }

    @Test
    void minutesAreNotRoundedUpForEachStretch() {
        // three stretches of 30 seconds
        Night night =
                new Night()
                        .begun()
                        .rested(30, 2)
                        .resumed(60, 3)
                        .rested(90, 4)
                        .resumed(120, 5)
                        .ended(150);

        assertThat(calculated(night).paidMinutes()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "14000,3600,14000",
        "14000,60,234",
        "14000,14400,56000",
        "10001,60,167",
        "0,3600,0",
        "60,61,2"
    })
    void moneyIsRoundedUpToTheMinorUnit(long wage, long length, long earned) {
        assertThat(
                        calculated(
                                        new Night()
                                                .begun(new PayTerms(wage, "KRW", false))
                                                .ended(length))
                                .earned())
                .isEqualTo(earned);
    }

    private static PayCalculation calculated(Night night) {
        return PayCalculation.of(night.facts(), Night.at(1e6)).orElseThrow();
    }

    private static Map<TimeClass, Long> seconds(Night night) {
        return calculated(night).seconds().byClass().entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
