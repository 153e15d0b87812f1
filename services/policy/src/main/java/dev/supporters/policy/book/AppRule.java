package dev.supporters.policy.book;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.AppPlatform;

import java.util.regex.Pattern;

/** An app platform that may begin a work, from a version on. */
public record AppRule(AppPlatform platform, String minVersion) {

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6}){0,3}");

    public AppRule {
        if (platform == AppPlatform.APP_PLATFORM_UNSPECIFIED
                || platform == AppPlatform.UNRECOGNIZED) {
            throw Refusal.invalid("app_rules.platform", platform, "ANDROID or IOS");
        }
        if (!VERSION.matcher(minVersion).matches()) {
            throw Refusal.invalid(
                    "app_rules.min_version",
                    minVersion.isEmpty() ? "nothing" : minVersion,
                    "1 to 4 numbers with dots, like 5.2.0");
        }
    }
}
