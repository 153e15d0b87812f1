package dev.supporters.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.supporters.proto.common.v1.AppPlatform;

import org.junit.jupiter.api.Test;

class AppRuleTest {

    private static final AppRule RULE =
            new AppRule(AppPlatform.APP_PLATFORM_ANDROID, new AppVersion("5.2"));

    @Test
    void allowsItsPlatformFromItsVersionOn() {
        assertThat(RULE.allows(app(AppPlatform.APP_PLATFORM_ANDROID, "5.2.0"))).isTrue();
        assertThat(RULE.allows(app(AppPlatform.APP_PLATFORM_ANDROID, "5.10"))).isTrue();
        assertThat(RULE.allows(app(AppPlatform.APP_PLATFORM_ANDROID, "5.1.9"))).isFalse();
        assertThat(RULE.allows(app(AppPlatform.APP_PLATFORM_IOS, "9"))).isFalse();
    }

    @Test
    void keepsTheTextOfItsVersionOnTheWire() {
        assertThat(AppRule.of(RULE.toProto())).isEqualTo(RULE);
        assertThat(RULE.toProto().getMinVersion()).isEqualTo("5.2");
    }

    @Test
    void saysWhatIsAllowed() {
        assertThat(RULE).hasToString("ANDROID from 5.2");
        assertThat(app(AppPlatform.APP_PLATFORM_IOS, "4.0")).hasToString("IOS 4.0");
        assertThat(new AppRule(AppPlatform.UNRECOGNIZED, new AppVersion("1")))
                .hasToString("UNRECOGNIZED from 1");
    }

    private static AppRule.App app(AppPlatform platform, String version) {
        return new AppRule.App(platform, new AppVersion(version));
    }
}
