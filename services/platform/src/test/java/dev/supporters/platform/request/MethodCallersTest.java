package dev.supporters.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Set;

class MethodCallersTest {

    private static final MethodCallers TABLE =
            MethodCallers.parse("method,gateway,work\ns/A,yes,no\ns/B,yes,yes\ns/C,no,no\n");

    @Test
    void saysWhoMayCallWhat() {
        assertThat(TABLE.callers()).containsExactly("gateway", "work");
        assertThat(TABLE.methods()).containsExactly("s/A", "s/B", "s/C");
        assertThat(TABLE.of("s/A")).containsExactly("gateway");
        assertThat(TABLE.of("s/B")).containsExactly("gateway", "work");
        assertThat(TABLE.of("s/C")).isEmpty();
    }

    @Test
    void whatIsNotInTheTableIsNotAllowed() {
        assertThat(TABLE.allows(new CallingService(Optional.of("gateway")), "s/D")).isFalse();
        assertThat(TABLE.allows(new CallingService(Optional.of("call")), "s/B")).isFalse();
    }

    @Test
    void aServiceWithoutMethodsNeedsNoTable() {
        assertThat(MethodCallers.load().methods()).isEmpty();
        assertThatCode(() -> MethodCallersCheck.check(MethodCallers.load(), Set.of()))
                .doesNotThrowAnyException();
    }

    @Test
    void aMethodWithoutALineAndALineWithoutAMethodAreRefusedAtTheStart() {
        for (Set<String> served :
                Set.of(Set.of("s/A", "s/B", "s/C", "s/D"), Set.of("s/A", "s/B"))) {
            assertThatThrownBy(() -> MethodCallersCheck.check(TABLE, served))
                    .hasMessageContaining("callers.csv: found [s/A, s/B, s/C], expected");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "method,gateway\ns/A\n",
                "method,gateway\ns/A,yes,no\n",
                "method,gateway\ns/A,maybe\n",
                "method,gateway\ns/A,yes\ns/A,no\n"
            })
    void aTableThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> MethodCallers.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s/A");
    }
}
