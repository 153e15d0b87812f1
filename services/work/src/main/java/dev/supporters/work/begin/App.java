package dev.supporters.work.begin;

import dev.supporters.platform.refusal.Refusal;
import dev.supporters.proto.common.v1.AppPlatform;

/** The app that a driver holds. */
public record App(AppPlatform platform, AppVersion version) {

    private static final String PREFIX = "APP_PLATFORM_";

    public App {
        if (platform == AppPlatform.APP_PLATFORM_UNSPECIFIED
                || platform == AppPlatform.UNRECOGNIZED) {
            throw Refusal.invalid("app_platform", platform, "ANDROID or IOS");
        }
    }

    @Override
    public String toString() {
        return name(platform) + " " + version;
    }

    static String name(AppPlatform platform) {
        return platform.name().substring(PREFIX.length());
    }
}
