package dev.supporters.policy.adapter.mongo;

import dev.supporters.contract.AbusePolicy;
import dev.supporters.contract.AppRule;
import dev.supporters.contract.AppVersion;
import dev.supporters.contract.AssignmentPolicy;
import dev.supporters.contract.CallPolicy;
import dev.supporters.contract.DriverTagRule;
import dev.supporters.contract.JoinPolicy;
import dev.supporters.contract.Money;
import dev.supporters.contract.MovePolicy;
import dev.supporters.contract.PolicyDefaults;
import dev.supporters.contract.RegionBounds;
import dev.supporters.contract.WorkWindow;
import dev.supporters.contract.ZonePolicy;
import dev.supporters.policy.revision.PolicyKey;
import dev.supporters.policy.revision.PolicyRevision;
import dev.supporters.policy.revision.PolicyTerms;
import dev.supporters.proto.common.v1.AppPlatform;
import dev.supporters.proto.common.v1.Product;
import dev.supporters.proto.common.v1.RefusalConsequence;
import dev.supporters.proto.policy.v1.Policy;
import dev.supporters.testkit.TestClock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The values of the golden documents. */
final class StoredRevisions {

    static final PolicyRevision FIRST =
            revision(
                    1,
                    "operator-2",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_NEXT_SUPPORTER,
                            "+09:00",
                            true,
                            List.of()));
    static final PolicyRevision SECOND =
            revision(
                    2,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_FAIL,
                            "Asia/Seoul",
                            false,
                            List.of()));
    static final PolicyRevision THIRD =
            revision(
                    3,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(
                                    rule(AppPlatform.APP_PLATFORM_ANDROID, "5.2.0"),
                                    rule(AppPlatform.APP_PLATFORM_IOS, "5.10"))));

    /** With every number of the parts that forms 1 and 2 do not have. */
    static final PolicyRevision FOURTH =
            revision(
                    4,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(),
                            new AssignmentPolicy(
                                    Optional.of(Duration.ofMinutes(14)),
                                    Duration.ofSeconds(90),
                                    Duration.ofMinutes(4),
                                    true,
                                    Duration.ofMinutes(10),
                                    Optional.of(Duration.ofMinutes(15))),
                            new MovePolicy(
                                    true,
                                    Duration.ofSeconds(120),
                                    Duration.ofSeconds(240),
                                    true,
                                    Duration.ofMinutes(20),
                                    Duration.ofMinutes(70),
                                    20),
                            new ZonePolicy(
                                    true,
                                    0.5,
                                    0.35,
                                    2,
                                    Duration.ofMinutes(10),
                                    40,
                                    Optional.of(new Money(30_000, "KRW"))),
                            PolicyDefaults.OVERRUN_LIMIT,
                            JoinPolicy.OFF));

    /** With the limit that forms 1 to 3 do not have. */
    static final PolicyRevision FIFTH =
            revision(
                    5,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(),
                            AssignmentPolicy.OFF,
                            MovePolicy.OFF,
                            ZonePolicy.OFF,
                            Duration.ofMinutes(45),
                            JoinPolicy.OFF));

    /** With a time from which it is in force, which forms 1 to 4 do not have. */
    static final PolicyRevision SIXTH =
            new PolicyRevision(
                    FIFTH.key(),
                    6,
                    FIFTH.terms(),
                    Optional.of(TestClock.FRIDAY_NIGHT.plus(Duration.ofDays(3))),
                    FIFTH.updateTime(),
                    "operator-1",
                    "",
                    "r6");

    /** With why it was put, which nobody said before. */
    static final PolicyRevision WITH_REASON =
            new PolicyRevision(
                    FIFTH.key(),
                    6,
                    FIFTH.terms(),
                    Optional.empty(),
                    FIFTH.updateTime(),
                    "operator-1",
                    "too few supporters last night",
                    "r6");

    /** With the limits for applicants, which forms 1 to 5 do not have. */
    static final PolicyRevision SEVENTH =
            revision(
                    7,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(),
                            AssignmentPolicy.OFF,
                            MovePolicy.OFF,
                            ZonePolicy.OFF,
                            PolicyDefaults.OVERRUN_LIMIT,
                            new JoinPolicy(
                                    40,
                                    OptionalInt.of(15),
                                    OptionalInt.of(0),
                                    OptionalInt.of(2),
                                    4.2,
                                    Duration.ofDays(28))));

    /** With the part that is stored only where it is not off. */
    static final PolicyRevision EIGHTH =
            revision(
                    7,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(),
                            AssignmentPolicy.OFF,
                            MovePolicy.OFF,
                            ZonePolicy.OFF,
                            PolicyDefaults.OVERRUN_LIMIT,
                            JoinPolicy.OFF,
                            abuse(0),
                            CallPolicy.OFF));

    /** With a number that is stored only where nights are taken together. */
    static final PolicyRevision ELEVENTH =
            revision(
                    10,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(),
                            AssignmentPolicy.OFF,
                            MovePolicy.OFF,
                            ZonePolicy.OFF,
                            PolicyDefaults.OVERRUN_LIMIT,
                            JoinPolicy.OFF,
                            abuse(7),
                            CallPolicy.OFF));

    /** With rules about tags of supporters, which are stored only where there are any. */
    static final PolicyRevision NINTH =
            revision(
                    8,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(),
                            new AssignmentPolicy(
                                    Optional.empty(),
                                    Duration.ZERO,
                                    Duration.ZERO,
                                    false,
                                    Duration.ZERO,
                                    Optional.empty(),
                                    List.of(
                                            new DriverTagRule("vip", "senior", false),
                                            new DriverTagRule("", "blocked:supporters", true))),
                            MovePolicy.OFF,
                            ZonePolicy.OFF,
                            PolicyDefaults.OVERRUN_LIMIT,
                            JoinPolicy.OFF));

    /** With another part that is stored only where it is not off. */
    static final PolicyRevision TENTH =
            revision(
                    9,
                    "operator-1",
                    terms(
                            RefusalConsequence.REFUSAL_CONSEQUENCE_GENERAL,
                            "Asia/Seoul",
                            false,
                            List.of(),
                            AssignmentPolicy.OFF,
                            MovePolicy.OFF,
                            ZonePolicy.OFF,
                            PolicyDefaults.OVERRUN_LIMIT,
                            JoinPolicy.OFF,
                            AbusePolicy.OFF,
                            new CallPolicy(
                                    3,
                                    100,
                                    Optional.of(new Money(10_000, "KRW")),
                                    Optional.of(new Money(1_000, "KRW")),
                                    150)));

    private StoredRevisions() {}

    private static AbusePolicy abuse(int nights) {
        return AbusePolicy.of(
                Policy.newBuilder()
                        .setAbuse(PolicyDefaults.abuse().toProto().toBuilder().setNights(nights))
                        .build());
    }

    private static PolicyRevision revision(long version, String actor, PolicyTerms terms) {
        return new PolicyRevision(
                new PolicyKey(Product.PRODUCT_DRIVER, "seoul"),
                version,
                terms,
                Optional.empty(),
                TestClock.FRIDAY_NIGHT.plusMillis(250),
                actor,
                "",
                "r" + version);
    }

    private static PolicyTerms terms(
            RefusalConsequence onRefusal, String zone, boolean restPaid, List<AppRule> appRules) {
        return terms(
                onRefusal,
                zone,
                restPaid,
                appRules,
                AssignmentPolicy.OFF,
                MovePolicy.OFF,
                ZonePolicy.OFF,
                PolicyDefaults.OVERRUN_LIMIT,
                JoinPolicy.OFF);
    }

    private static PolicyTerms terms(
            RefusalConsequence onRefusal,
            String zone,
            boolean restPaid,
            List<AppRule> appRules,
            AssignmentPolicy assignment,
            MovePolicy moves,
            ZonePolicy zones,
            Duration overrunLimit,
            JoinPolicy join) {
        return terms(
                onRefusal,
                zone,
                restPaid,
                appRules,
                assignment,
                moves,
                zones,
                overrunLimit,
                join,
                AbusePolicy.OFF,
                CallPolicy.OFF);
    }

    private static PolicyTerms terms(
            RefusalConsequence onRefusal,
            String zone,
            boolean restPaid,
            List<AppRule> appRules,
            AssignmentPolicy assignment,
            MovePolicy moves,
            ZonePolicy zones,
            Duration overrunLimit,
            JoinPolicy join,
            AbusePolicy abuse,
            CallPolicy calls) {
        return new PolicyTerms(
                new RegionBounds(37.2, 126.7, 37.7, 127.3),
                WorkWindow.parse(zone, "21:00", Duration.ofHours(4)),
                Duration.ofSeconds(5),
                onRefusal,
                new Money(14_000, "KRW"),
                restPaid,
                35,
                Duration.ofMinutes(15),
                32,
                appRules,
                Duration.ofSeconds(120),
                overrunLimit,
                assignment,
                moves,
                zones,
                join,
                abuse,
                calls);
    }

    private static AppRule rule(AppPlatform platform, String minVersion) {
        return new AppRule(platform, new AppVersion(minVersion));
    }
}
