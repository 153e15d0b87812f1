package dev.supporters.call;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings of this service. */
@ConfigMapping(prefix = "supporters.call")
public interface CallConfig {

    /** A call that has had no path for so long, in real time, counts as left behind by a crash. */
    @WithDefault("5s")
    Duration recoverAfter();

    /** Whether this instance looks for such calls. */
    @WithDefault("true")
    boolean recovery();

    /** Whether this instance looks for supporters for calls that are held. */
    @WithDefault("true")
    boolean hold();

    /** How often it does so, in real time. */
    @WithDefault("2s")
    Duration holdEvery();

    /** Whether this instance tries again what other parts did not take. */
    @WithDefault("true")
    boolean followUps();

    /** How often it does so, in real time. */
    @WithDefault("1s")
    Duration followUpEvery();

    /** How often the instance that tries again also asks the legacy system for calls that went around this service, in real time. */
    @WithDefault("30s")
    Duration importEvery();

    /** How far back it asks when it starts: longer than this service may be away. */
    @WithDefault("12h")
    Duration importBack();

    /** How long after an attempt the next one may come; doubled each time the other part answers and does not take it. */
    @WithDefault("5s")
    Duration followUpPause();

    /** The longest pause between two attempts. */
    @WithDefault("1m")
    Duration followUpLongestPause();

    /** After so many answers without taking it, a follow-up is parked. */
    @WithDefault("8")
    int followUpAttempts();

    /** After so long without an answer, a follow-up is parked. */
    @WithDefault("30m")
    Duration followUpTime();

    /** How often the instance that tries again also compares calls with commander and the legacy system, in real time. */
    @WithDefault("1m")
    Duration reconcileEvery();

    /** A call that has been in its state for so long is compared with commander. */
    @WithDefault("1m")
    Duration reconcileAfter();

    /** A call of general dispatch that has been in its state for so long is compared with the legacy system. */
    @WithDefault("10m")
    Duration reconcileGeneralAfter();
}
