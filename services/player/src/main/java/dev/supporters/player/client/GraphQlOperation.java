package dev.supporters.player.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that the apps of the night ask the gateway. */
public enum GraphQlOperation {
    REQUEST_CALL(
            """
            mutation RequestCall($input: RequestCallInput!) {
              requestCall(input: $input) { call { callId status etaSeconds } }
            }\
            """),
    CANCEL_CALL(
            """
            mutation CancelCall($input: CancelCallInput!) {
              cancelCall(input: $input) { call { callId status etaSeconds } }
            }\
            """),
    CALL(
            """
            query Call($id: ID!) { call(id: $id) { callId status etaSeconds } }\
            """),
    CALL_CHANGED(
            """
            subscription CallChanged($callId: ID!) { callChanged(callId: $callId) { callId status etaSeconds } }\
            """),
    OPEN_CALLS(
            """
            query OpenCalls($after: String, $filter: CallFilter) {
              calls(first: 500, after: $after, filter: $filter) {
                edges { node { callId status userId } } pageInfo { hasNextPage endCursor }
              }
            }\
            """),
    DESTINATION(
            """
            query Destination($id: ID!) { call(id: $id) { callId status fare destination { lat lng } } }\
            """),
    BEGIN_WORK(
            """
            mutation BeginWork($input: BeginWorkInput!) { beginWork(input: $input) { work { state } } }\
            """),
    REST(
            """
            mutation Rest($input: WorkInput!) { rest(input: $input) { work { state } } }\
            """),
    RESUME(
            """
            mutation Resume($input: WorkInput!) { resume(input: $input) { work { state } } }\
            """),
    END_WORK(
            """
            mutation EndWork($input: WorkInput!) { endWork(input: $input) { work { state } } }\
            """),
    ACCEPT_CALL(
            """
            mutation AcceptCall($input: AcceptCallInput!) { acceptCall(input: $input) { outcome } }\
            """),
    REFUSE_CALL(
            """
            mutation RefuseCall($input: RefuseCallInput!) { refuseCall(input: $input) { outcome } }\
            """),
    ARRIVE(
            """
            mutation Arrive($input: DriveInput!) { arrive(input: $input) { engagement { state version } } }\
            """),
    PICK_UP(
            """
            mutation PickUp($input: DriveInput!) { pickUp(input: $input) { engagement { state version } } }\
            """),
    COMPLETE(
            """
            mutation Complete($input: DriveInput!) { complete(input: $input) { engagement { state version } } }\
            """),
    RATE_DRIVE(
            """
            mutation RateDrive($input: RateDriveInput!) { rateDrive(input: $input) { callId stars } }\
            """),
    APPLY_TO_GROUP(
            """
            mutation ApplyToGroup($input: ApplyToGroupInput!) {
              applyToGroup(input: $input) { application { applicationId state } }
            }\
            """),
    SUPPLEMENT_APPLICATION(
            """
            mutation SupplementApplication($input: SupplementApplicationInput!) {
              supplementApplication(input: $input) { application { applicationId state } }
            }\
            """),
    REVIEW_APPLICATION(
            """
            mutation ReviewApplication($input: ReviewApplicationInput!) {
              reviewApplication(input: $input) { application { applicationId state } }
            }\
            """),
    OPEN_APPLICATIONS(
            """
            query OpenApplications($after: String) {
              openApplications(first: 100, after: $after) {
                applications { applicationId driverId steps { kind } } pageInfo { hasNextPage endCursor }
              }
            }\
            """),
    APPLICATIONS(
            """
            query Applications($driverId: ID!) {
              applications(driverId: $driverId) { applications { applicationId state } }
            }\
            """),
    ELIGIBILITY(
            """
            query Eligibility($driverId: ID!, $region: String!) {
              eligibility(product: DRIVER, region: $region, driverId: $driverId) {
                eligible statistics { ratingCount averageRating }
              }
            }\
            """),
    OPEN_DISPUTE(
            """
            mutation OpenDispute($input: OpenDisputeInput!) { openDispute(input: $input) { dispute { disputeId state } } }\
            """),
    ANSWER_DISPUTE(
            """
            mutation AnswerDispute($input: AnswerDisputeInput!) {
              answerDispute(input: $input) { dispute { disputeId state } }
            }\
            """),
    OPEN_DISPUTES(
            """
            query OpenDisputes($after: String) {
              openDisputes(first: 100, after: $after) {
                disputes { disputeId driverId businessDate } pageInfo { hasNextPage endCursor }
              }
            }\
            """),
    DISPUTED_STATEMENT(
            """
            query DisputedStatement($driverId: ID!, $businessDate: Date!) {
              statement(driverId: $driverId, businessDate: $businessDate) {
                disputes { state } adjustments { kind amount { amount currency } }
              }
            }\
            """),
    ABUSE_SIGNALS(
            """
            query AbuseSignals($businessDate: Date!, $after: String) {
              abuseSignals(businessDate: $businessDate, first: 100, after: $after) {
                signals { signalId driverId kind region evidence { cell } decisions { decision } } pageInfo { hasNextPage endCursor }
              }
            }\
            """),
    DECIDE_ABUSE_SIGNAL(
            """
            mutation DecideAbuseSignal($input: DecideAbuseSignalInput!) {
              decideAbuseSignal(input: $input) { signal { signalId } }
            }\
            """),
    RECORD_INCIDENT(
            """
            mutation RecordIncident($input: RecordIncidentInput!) {
              recordIncident(input: $input) { incident { incidentId } }
            }\
            """),
    INCIDENTS(
            """
            query Incidents($driverId: ID!) { incidents(driverId: $driverId) { kind revokedAt } }\
            """),
    MODE_CHANGES(
            """
            query ModeChanges($driverId: ID!) { modeChanges(driverId: $driverId) { actor signalId at } }\
            """),
    DRIVER_NOTICES(
            """
            query DriverNotices($driverId: ID!, $after: String) {
              driverNotices(driverId: $driverId, first: 100, after: $after) {
                notices { businessDate decision } pageInfo { hasNextPage endCursor }
              }
            }\
            """),
    EXPERIMENTS(
            """
            query Experiments($after: String) {
              experiments(first: 100, after: $after) {
                regions { region experiments { stop { at } } } pageInfo { hasNextPage endCursor }
              }
            }\
            """),
    TAG_RULES(
            """
            query TagRules { tagRules { tag enabled } }\
            """),
    ENTITIES(
            """
            query Entities($tagName: String!, $after: String) {
              entityPage(tagName: $tagName, first: 500, after: $after) { entityIds pageInfo { hasNextPage endCursor } }
            }\
            """),
    POLICY_HISTORY(
            """
            query PolicyHistory($region: String!, $after: String) {
              policyHistory(product: DRIVER, region: $region, first: 100, after: $after) {
                policies { version updatedBy } pageInfo { hasNextPage endCursor }
              }
            }\
            """),
    CLOSE_BUSINESS_DATE(
            """
            mutation CloseBusinessDate($input: CloseBusinessDateInput!) {
              closeBusinessDate(input: $input) {
                businessDate { state actor closingSince closedSince obstacles { kind } }
              }
            }\
            """),
    BUSINESS_DATE(
            """
            query BusinessDate($businessDate: Date!, $region: String!) {
              businessDate(businessDate: $businessDate, region: $region) {
                state actor closingSince closedSince obstacles { kind }
              }
            }\
            """),
    KPIS(
            """
            query Kpis($businessDate: Date!, $region: String!) {
              kpis(businessDate: $businessDate, region: $region) {
                total { night { ...Figures } legacy { ...Figures } missingLegacyReason }
                regions { zones { area zoneId kpis { ...Figures } } }
              }
            }
            fragment Figures on NightKpis {
              calls endedCalls completedCalls attendanceRate completionRate cancellationAfterAssignmentRate
              autoAcceptShare pickupMinutesMean tripsPerPaidHour demandCoverage gini generalShare
              costPerCompletedCall { amount currency }
            }\
            """),
    PARKED_CALLS(
            """
            query ParkedCalls { parkedCalls(first: 100) { calls { call { callId } } } }\
            """),
    RELEASE_CALL(
            """
            mutation ReleaseCall($input: ReleaseCallInput!) { releaseCall(input: $input) { call { callId } } }\
            """),
    OPERATIONS(
            """
            query Operations { operations { alerts { name service subject } } }\
            """),
    PUT_POLICY(
            """
            mutation PutPolicy($input: PutPolicyInput!) { putPolicy(input: $input) { policy { version updatedAt } } }\
            """),
    REPORT_LOCATION(
            """
            mutation ReportLocation($input: ReportLocationInput!) { reportLocation(input: $input) { taken } }\
            """),
    RESPOND_TO_MOVE(
            """
            mutation RespondToMove($input: RespondToMoveInput!) { respondToMove(input: $input) { move { state } } }\
            """),
    APP_STATE(
            """
            query AppState($driverId: ID!) {
              workStatus(product: DRIVER, driverId: $driverId) { state }
              engagement(driverId: $driverId) {
                state version command { commandId fare callId origin { lat lng } etaSeconds deadlineAt }
              }
              activeMove(product: DRIVER, driverId: $driverId) { moveId state destinationInfo { lat lng } }
            }\
            """),
    COMMANDS(
            """
            subscription Commands($driverId: ID!) {
              commands(driverId: $driverId) {
                state version command { commandId fare callId origin { lat lng } etaSeconds deadlineAt }
              }
            }\
            """),
    MOVES(
            """
            subscription Moves($driverId: ID!) {
              moves(product: DRIVER, driverId: $driverId) { move { moveId state destinationInfo { lat lng } } }
            }\
            """);

    private final String document;
    private final String title;

    GraphQlOperation(String document) {
        this.document = document;
        this.title =
                Arrays.stream(name().split("_"))
                        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    public String document() {
        return document;
    }

    /** The operation's name in its document. */
    public String title() {
        return title;
    }
}
