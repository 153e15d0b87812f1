package dev.supporters.work.begin;

import dev.supporters.proto.common.v1.AppPlatform;

/** A platform that is allowed, from a version on. */
public record AppRule(AppPlatform platform, AppVersion minVersion) {

    boolean allows(App app) {
        return platform == app.platform() && app.version().compareTo(minVersion) >= 0;
    }

    @Override
    public String toString() {
        return App.name(platform) + " from " + minVersion;
    }
}
