package dev.supporters.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.supporters.gateway.access.Principal.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Set;

class RoleClaimTest {

    /** As Keycloak writes them: of the realm, of our client, and of another one. */
    private static final Map<String, ?> KEYCLOAK =
            Map.of(
                    "realm_access",
                            Map.of("roles", List.of("offline_access", "supporters-service")),
                    "resource_access",
                            Map.of(
                                    "supporters", Map.of("roles", List.of("driver")),
                                    "payroll", Map.of("roles", List.of("operator"))),
                    "groups", List.of("operator"));

    /** As Entra writes app roles. */
    private static final Map<String, ?> ENTRA =
            Map.of("roles", List.of("operator", "auditor"), "groups", List.of("0f3c", "customer"));

    @Test
    void theRolesOfOurClientCountAndThoseOfAnotherDoNot() {
        assertThat(RoleClaim.parse("resource_access/supporters/roles", "").roles(KEYCLOAK))
                .isEqualTo(Set.of(Role.DRIVER));
    }

    @Test
    void theRolesOfTheRealmCountByTheirPrefix() {
        assertThat(RoleClaim.parse("realm_access/roles", "supporters-").roles(KEYCLOAK))
                .isEqualTo(Set.of(Role.SERVICE));
        assertThat(RoleClaim.parse("realm_access/roles", "").roles(KEYCLOAK)).isEmpty();
    }

    @Test
    void theAppRolesOfEntraCountAndItsGroupsDoNot() {
        assertThat(RoleClaim.parse("roles", "").roles(ENTRA)).isEqualTo(Set.of(Role.OPERATOR));
    }

    @Test
    void aPrefixIsPartOfTheRole() {
        Map<String, ?> claims =
                Map.of("groups", List.of("operator", "payroll.service", "our.driver"));

        assertThat(RoleClaim.parse("groups", "our.").roles(claims)).isEqualTo(Set.of(Role.DRIVER));
        assertThat(RoleClaim.parse("groups", "").roles(claims)).isEqualTo(Set.of(Role.OPERATOR));
    }

    @Test
    void aNameWithSlashesStandsInQuotes() {
        Map<String, ?> claims = Map.of("https://example.com/roles", List.of("customer"));

        assertThat(RoleClaim.parse("\"https://example.com/roles\"", "").roles(claims))
                .isEqualTo(Set.of(Role.CUSTOMER));
    }

    @Test
    void oneTextIsARoleAndWhatHasAnotherFormIsNone() {
        assertThat(RoleClaim.parse("role", "").roles(Map.of("role", "driver")))
                .isEqualTo(Set.of(Role.DRIVER));
        assertThat(RoleClaim.parse("role", "").roles(Map.of("role", 5))).isEmpty();
        assertThat(RoleClaim.parse("role/name", "").roles(Map.of("role", "driver"))).isEmpty();
        assertThat(RoleClaim.parse("role", "").roles(Map.of("role", List.of(1, true)))).isEmpty();
        assertThat(RoleClaim.parse("role", "").roles(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "realm_access//roles", "roles/"})
    void aPathWithoutANameIsRefused(String path) {
        assertThatThrownBy(() -> RoleClaim.parse(path, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "supporters.gateway.tokens.roles-claim: " + path + " (expected:");
    }
}
