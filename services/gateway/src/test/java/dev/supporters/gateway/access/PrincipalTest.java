package dev.supporters.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.contract.DriverId;
import dev.supporters.gateway.access.Principal.Role;
import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;

class PrincipalTest {

    private static final Principal DRIVER = new Principal("1", Set.of(Role.DRIVER));
    private static final Principal CUSTOMER = new Principal("1", Set.of(Role.CUSTOMER));
    private static final Principal OPERATOR = new Principal("1", Set.of(Role.OPERATOR));
    private static final Principal SERVICE = new Principal("1", Set.of(Role.SERVICE));
    private static final Principal NOBODY = new Principal("1", Set.of());

    @Test
    void aDriverActsForHimselfOnly() {
        assertThat(DRIVER.driver(Optional.empty())).isEqualTo(new DriverId("1"));
        assertThat(DRIVER.driver(Optional.of(new DriverId("1")))).isEqualTo(new DriverId("1"));
        assertDenied(() -> DRIVER.driver(Optional.of(new DriverId("2"))));
    }

    @Test
    void aCustomerActsForHerselfOnly() {
        assertThat(CUSTOMER.customer(Optional.empty())).isEqualTo("1");
        assertThat(CUSTOMER.customer(Optional.of("1"))).isEqualTo("1");
        assertDenied(() -> CUSTOMER.customer(Optional.of("2")));
    }

    @Test
    void theSameIdInAnotherRoleIsSomebodyElse() {
        assertDenied(() -> CUSTOMER.driver(Optional.of(new DriverId("1"))));
        assertDenied(() -> DRIVER.customer(Optional.of("1")));
        assertDenied(() -> NOBODY.driver(Optional.of(new DriverId("1"))));
        assertDenied(() -> DRIVER.customer(Optional.empty()));
        assertDenied(() -> CUSTOMER.driver(Optional.empty()));
    }

    @Test
    void operatorsAndServicesActForAnybodyButMustSayForWhom() {
        assertThat(OPERATOR.driver(Optional.of(new DriverId("2")))).isEqualTo(new DriverId("2"));
        assertThat(SERVICE.customer(Optional.of("2"))).isEqualTo("2");
        assertThatThrownBy(() -> OPERATOR.driver(Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_INVALID_ARGUMENT));
    }

    @Test
    void onlyOperatorsChangeSettings() {
        OPERATOR.mustBeOperator();
        assertDenied(SERVICE::mustBeOperator);
        assertDenied(DRIVER::mustBeOperator);
        assertDenied(CUSTOMER::mustBeOperator);
    }

    @Test
    void onlyOperatorsAndServicesSeeAll() {
        OPERATOR.mustSeeAll();
        SERVICE.mustSeeAll();
        assertDenied(DRIVER::mustSeeAll);
        assertDenied(CUSTOMER::mustSeeAll);
        assertDenied(NOBODY::mustSeeAll);
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_PERMISSION_DENIED));
    }
}
