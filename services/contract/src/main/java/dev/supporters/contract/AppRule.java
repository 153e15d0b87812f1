package dev.supporters.contract;

import static java.util.Objects.requireNonNull;

import dev.supporters.proto.common.v1.AppPlatform;

/** An app platform with which a driver may begin a shift, from a version on. A policy has a list of them. */
public record AppRule(AppPlatform platform, AppVersion minVersion) {

    private static final String PREFIX = "APP_PLATFORM_";

    public AppRule {
        requireNonNull(platform);
        requireNonNull(minVersion);
    }

    public static AppRule of(dev.supporters.proto.policy.v1.AppRule rule) {
        return new AppRule(rule.getPlatform(), new AppVersion(rule.getMinVersion()));
    }

    public dev.supporters.proto.policy.v1.AppRule toProto() {
        return dev.supporters.proto.policy.v1.AppRule.newBuilder()
                .setPlatform(platform)
                .setMinVersion(minVersion.value())
                .build();
    }

    public boolean allows(App app) {
        return platform == app.platform() && app.version().compareTo(minVersion) >= 0;
    }

    @Override
    public String toString() {
        return name(platform) + " from " + minVersion;
    }

    /** "ANDROID"; a constant that this version does not know has no prefix. */
    private static String name(AppPlatform platform) {
        return platform.name().startsWith(PREFIX)
                ? platform.name().substring(PREFIX.length())
                : platform.name();
    }

    /** The app that a driver uses. */
    public record App(AppPlatform platform, AppVersion version) {

        public App {
            requireNonNull(platform);
            requireNonNull(version);
        }

        @Override
        public String toString() {
            return name(platform) + " " + version;
        }
    }
}
