package dev.supporters.gateway.adapter.transcoding;

import static dev.supporters.gateway.adapter.transcoding.Caller.ONLY_DRIVER;
import static dev.supporters.gateway.adapter.transcoding.Caller.OPERATOR;
import static dev.supporters.gateway.adapter.transcoding.Caller.OWN;
import static dev.supporters.gateway.adapter.transcoding.Caller.OWN_OR_OPERATOR;
import static dev.supporters.gateway.adapter.transcoding.Caller.SEES_ALL;
import static dev.supporters.gateway.adapter.transcoding.RestMethod.changes;
import static dev.supporters.gateway.adapter.transcoding.RestMethod.reads;

import dev.supporters.proto.activity.v1.ActivityServiceGrpc;
import dev.supporters.proto.call.v1.CallServiceGrpc;
import dev.supporters.proto.commander.v1.CommanderServiceGrpc;
import dev.supporters.proto.driver.v1.DriverServiceGrpc;
import dev.supporters.proto.insight.v1.InsightServiceGrpc;
import dev.supporters.proto.mlgateway.v1.MlGatewayServiceGrpc;
import dev.supporters.proto.move.v1.MoveServiceGrpc;
import dev.supporters.proto.policy.v1.PolicyServiceGrpc;
import dev.supporters.proto.settlement.v1.SettlementServiceGrpc;
import dev.supporters.proto.tagging.v1.TaggingServiceGrpc;
import dev.supporters.proto.work.v1.WorkServiceGrpc;
import dev.supporters.proto.zone.v1.ZoneServiceGrpc;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The methods that REST offers, and who may call each: the one table. Calls are for operators and services only, because rule 9 hides
 * parts of them from drivers and customers; those see what they may in GraphQL.
 */
final class RestMethods {

    /** All of them. */
    static final List<RestMethod> ALL =
            List.of(
                    changes("call", CallServiceGrpc.getRequestMethod(), SEES_ALL, "requestCall"),
                    changes("call", CallServiceGrpc.getCancelMethod(), SEES_ALL, "cancelCall"),
                    reads("call", CallServiceGrpc.getGetMethod(), SEES_ALL),
                    reads("call", CallServiceGrpc.getListMethod(), SEES_ALL),
                    reads("call", CallServiceGrpc.getListParkedMethod(), OPERATOR),
                    changes("call", CallServiceGrpc.getReleaseMethod(), OPERATOR, "releaseCall"),
                    changes(
                            "call",
                            CallServiceGrpc.getEraseCustomerMethod(),
                            OPERATOR,
                            "eraseCustomer"),
                    reads("commander", CommanderServiceGrpc.getGetEngagementMethod(), OWN),
                    changes("commander", CommanderServiceGrpc.getRespondMethod(), OWN, "respond"),
                    changes("commander", CommanderServiceGrpc.getProgressMethod(), OWN, "progress"),
                    changes("work", WorkServiceGrpc.getBeginMethod(), OWN, "beginWork"),
                    changes("work", WorkServiceGrpc.getRestMethod(), OWN, "rest"),
                    changes("work", WorkServiceGrpc.getResumeMethod(), OWN, "resume"),
                    changes("work", WorkServiceGrpc.getEndMethod(), OWN, "endWork"),
                    changes(
                            "work",
                            WorkServiceGrpc.getEndByOperatorMethod(),
                            OPERATOR,
                            "endWorkByOperator"),
                    reads("work", WorkServiceGrpc.getGetStatusMethod(), OWN),
                    reads("driver", DriverServiceGrpc.getGetMethod(), OWN),
                    changes("driver", DriverServiceGrpc.getPutMethod(), OPERATOR, "putDriver"),
                    changes(
                            "driver",
                            DriverServiceGrpc.getSetActivityModeMethod(),
                            OWN_OR_OPERATOR,
                            "setActivityMode"),
                    reads("driver", DriverServiceGrpc.getGetDispatchStatusMethod(), OWN),
                    reads("driver", DriverServiceGrpc.getGetEligibilityMethod(), OWN),
                    changes(
                            "driver",
                            DriverServiceGrpc.getApplyMethod(),
                            ONLY_DRIVER,
                            "applyToGroup"),
                    changes(
                            "driver",
                            DriverServiceGrpc.getSupplementApplicationMethod(),
                            ONLY_DRIVER,
                            "supplementApplication"),
                    changes(
                            "driver",
                            DriverServiceGrpc.getWithdrawApplicationMethod(),
                            ONLY_DRIVER,
                            "withdrawApplication"),
                    changes(
                            "driver",
                            DriverServiceGrpc.getReviewApplicationMethod(),
                            OPERATOR,
                            "reviewApplication"),
                    changes(
                            "driver",
                            DriverServiceGrpc.getLeaveGroupMethod(),
                            ONLY_DRIVER,
                            "leaveGroup"),
                    reads("driver", DriverServiceGrpc.getGetApplicationMethod(), SEES_ALL),
                    reads("driver", DriverServiceGrpc.getListApplicationsMethod(), OWN),
                    changes(
                            "driver",
                            DriverServiceGrpc.getRecordIncidentMethod(),
                            OPERATOR,
                            "recordIncident"),
                    changes(
                            "driver",
                            DriverServiceGrpc.getRevokeIncidentMethod(),
                            OPERATOR,
                            "revokeIncident"),
                    reads("driver", DriverServiceGrpc.getListIncidentsMethod(), SEES_ALL),
                    reads("move", MoveServiceGrpc.getGetActiveMethod(), OWN),
                    changes("move", MoveServiceGrpc.getRespondMethod(), OWN, "respondToMove"),
                    reads("activity", ActivityServiceGrpc.getTimelineMethod(), OWN),
                    reads("activity", ActivityServiceGrpc.getListNoticesMethod(), OWN),
                    reads("activity", ActivityServiceGrpc.getListSignalsMethod(), OPERATOR),
                    changes(
                            "activity",
                            ActivityServiceGrpc.getDecideSignalMethod(),
                            OPERATOR,
                            "decideAbuseSignal"),
                    reads("settlement", SettlementServiceGrpc.getGetStatementMethod(), OWN),
                    reads("settlement", SettlementServiceGrpc.getListStatementsMethod(), SEES_ALL),
                    reads("settlement", SettlementServiceGrpc.getGetMonthMethod(), OWN),
                    reads("settlement", SettlementServiceGrpc.getListMinutesMethod(), OWN),
                    changes(
                            "settlement",
                            SettlementServiceGrpc.getAdjustMethod(),
                            OPERATOR,
                            "adjustStatement"),
                    reads("settlement", SettlementServiceGrpc.getRecomputeMethod(), OPERATOR),
                    changes(
                            "settlement",
                            SettlementServiceGrpc.getOpenDisputeMethod(),
                            ONLY_DRIVER,
                            "openDispute"),
                    changes(
                            "settlement",
                            SettlementServiceGrpc.getAnswerDisputeMethod(),
                            OPERATOR,
                            "answerDispute"),
                    changes(
                            "settlement",
                            SettlementServiceGrpc.getWithdrawDisputeMethod(),
                            ONLY_DRIVER,
                            "withdrawDispute"),
                    reads("settlement", SettlementServiceGrpc.getListDisputesMethod(), OWN),
                    changes(
                            "settlement",
                            SettlementServiceGrpc.getCloseBusinessDateMethod(),
                            OPERATOR,
                            "closeBusinessDate"),
                    reads("settlement", SettlementServiceGrpc.getGetBusinessDateMethod(), SEES_ALL),
                    reads("policy", PolicyServiceGrpc.getGetMethod(), SEES_ALL),
                    reads("policy", PolicyServiceGrpc.getListMethod(), SEES_ALL),
                    changes("policy", PolicyServiceGrpc.getPutMethod(), OPERATOR, "putPolicy"),
                    reads("policy", PolicyServiceGrpc.getHistoryMethod(), SEES_ALL),
                    reads("policy", PolicyServiceGrpc.getCompareMethod(), OPERATOR),
                    changes(
                            "policy",
                            PolicyServiceGrpc.getPutExperimentMethod(),
                            OPERATOR,
                            "putExperiment"),
                    reads("policy", PolicyServiceGrpc.getListExperimentsMethod(), OPERATOR),
                    changes(
                            "policy",
                            PolicyServiceGrpc.getStopExperimentMethod(),
                            OPERATOR,
                            "stopExperiment"),
                    reads("insight", InsightServiceGrpc.getKpisMethod(), SEES_ALL),
                    reads("insight", InsightServiceGrpc.getDecisionMethod(), OPERATOR),
                    reads("insight", InsightServiceGrpc.getPlanSwitchbackMethod(), OPERATOR),
                    reads("insight", InsightServiceGrpc.getReadSwitchbackMethod(), OPERATOR),
                    reads("insight", InsightServiceGrpc.getNightMomentMethod(), OPERATOR),
                    reads("mlgateway", MlGatewayServiceGrpc.getGetModelsMethod(), OPERATOR),
                    changes("tagging", TaggingServiceGrpc.getTagMethod(), OPERATOR, "tag"),
                    changes("tagging", TaggingServiceGrpc.getUntagMethod(), OPERATOR, "untag"),
                    reads("tagging", TaggingServiceGrpc.getGetMethod(), SEES_ALL),
                    reads("tagging", TaggingServiceGrpc.getGetByUuidMethod(), SEES_ALL),
                    reads("tagging", TaggingServiceGrpc.getListMethod(), SEES_ALL),
                    reads("tagging", TaggingServiceGrpc.getListEntitiesMethod(), SEES_ALL),
                    reads("tagging", TaggingServiceGrpc.getHasMethod(), SEES_ALL),
                    changes(
                            "tagging",
                            TaggingServiceGrpc.getPutRuleMethod(),
                            OPERATOR,
                            "putTagRule"),
                    reads("tagging", TaggingServiceGrpc.getListRulesMethod(), OPERATOR),
                    changes(
                            "tagging",
                            TaggingServiceGrpc.getRemoveRuleMethod(),
                            OPERATOR,
                            "removeTagRule"),
                    reads("tagging", TaggingServiceGrpc.getGetRuleHistoryMethod(), OPERATOR),
                    reads("tagging", TaggingServiceGrpc.getTryRuleMethod(), OPERATOR),
                    reads("zone", ZoneServiceGrpc.getGetMethod(), SEES_ALL),
                    reads("zone", ZoneServiceGrpc.getContainsMethod(), SEES_ALL));

    private static final List<RestMethod> MOST_EXACT_FIRST =
            ALL.stream()
                    .sorted(
                            Comparator.comparing((RestMethod method) ->
                                            method.http().path().verb().isEmpty())
                                    .thenComparingInt(method -> -method.http().path().literals()))
                    .toList();

    private RestMethods() {}

    /** A method, and the values of its path, undecoded, by field. */
    record MatchedMethod(RestMethod method, Map<String, String> values) {}

    /**
     * The method of a request.
     *
     * @param path the segments of the path, undecoded
     */
    static Optional<MatchedMethod> find(String httpMethod, List<String> path) {
        return fitting(path)
                .filter(found -> found.method().http().httpMethod().equals(httpMethod))
                .findFirst();
    }

    /** What REST says of a method; empty for one that it does not offer. */
    static Optional<RestMethod> find(GrpcMethod method) {
        return ALL.stream().filter(offered -> offered.method().equals(method)).findFirst();
    }

    /** The methods of HTTP that a path takes; none for one that is not there. */
    static Set<String> allowed(List<String> path) {
        Set<String> allowed = new TreeSet<>();
        fitting(path).forEach(found -> allowed.add(found.method().http().httpMethod()));
        return allowed;
    }

    private static Stream<MatchedMethod> fitting(List<String> path) {
        return MOST_EXACT_FIRST.stream()
                .flatMap(method ->
                        method.http().path().match(path).stream()
                                .map(values -> new MatchedMethod(method, values)));
    }
}
