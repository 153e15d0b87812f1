package dev.supporters.gateway.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.ErrorReason;

import io.quarkus.security.identity.SecurityIdentity;

import jakarta.enterprise.context.ContextNotActiveException;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;

class SessionProviderTest {

    @Test
    void whoseConnectionIsClosedInThisMomentIsRefusedAndIsNoFault() {
        SecurityIdentity closed =
                (SecurityIdentity)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {SecurityIdentity.class},
                                (proxy, method, arguments) -> {
                                    throw new ContextNotActiveException();
                                });

        assertThatThrownBy(() -> SessionProvider.session(closed))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.reason())
                                        .isEqualTo(ErrorReason.ERROR_REASON_UNAUTHENTICATED));
    }
}
