package dev.supporters.charts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;

import dev.supporters.charts.rendering.Example;
import dev.supporters.charts.rendering.Folders;

import org.junit.jupiter.api.Test;

class NotesTest {

    @Test
    void sayTheNextCommandsWithTheNamesOfThisRelease() {
        String notes = notes(install().set("demo.enabled", true));

        assertThat(notes)
                .contains(
                        "helm -n night test seoul --logs",
                        "port-forward service/seoul-gateway 8080",
                        "port-forward service/seoul-demo 8191",
                        "get secret seoul-tokens",
                        "KEDA does not reach the demo's broker");
    }

    @Test
    void sayWhatIsGivenWhereItIsGiven() {
        String notes = notes(install().withValuesFile(Example.ALL.get(1).values()));

        assertThat(notes)
                .contains("login.example.com")
                .doesNotContain("demo", "get secret", "no KEDA", "check.tokenSecret");
    }

    @Test
    void sayWhichFunctionsWaitForAnAdapter() {
        InstallCommand command = install().withValuesFile(Example.ALL.get(1).values());

        assertThat(notes(command)).contains("by which gateway should scale", "never shrink");
        assertThat(notes(command.set("apis[4]", "custom.metrics.k8s.io/v1beta1")))
                .doesNotContain("should scale");
    }

    private static InstallCommand install() {
        return new Helm(Folders.SUPPORTERS)
                .install()
                .withName("seoul")
                .withNamespace("night")
                .clientOnly()
                .withDryRunOption(DryRun.CLIENT)
                .dryRun();
    }

    private static String notes(InstallCommand command) {
        String output = command.call().getOutput();
        return output.substring(output.indexOf("NOTES:"));
    }
}
