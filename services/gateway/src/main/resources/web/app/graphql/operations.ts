// Made from operations/*.graphql and the schema by OperationTypesTest (-Dsupporters.console.update=true).
// Not changed by hand.

/** An operation: its text, the SHA-256 by which the gateway knows it, and in its type what it answers and takes. */
export interface Operation<Answer, Variables> {
  readonly text: string;
  readonly hash: string;
  readonly types?: (variables: Variables) => Answer;
}

export type AbuseDecision = "DISMISS" | "HOLD_PAY" | "SUSPEND" | "WARN";

export type AbuseKind = "CANCELLATIONS" | "COLD_WAITING" | "CONTRADICTED_STEPS" | "DARK_GPS" | "REFUSALS" | "UNFINISHED_DRIVES";

export type AbusePolicyInput = { cancelledWithinSeconds: number; coldCallsPerHour: number; contradictedMeters: number; darkAfterSeconds: number; drivesBeyondSeconds: number; enabled: boolean; falseAlarmsPerMillion: number; leastColdWaitingSeconds: number; leastEvents: number; nights?: number | null };

export type AcceptCallInput = { callId?: string | null; clientMutationId?: string | null; commandId?: string | null; driverId?: string | null };

export type ActivityMode = "OFF" | "ON";

export type AdjustStatementInput = { amount: MoneyInput; businessDate: string; clientMutationId: string; driverId: string; kind?: AdjustmentKind | null; product?: Product | null; reason: string };

export type AdjustmentKind = "CORRECTION" | "DEDUCTION" | "GRANT" | "GUARANTEE";

export type AlertSeverity = "CRITICAL" | "WARNING";

export type AnswerDisputeInput = { adjustment?: MoneyInput | null; answer: string; clientMutationId: string; decision: DisputeDecision; disputeId: string };

export type AppPlatform = "ANDROID" | "IOS";

export type AppRuleInput = { minVersion: string; platform: AppPlatform };

export type ApplicationState = "APPROVED" | "ENDED" | "EXPIRED" | "INFORMATION_REQUIRED" | "REJECTED" | "SUBMITTED" | "WITHDRAWN";

export type ApplicationStepKind = "APPLIED" | "APPROVED" | "ASKED" | "EXPIRED" | "GIVEN" | "LEFT" | "REJECTED" | "REMOVED" | "SUPPLEMENTED" | "WITHDRAWN";

export type ApplyToGroupInput = { clientMutationId?: string | null; product?: Product | null; region: string; text?: string | null };

export type AssignmentPolicyInput = { chainWithinSeconds: number; chaining: boolean; driverTags?: Array<DriverTagRuleInput> | null; firstPickupSeconds?: number | null; holdSeconds: number; pickupGrowthSeconds: number; shiftEndToleranceSeconds?: number | null };

export type BeginWorkInput = { appPlatform: AppPlatform; appVersion: string; clientMutationId?: string | null; driverId?: string | null; location: PointInput; product?: Product | null; workType?: WorkType | null };

export type BoxInput = { east: number; north: number; south: number; west: number };

export type BusinessDateState = "CLOSED" | "CLOSING" | "OPEN";

export type CallCommandState = "ACCEPTED" | "ARRIVED" | "CANCELLED" | "COMMANDED" | "COMPLETED" | "DRIVING" | "REFUSED";

export type CallFilter = { driverId?: string | null; from?: string | null; statuses?: Array<CallStatus> | null; to?: string | null; userId?: string | null };

export type CallLocationInput = { address?: string | null; lat: string; lng: string; poi?: string | null };

export type CallPolicyInput = { baseFare?: MoneyInput | null; distancePercent: number; farePerKm?: MoneyInput | null; farePercent: number; maxLiveCalls: number };

export type CallStatus = "ACCEPTED" | "ARRIVED" | "CANCELLED" | "COMMANDED" | "COMPLETED" | "DRIVING" | "FAILED" | "GENERAL" | "REQUESTED";

export type CancelCallInput = { callId: string; clientMutationId?: string | null };

export type CloseBusinessDateInput = { businessDate: string; clientMutationId: string; overrideReason?: string | null; overrides: Array<CloseObstacleKind>; product?: Product | null; region: string };

export type CloseObstacleKind = "BEGIN_MISSING" | "DISPUTED" | "HELD_BACK" | "RUNNING" | "UNPROVEN";

export type CommandCancellationReason = "CUSTOMER" | "DRIVER" | "OPERATOR" | "WITHDRAWN";

export type CommandOutcome = "ACCEPTED" | "CANCELLED" | "REFUSED";

export type CriterionKind = "ACCIDENTS" | "CANCELLATION_PERCENT" | "COMPLETED_DRIVES" | "FINES" | "RATING";

export type DecideAbuseSignalInput = { clientMutationId: string; decision: AbuseDecision; driverText?: string | null; reason: string; signalId: string };

export type DispatchPath = "GENERAL" | "SUPPORTERS";

export type DispatchState = "ACCEPTED" | "ARRIVED" | "COMMANDED" | "DRIVING" | "FREE" | "OFF" | "RESTING";

export type DisputeDecision = "ACCEPTED" | "REJECTED";

export type DisputeState = "ACCEPTED" | "OPEN" | "REJECTED" | "WITHDRAWN";

export type DriveInput = { callId: string; clientMutationId?: string | null; driverId?: string | null };

export type DriverTagRuleInput = { callTag?: string | null; driverTag: string; forbidden: boolean };

export type EndWorkByOperatorInput = { businessDate: string; clientMutationId: string; driverId: string; endedAt: string; product?: Product | null; reason: string };

export type EngagementState = "ACCEPTED" | "ARRIVED" | "COMMANDED" | "DRIVING" | "FREE" | "OFF" | "PAUSED";

export type EraseCustomerInput = { clientMutationId?: string | null; reason: string; userId: string };

export type FollowUpKind = "CLOSE" | "HAND_OVER" | "TAKE_BACK";

export type IncidentKind = "ACCIDENT" | "FINE";

export type JoinPolicyInput = { maxAccidents?: number | null; maxCancellationPercent?: number | null; maxFines?: number | null; minCompletedDrives: number; minRating: number; reapplyAfterHours: number };

export type KpiArea = "OUTSIDE_ZONES" | "REGION" | "ZONE";

export type LeaveGroupInput = { clientMutationId?: string | null; product?: Product | null; text?: string | null };

export type MembershipInput = { activityMode: ActivityMode; product?: Product | null; region: string };

export type MissingLegacyReason = "NOT_KEPT" | "NOT_YET" | "NO_CALLS" | "NO_SUPPORTERS" | "OTHER_WINDOW" | "TOO_LARGE";

export type ModelKind = "ETA_CORRECTION" | "KEEP_PROBABILITY" | "NEAREST" | "REFUSAL";

export type MoneyInput = { amount: number; currency: string };

export type MoveKind = "PLACE" | "REST";

export type MovePolicyInput = { afterDeclineSeconds: number; enabled: boolean; minIntervalSeconds: number; restAdvice: boolean; restBeginMinutes: number; restEndMinutes: number; restPercent: number };

export type MoveState = "ACCEPTED" | "ARRIVED" | "DECLINED" | "EXPIRED" | "PROPOSED" | "SUPERSEDED";

export type OpenDisputeInput = { businessDate: string; clientMutationId: string; product?: Product | null; text: string };

export type PaymentState = "HELD" | "NOT_HELD";

export type PointInput = { lat: number; lng: number };

export type PolicyDryRunCalls = "MODEL" | "NIGHT";

export type PolicyDryRunFigureKind = "CANCELLED_AFTER_ASSIGNMENT_PERCENT" | "COMPLETED_PERCENT" | "GAVE_UP_PERCENT" | "GINI" | "PICKUP_MINUTES_MEAN" | "PICKUP_MINUTES_P95" | "TRIPS_PER_PAID_HOUR" | "WAGES_PER_COMPLETED_CALL";

export type PolicyDryRunLeftOutReason = "NOT_KEPT" | "TOO_MANY";

export type PositionInput = { lat: number; lng: number; reportedAt: string };

export type PositionProblem = "AHEAD" | "JUMP" | "NOT_NEWER" | "NO_FIX" | "OUT_OF_BOUNDS";

export type Product = "DRIVER";

export type PutDriverInput = { clientMutationId?: string | null; driverId: string; memberships: Array<MembershipInput>; name: string; reason?: string | null };

export type PutExperimentInput = { clientMutationId?: string | null; controlVersion: number; expectedVersion: number; firstDate: string; intervalMinutes: number; name: string; nights: number; product?: Product | null; reason: string; region: string; treatmentVersion: number; washOutMinutes: number };

export type PutPolicyInput = { abuse?: AbusePolicyInput | null; appRules?: Array<AppRuleInput> | null; assignment?: AssignmentPolicyInput | null; bounds: BoxInput; calls?: CallPolicyInput | null; clientMutationId?: string | null; effectiveFrom?: string | null; expectedVersion: number; hourlyWage: MoneyInput; join?: JoinPolicyInput | null; maxCandidates: number; maxPickupSeconds: number; moves?: MovePolicyInput | null; onRefusal?: RefusalConsequence | null; overrunLimitSeconds?: number | null; product?: Product | null; reason?: string | null; region: string; restPaid: boolean; rolloutPercent: number; timeZone: string; unreachableAfterSeconds: number; vetoSeconds: number; windowBegin: string; windowMinutes: number; zones?: ZonePolicyInput | null };

export type PutTagRuleInput = { clientMutationId?: string | null; enabled: boolean; expression: string; name: string; order?: number | null; reason?: string | null; tag: string };

export type RateDriveInput = { callId: string; clientMutationId?: string | null; stars: number };

export type RecomputeStatementInput = { businessDate: string; clientMutationId?: string | null; driverId: string; product?: Product | null };

export type RecordIncidentInput = { clientMutationId?: string | null; date: string; driverId: string; kind: IncidentKind; note: string; product?: Product | null };

export type RefusalConsequence = "FAIL" | "GENERAL" | "NEXT_SUPPORTER";

export type RefusalReason = "HEALTH" | "OTHER" | "SAFETY" | "TOO_FAR" | "UNREACHABLE_PLACE";

export type RefuseCallInput = { callId?: string | null; clientMutationId?: string | null; commandId?: string | null; comment?: string | null; driverId?: string | null; reason: RefusalReason };

export type ReleaseCallInput = { callId: string; clientMutationId?: string | null };

export type RemoteCaller = "CALL" | "COMMANDER" | "GATEWAY" | "ROUTING" | "WORK";

export type RemoveTagRuleInput = { clientMutationId?: string | null; name: string; reason: string };

export type ReplayOutcome = "DIFFERENT" | "SAME" | "WITHOUT_INPUTS";

export type ReportLocationInput = { clientMutationId?: string | null; driverId?: string | null; positions: Array<PositionInput> };

export type RequestCallInput = { appLocation?: CallLocationInput | null; callId?: string | null; clientMutationId?: string | null; currency?: string | null; destination: CallLocationInput; distance: number; fare: number; origin: CallLocationInput; product?: Product | null; stopover?: CallLocationInput | null; userId?: string | null; userName: string };

export type RespondToMoveInput = { accept: boolean; clientMutationId?: string | null; driverId?: string | null; moveId: string };

export type ReviewApplicationInput = { applicationId: string; clientMutationId?: string | null; decision: ReviewDecision; text?: string | null };

export type ReviewDecision = "APPROVE" | "ASK" | "REJECT";

export type RevokeIncidentInput = { clientMutationId?: string | null; incidentId: string; reason: string };

export type SampleCallInput = { destination?: CallLocationInput | null; distance?: number | null; fare?: MoneyInput | null; origin?: CallLocationInput | null; product?: Product | null; requestedAt?: string | null; stopover?: CallLocationInput | null; userId?: string | null };

export type SetActivityModeInput = { clientMutationId?: string | null; driverId?: string | null; mode: ActivityMode; product?: Product | null };

export type StatementNoteKind = "SILENT_DRIVE" | "ZONE_CLOSED";

export type StopExperimentInput = { clientMutationId?: string | null; name: string; product?: Product | null; reason: string; region: string };

export type SupplementApplicationInput = { applicationId: string; clientMutationId?: string | null; text: string };

export type SwitchbackArm = "CONTROL" | "TREATMENT";

export type SwitchbackInput = { firstDate: string; intervalMinutes: number; name: string; washOutMinutes: number };

export type TagInput = { clientMutationId?: string | null; description?: string | null; entityId: string; tag: string };

export type TimeClass = "DRIVING" | "MOVING" | "RESTING" | "TO_CUSTOMER" | "UNREACHABLE" | "WAITING";

export type UntagInput = { clientMutationId?: string | null; entityId: string; tag: string };

export type WithdrawApplicationInput = { applicationId: string; clientMutationId?: string | null };

export type WithdrawDisputeInput = { clientMutationId: string; disputeId: string };

export type WorkEndReason = "AFTER_DRIVE" | "DRIVER" | "OPERATOR" | "REMOVED" | "WINDOW";

export type WorkInput = { clientMutationId?: string | null; driverId?: string | null; product?: Product | null };

export type WorkState = "ENDED" | "ENDING" | "RESTING" | "WORKING";

export type WorkType = "HOURLY";

export type ZoneBasis = "INVALID_THRESHOLDS" | "NO_CELL_OPEN" | "NO_DEMAND" | "NO_FORECAST" | "SWITCHED_OFF" | "TOO_MANY_CELLS" | "ZONES";

export type ZonePolicyInput = { capacity: number; closeDemand: number; closingWarningSeconds: number; enabled: boolean; maxWagePerCall?: MoneyInput | null; minCells: number; openDemand: number };

export type AlertView = { name: string; severity: AlertSeverity; service: string; subject: string | null; value: number | null; since: string; runbook: string };

export type ApplicationView = { applicationId: string; driverId: string; product: Product | null; region: string; state: ApplicationState | null; ageSeconds: number; steps: Array<{ kind: ApplicationStepKind | null; happenedAt: string | null; actor: string | null; text: string | null; criteria: Array<CriterionView> }> };

export type CallDetail = CallRow & { product: Product | null; userId: string | null; userName: string | null; distance: number | null; commandId: string | null; tagNames: Array<string> | null; stopover: string | null; price: { amount: number; currency: string } | null };

export type CallRow = { callId: string; state: CallStatus | null; path: DispatchPath | null; reason: string | null; createdAt: string | null; waitingSince: string | null; dispatchedAt: string | null; endAt: string | null; driverId: string | null; driverName: string | null; etaSeconds: number | null; origin: Place | null; destination: Place | null };

export type CandidateView = { driverId: string; etaSeconds: number; score: number; rank: number; filter: string | null; location: { lat: number; lng: number } | null };

export type CloseView = { businessDate: string | null; product: Product | null; region: string; state: BusinessDateState | null; actor: string | null; closingSince: string | null; closedSince: string | null; obstacles: Array<{ kind: CloseObstacleKind | null; workId: string }>; overrides: Array<CloseObstacleKind>; overrideReason: string | null; overriddenBy: string | null; overriddenAt: string | null };

export type CommandRow = { commandId: string; callId: string; driverId: string; state: CallCommandState | null; endedAt: string | null; refusalReason: RefusalReason | null; refusalComment: string | null; onRefusal: RefusalConsequence | null; cancellationReason: CommandCancellationReason | null };

export type CriterionView = { kind: CriterionKind | null; value: number | null; limit: number | null; met: boolean };

export type DecisionView = { decidedAt: string; reason: string; driverId: string | null; region: string | null; policyVersion: number; experiment: { name: string; arm: SwitchbackArm | null } | null; model: string | null; replay: ReplayOutcome | null; differences: Array<string>; explanations: Array<{ language: string; lines: Array<string> }>; offered: Array<CandidateView>; removed: Array<CandidateView>; shadows: Array<{ model: string; driverId: string | null; etaSeconds: number | null; score: number | null; fallback: string | null }> };

export type DisputeView = { disputeId: string; driverId: string; businessDate: string | null; state: DisputeState | null; text: string; answer: string | null; openedAt: string | null; ageSeconds: number; adjusted: { amount: number; currency: string } | null };

export type EngagementView = { driverId: string; state: EngagementState | null; notAMember: boolean; version: number; command: { commandId: string; callId: string; createdAt: string | null; deadlineAt: string | null; etaSeconds: number | null; onRefusal: RefusalConsequence | null; origin: Place | null } | null };

export type ExperimentView = { name: string; controlVersion: number; treatmentVersion: number; intervalMinutes: number; washOutMinutes: number; firstDate: string; nights: number; reason: string; putAt: string; putBy: string; stop: { at: string; stoppedBy: string; reason: string } | null };

export type FiguresView = { businessDate: string; calls: number; completedCalls: number; completionRate: number | null; supporterCompletionRate: number | null; generalShare: number | null; pickupMinutesMean: number | null; pickupMinutesP95: number | null; cancellationAfterAssignmentRate: number | null; attendanceRate: number | null; autoAcceptShare: number | null; tripsPerPaidHour: number | null; gini: number | null; costPerCompletedCall: { amount: number; currency: string } | null; updatedAt: string };

export type FleetRow = { driverId: string; state: DispatchState; since: string; callId: string | null; position: { lat: number; lng: number } | null; unreachable: boolean; moveTo: { lat: number; lng: number } | null };

export type HeldChoiceView = { decidedAt: string; calls: number; ageSeconds: number; candidates: Array<{ driverId: string; etaSeconds: number; keepProbability: number; stillDrives: boolean }>; driverId: string | null; pairs: Array<{ callId: string; driverId: string }>; replay: ReplayOutcome | null; differences: Array<string>; explanations: Array<{ language: string; lines: Array<string> }> };

export type IncidentView = { incidentId: string; kind: IncidentKind | null; date: string | null; note: string | null; actor: string | null; revokedAt: string | null; revokedBy: string | null; revokeReason: string | null };

export type ModelView = { model: string; kind: ModelKind | null; used: boolean; areas: number; checksum: string | null; training: { region: string; product: string; firstNight: string | null; lastNight: string | null; nights: number; rows: number } | null; scores: Array<{ name: string; value: number }>; features: Array<{ name: string; weight: number }> };

export type MomentCallView = { callId: string; state: CallStatus | null; requestedAt: string | null; driverId: string | null; cell: { lat: number; lng: number } };

export type MomentSupporterView = { driverId: string; state: DispatchState | null; callId: string | null; cell: { lat: number; lng: number } | null };

export type MonthView = { month: string; settled: boolean; days: Array<{ businessDate: string | null; workId: string; settled: boolean; disputed: boolean; paidMinutes: number; payment: PaymentState | null; adjusted: { amount: number; currency: string } | null; total: { amount: number; currency: string } | null }>; sums: Array<{ paidMinutes: number; earned: { amount: number; currency: string } | null; adjusted: { amount: number; currency: string } | null; total: { amount: number; currency: string } | null }> };

export type MoveView = { moveId: string; driverId: string; kind: MoveKind; state: MoveState | null; createdAt: string | null; expiresAt: string | null; destinationInfo: Place | null };

export type NoticeView = { signalId: string; businessDate: string | null; nights: Array<string>; decision: AbuseDecision | null; stillCounts: AbuseDecision | null; noticed: { english: string; korean: string }; consequence: { english: string; korean: string }; message: string | null; decidedAt: string | null };

export type OperationsView = { readAt: string | null; alerts: Array<AlertView>; services: Array<ServiceStatusView> };

export type OrderedCall = { callId: string; state: CallStatus | null; createdAt: string | null; dispatchedAt: string | null; endAt: string | null; driverId: string | null; driverName: string | null; etaSeconds: number | null; origin: Place | null; destination: Place | null; price: { amount: number; currency: string } | null };

export type PartView = { name: string; breakerOpen: boolean; answered: number; failed: number; totalMilliseconds: number; failures: Array<{ reason: string; count: number }>; latencies: Array<{ upToMilliseconds: number | null; count: number }> };

export type Place = { lat: string | null; lng: string | null; poi: string | null; address: string | null };

export type PolicyView = { product: Product | null; region: string; version: number; updatedAt: string | null; updatedBy: string | null; updateReason: string | null; effectiveFrom: string | null; timeZone: string; windowBegin: string; windowMinutes: number; vetoSeconds: number; onRefusal: RefusalConsequence | null; rolloutPercent: number; maxCandidates: number; maxPickupSeconds: number; unreachableAfterSeconds: number; overrunLimitSeconds: number; restPaid: boolean; hourlyWage: { amount: number; currency: string }; bounds: { south: number; west: number; north: number; east: number }; appRules: Array<{ platform: AppPlatform | null; minVersion: string }> | null; assignment: { holdSeconds: number; firstPickupSeconds: number | null; pickupGrowthSeconds: number; shiftEndToleranceSeconds: number | null; chaining: boolean; chainWithinSeconds: number; driverTags: Array<{ callTag: string | null; driverTag: string; forbidden: boolean }> }; moves: { enabled: boolean; minIntervalSeconds: number; afterDeclineSeconds: number; restAdvice: boolean; restBeginMinutes: number; restEndMinutes: number; restPercent: number }; zones: { enabled: boolean; openDemand: number; closeDemand: number; minCells: number; capacity: number; closingWarningSeconds: number; maxWagePerCall: { amount: number; currency: string } | null }; join: { minCompletedDrives: number; maxCancellationPercent: number | null; maxAccidents: number | null; maxFines: number | null; minRating: number; reapplyAfterHours: number }; abuse: { enabled: boolean; falseAlarmsPerMillion: number; leastEvents: number; cancelledWithinSeconds: number; coldCallsPerHour: number; leastColdWaitingSeconds: number; darkAfterSeconds: number; drivesBeyondSeconds: number; contradictedMeters: number; nights: number }; calls: { maxLiveCalls: number; distancePercent: number; baseFare: { amount: number; currency: string } | null; farePerKm: { amount: number; currency: string } | null; farePercent: number } };

export type RegionExperimentsView = { product: Product; region: string; version: number; experiments: Array<ExperimentView> };

export type RegionView = { product: Product | null; region: string; timeZone: string; windowBegin: string; windowMinutes: number; currency: string; bounds: { south: number; west: number; north: number; east: number }; baseFare: { amount: number; currency: string } | null; farePerKm: { amount: number; currency: string } | null };

export type ServiceStatusView = { name: string; answers: boolean; since: string; version: string | null; startedAt: string | null; requestsPerSecond: number | null; meanMilliseconds: number | null; openBreakers: Array<string>; topics: Array<{ topic: string; behind: number | null; readerAgeSeconds: number | null }>; events: { waiting: number | null; oldestSeconds: number | null; dead: number | null } };

export type SignalView = { signalId: string; driverId: string; product: Product | null; region: string; businessDate: string | null; kind: AbuseKind | null; foundAt: string | null; policyVersion: number; coldSeconds: number; statistics: { happened: number; occasions: number; expected: number; chance: number; threshold: number }; explanation: { english: string; korean: string }; evidence: Array<{ at: string | null; callId: string | null; cell: string; value: number }>; places: Array<{ cell: string; hour: number; happened: number; occasions: number; expected: number }>; nights: Array<{ businessDate: string; happened: number; occasions: number; expected: number }>; decisions: Array<{ decision: AbuseDecision | null; reason: string; actor: string; decidedAt: string | null; driverText: string | null }> };

export type StatementView = { workId: string; driverId: string; businessDate: string | null; beganAt: string | null; endedAt: string | null; settled: boolean; payment: PaymentState | null; paidMinutes: number; paidSeconds: number; hourlyWage: { amount: number; currency: string } | null; earned: { amount: number; currency: string } | null; total: { amount: number; currency: string } | null; classes: Array<{ timeClass: TimeClass | null; seconds: number; paid: boolean }> };

export type WorkView = { workId: string; driverId: string; state: WorkState | null; region: string | null; businessDate: string | null; beganAt: string | null; windowEndsAt: string | null; endedAt: string | null; endReason: WorkEndReason | null; restedSeconds: number; zoneWarning: { closesAt: string | null } | null };

export type ZoneFiguresView = { area: KpiArea | null; zoneId: string | null; kpis: { calls: number; shifts: number; completionRate: number | null; supporterCompletionRate: number | null; generalShare: number | null; pickupMinutesMean: number | null; tripsPerPaidHour: number | null; costPerCompletedCall: { amount: number; currency: string } | null } };

export type ZonePlan = { version: number; basis: ZoneBasis | null; plannedAt: string | null; expiresAt: string | null; geoJson: string; wagePerCall: { amount: number; currency: string } | null; zones: Array<{ zoneId: string; demand: number; occupancy: number; capacity: number | null; overWageBound: boolean; wagePerCall: { amount: number; currency: string } | null; nextWagePerCall: { amount: number; currency: string } | null; maxWagePerCall: { amount: number; currency: string } | null }> };

export const AbuseSignals: Operation<
  { abuseSignals: { signals: Array<SignalView>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { undecided: boolean; kind?: AbuseKind | null; driverId?: string | null; after?: string | null }
> = {
  text: `query AbuseSignals($undecided:Boolean!,$kind:AbuseKind,$driverId:ID,$after:String){abuseSignals(undecided:$undecided,kind:$kind,driverId:$driverId,first:20,after:$after){signals{...SignalView}pageInfo{hasNextPage endCursor}}} fragment SignalView on AbuseSignal {signalId driverId product region businessDate kind foundAt policyVersion coldSeconds statistics{happened occasions expected chance threshold}explanation{english korean}evidence{at callId cell value}places{cell hour happened occasions expected}nights{businessDate happened occasions expected}decisions{decision reason actor decidedAt driverText}}`,
  hash: "949caf90004331de447df7eec24564ed172283622b604a0944ce2be68dfd49eb",
};

export const AcceptCall: Operation<
  { acceptCall: { outcome: CommandOutcome | null; engagement: EngagementView } },
  { input: AcceptCallInput }
> = {
  text: `mutation AcceptCall($input:AcceptCallInput!){acceptCall(input:$input){outcome engagement{...EngagementView}}} fragment EngagementView on Engagement {driverId state notAMember version command{commandId callId createdAt deadlineAt etaSeconds onRefusal origin{...Place}}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "f452a428eccf96d049a1ba418137bd5092f2faedabb975933aa5534b20ebbf06",
};

export const AddTag: Operation<
  { tag: { tags: Array<{ name: string }> } },
  { input: TagInput }
> = {
  text: `mutation AddTag($input:TagInput!){tag(input:$input){tags{name}}}`,
  hash: "ce0cdf5e04384309d029d2296e019dc108a1d1a86df84d383b33780ba121953b",
};

export const AdjustStatement: Operation<
  { adjustStatement: { statement: StatementView } },
  { input: AdjustStatementInput }
> = {
  text: `mutation AdjustStatement($input:AdjustStatementInput!){adjustStatement(input:$input){statement{...StatementView}}} fragment StatementView on Statement {workId driverId businessDate beganAt endedAt settled payment paidMinutes paidSeconds hourlyWage{amount currency}earned{amount currency}total{amount currency}classes{timeClass seconds paid}}`,
  hash: "ad266c45387c33e8791a0b04a3c39bd9e6252b1b8d7d325cceb3702b25f358dd",
};

export const AnswerDispute: Operation<
  { answerDispute: { dispute: DisputeView } },
  { input: AnswerDisputeInput }
> = {
  text: `mutation AnswerDispute($input:AnswerDisputeInput!){answerDispute(input:$input){dispute{...DisputeView}}} fragment DisputeView on Dispute {disputeId driverId businessDate state text answer openedAt ageSeconds adjusted{amount currency}}`,
  hash: "be66faa54be6427c29c0f13f5a066b372d4526ce2e55f7805e1817e602aa6198",
};

export const ApplyToGroup: Operation<
  { applyToGroup: { application: { applicationId: string } } },
  { input: ApplyToGroupInput }
> = {
  text: `mutation ApplyToGroup($input:ApplyToGroupInput!){applyToGroup(input:$input){application{applicationId}}}`,
  hash: "46d604415eb764576f801e0726bd9a5e7779a3d0bac59f8c366206d0b9aa1a3f",
};

export const Arrive: Operation<
  { arrive: { engagement: EngagementView } },
  { input: DriveInput }
> = {
  text: `mutation Arrive($input:DriveInput!){arrive(input:$input){engagement{...EngagementView}}} fragment EngagementView on Engagement {driverId state notAMember version command{commandId callId createdAt deadlineAt etaSeconds onRefusal origin{...Place}}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "41ac6c7fff5e74a7281d6cbee675bb018e30f401c36583738dc41700625bee7f",
};

export const AtWork: Operation<
  { statements: { statements: Array<{ driverId: string; product: Product | null; settled: boolean }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { businessDate: string; after?: string | null }
> = {
  text: `query AtWork($businessDate:Date!,$after:String){statements(businessDate:$businessDate,first:100,after:$after){statements{driverId product settled}pageInfo{hasNextPage endCursor}}}`,
  hash: "404d3e24ec7f6864ab13383a890c2d4629766bf14224bdc54d00f621044d9adf",
};

export const BeginWork: Operation<
  { beginWork: { work: WorkView } },
  { input: BeginWorkInput }
> = {
  text: `mutation BeginWork($input:BeginWorkInput!){beginWork(input:$input){work{...WorkView}}} fragment WorkView on WorkStatus {workId driverId state region businessDate beganAt windowEndsAt endedAt endReason restedSeconds zoneWarning{closesAt}}`,
  hash: "12a58fb9cde5e448b6995ecf1aed3625118d89b3eef317b281356608bab056d6",
};

export const BusinessDateClose: Operation<
  { businessDate: CloseView },
  { businessDate: string; product: Product; region: string }
> = {
  text: `query BusinessDateClose($businessDate:Date!,$product:Product!,$region:String!){businessDate(businessDate:$businessDate,product:$product,region:$region){...CloseView}} fragment CloseView on BusinessDate {businessDate product region state actor closingSince closedSince obstacles{kind workId}overrides overrideReason overriddenBy overriddenAt}`,
  hash: "c99230f3b7c1660ae5f594b9446e6dd4917aadc90a28030f62886d40ba2c7abd",
};

export const CallCommanded: Operation<
  { decision: { decisions: Array<{ decidedAt: string; driverId: string | null; reason: string }>; heldChoices: Array<{ decidedAt: string; driverId: string | null; calls: number }> } },
  { callId: string }
> = {
  text: `query CallCommanded($callId:ID!){decision(callId:$callId){decisions{decidedAt driverId reason}heldChoices{decidedAt driverId calls}}}`,
  hash: "c68162ddbf613da96021c89f096c3ae613bad607c4fa543ace3042f0702ec3b1",
};

export const CallCommands: Operation<
  { callCommands: Array<CommandRow> },
  { callId: string }
> = {
  text: `query CallCommands($callId:ID!){callCommands(callId:$callId){...CommandRow}} fragment CommandRow on CallCommand {commandId callId driverId state endedAt refusalReason refusalComment onRefusal cancellationReason}`,
  hash: "5c8954bef00a204ea5b3220c691e13b4b98bdf3be603af8c8b77f042dd9cb8d1",
};

export const CallDecisions: Operation<
  { decision: { decisions: Array<DecisionView>; heldChoices: Array<HeldChoiceView> } },
  { callId: string }
> = {
  text: `query CallDecisions($callId:ID!){decision(callId:$callId){decisions{...DecisionView}heldChoices{...HeldChoiceView}}} fragment CandidateView on DecisionCandidate {driverId etaSeconds score rank filter location{lat lng}} fragment DecisionView on Decision {decidedAt reason driverId region policyVersion experiment{name arm}model replay differences explanations{language lines}offered{...CandidateView}removed{...CandidateView}shadows{model driverId etaSeconds score fallback}} fragment HeldChoiceView on HeldChoice {decidedAt calls ageSeconds candidates{driverId etaSeconds keepProbability stillDrives}driverId pairs{callId driverId}replay differences explanations{language lines}}`,
  hash: "a895665d1356878e1256abd5a2976add8ea91f9e9d6e32161e3c11bfc0a3d7e4",
};

export const CallDetails: Operation<
  { call: CallDetail | null },
  { id: string }
> = {
  text: `query CallDetails($id:ID!){call(id:$id){...CallDetail}} fragment CallDetail on Call {...CallRow product userId userName distance commandId tagNames stopover price{amount currency}} fragment CallRow on Call {callId state path reason createdAt waitingSince dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "09561485ae1ee8119f9e6f0f902aab2f83364ba501cfe2f416bf422f26fc03c6",
};

export const CallDetailsChanged: Operation<
  { callChanged: CallDetail | null },
  { callId: string }
> = {
  text: `subscription CallDetailsChanged($callId:ID!){callChanged(callId:$callId){...CallDetail}} fragment CallDetail on Call {...CallRow product userId userName distance commandId tagNames stopover price{amount currency}} fragment CallRow on Call {callId state path reason createdAt waitingSince dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "a68227f1335d9adb9bda3311c0b82b5c81c685898344f755f2a72357f1b06aa2",
};

export const Calls: Operation<
  { calls: { edges: Array<{ node: CallRow }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { filter?: CallFilter | null; after?: string | null }
> = {
  text: `query Calls($filter:CallFilter,$after:String){calls(first:100,after:$after,filter:$filter){edges{node{...CallRow}}pageInfo{hasNextPage endCursor}}} fragment CallRow on Call {callId state path reason createdAt waitingSince dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "416dcf56cc8645012356f98059b77ee783d15164c4a4fcab257214d903526194",
};

export const CallsChanged: Operation<
  { callsChanged: { calls: Array<CallRow>; more: boolean } | null },
  { product: Product; region: string }
> = {
  text: `subscription CallsChanged($product:Product!,$region:String!){callsChanged(product:$product,region:$region){calls{...CallRow}more}} fragment CallRow on Call {callId state path reason createdAt waitingSince dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "3328d00e7f57e4c3c7f56405c9296e3730dfd7a480b8ef272ac1b5fcd6e8b6f6",
};

export const CancelCall: Operation<
  { cancelCall: { call: CallDetail } },
  { input: CancelCallInput }
> = {
  text: `mutation CancelCall($input:CancelCallInput!){cancelCall(input:$input){call{...CallDetail}}} fragment CallDetail on Call {...CallRow product userId userName distance commandId tagNames stopover price{amount currency}} fragment CallRow on Call {callId state path reason createdAt waitingSince dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "62f26ed4584104610662dc5faa0cb96016e6976467eb1ec8750b1515939cd332",
};

export const CancelMyCall: Operation<
  { cancelCall: { call: OrderedCall } },
  { input: CancelCallInput }
> = {
  text: `mutation CancelMyCall($input:CancelCallInput!){cancelCall(input:$input){call{...OrderedCall}}} fragment OrderedCall on Call {callId state createdAt dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}price{amount currency}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "26bdc5150285df0703559f68e3afa479b03932ea250f02bbdc5b0e3e1bf67893",
};

export const CloseBusinessDate: Operation<
  { closeBusinessDate: { businessDate: CloseView } },
  { input: CloseBusinessDateInput }
> = {
  text: `mutation CloseBusinessDate($input:CloseBusinessDateInput!){closeBusinessDate(input:$input){businessDate{...CloseView}}} fragment CloseView on BusinessDate {businessDate product region state actor closingSince closedSince obstacles{kind workId}overrides overrideReason overriddenBy overriddenAt}`,
  hash: "c2f07b896ea4f2742e89d538616b98c4d968503ef65ae717685d374f87265c32",
};

export const Complete: Operation<
  { complete: { engagement: EngagementView } },
  { input: DriveInput }
> = {
  text: `mutation Complete($input:DriveInput!){complete(input:$input){engagement{...EngagementView}}} fragment EngagementView on Engagement {driverId state notAMember version command{commandId callId createdAt deadlineAt etaSeconds onRefusal origin{...Place}}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "7ba4e2496cd3e404a324b115cb14576953c40d87673d5c3855bc718151e97a02",
};

export const DecideAbuseSignal: Operation<
  { decideAbuseSignal: { signal: SignalView } },
  { input: DecideAbuseSignalInput }
> = {
  text: `mutation DecideAbuseSignal($input:DecideAbuseSignalInput!){decideAbuseSignal(input:$input){signal{...SignalView}}} fragment SignalView on AbuseSignal {signalId driverId product region businessDate kind foundAt policyVersion coldSeconds statistics{happened occasions expected chance threshold}explanation{english korean}evidence{at callId cell value}places{cell hour happened occasions expected}nights{businessDate happened occasions expected}decisions{decision reason actor decidedAt driverText}}`,
  hash: "7470ce7b3e82e38a856755be008472602a1ff985ffc9d1c981a50bfc8fe956ce",
};

export const DriverApplications: Operation<
  { applications: { applications: Array<ApplicationView> } },
  { driverId: string }
> = {
  text: `query DriverApplications($driverId:ID!){applications(driverId:$driverId){applications{...ApplicationView}}} fragment ApplicationView on Application {applicationId driverId product region state ageSeconds steps{kind happenedAt actor text criteria{...CriterionView}}} fragment CriterionView on Criterion {kind value limit met}`,
  hash: "a1962f10206457b431d3066d6634d216dee8a214df8dd3cde2f1315ec1ff2cf0",
};

export const DriverCommands: Operation<
  { driverCommands: Array<CommandRow> },
  { driverId: string }
> = {
  text: `query DriverCommands($driverId:ID!){driverCommands(driverId:$driverId){...CommandRow}} fragment CommandRow on CallCommand {commandId callId driverId state endedAt refusalReason refusalComment onRefusal cancellationReason}`,
  hash: "71cd76aac1ce53304a8e96a8ae816094d8475c3af640d53d4463a4c0dc720c02",
};

export const DriverDetails: Operation<
  { driver: { driverId: string; name: string | null; createdAt: string | null; memberships: Array<{ product: Product | null; region: string | null; activityMode: ActivityMode | null; suspendedSince: string | null }> | null } | null; workStatus: WorkView | null; dispatchStatus: { state: DispatchState | null; since: string | null; callId: string | null; completedDrives: number } | null; activeMove: { kind: MoveKind; state: MoveState | null; expiresAt: string | null; destinationInfo: Place | null } | null },
  { driverId: string; product: Product }
> = {
  text: `query DriverDetails($driverId:ID!,$product:Product!){driver(driverId:$driverId){driverId name createdAt memberships{product region activityMode suspendedSince}}workStatus(driverId:$driverId,product:$product){...WorkView}dispatchStatus(driverId:$driverId,product:$product){state since callId completedDrives}activeMove(driverId:$driverId,product:$product){kind state expiresAt destinationInfo{...Place}}} fragment Place on CallLocation {lat lng poi address} fragment WorkView on WorkStatus {workId driverId state region businessDate beganAt windowEndsAt endedAt endReason restedSeconds zoneWarning{closesAt}}`,
  hash: "48092885f1572abf9edbb6c56afd4cfb001a40ab3ecccb306a169b6ab5cac178",
};

export const DriverMoves: Operation<
  { driverMoves: Array<MoveView> },
  { driverId: string; product: Product }
> = {
  text: `query DriverMoves($driverId:ID!,$product:Product!){driverMoves(driverId:$driverId,product:$product){...MoveView}} fragment MoveView on Move {moveId driverId kind state createdAt expiresAt destinationInfo{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "b59470460ab4afd939ac6589c1946b522cf6e7aadc379e8476228bd52838d389",
};

export const DriverStatement: Operation<
  { statement: StatementView & { notes: Array<{ kind: StatementNoteKind | null; at: string | null; seconds: number }> } | null },
  { driverId: string; product: Product; businessDate: string }
> = {
  text: `query DriverStatement($driverId:ID!,$product:Product!,$businessDate:Date!){statement(driverId:$driverId,product:$product,businessDate:$businessDate){...StatementView notes{kind at seconds}}} fragment StatementView on Statement {workId driverId businessDate beganAt endedAt settled payment paidMinutes paidSeconds hourlyWage{amount currency}earned{amount currency}total{amount currency}classes{timeClass seconds paid}}`,
  hash: "f673d1cfad39cd236fd77f94339e5254f9f920431c0889045c77c54b9fd25552",
};

export const DriverTimeline: Operation<
  { timeline: { entries: Array<{ action: string; at: string | null; callId: string | null }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { driverId: string; businessDate: string; after?: string | null }
> = {
  text: `query DriverTimeline($driverId:ID!,$businessDate:Date!,$after:String){timeline(driverId:$driverId,businessDate:$businessDate,first:100,after:$after){entries{action at callId}pageInfo{hasNextPage endCursor}}}`,
  hash: "23b078bb0c639f3446333091860066745415b1045323d63c2961e5562f427011",
};

export const DryRunPolicy: Operation<
  { policyDryRun: { businessDate: string | null; playedCalls: PolicyDryRunCalls | null; calls: number; supporters: number; leftOut: Array<{ reason: PolicyDryRunLeftOutReason | null; calls: number }>; figures: Array<{ kind: PolicyDryRunFigureKind; present: number; proposed: number; difference: number; halfWidth: number }>; notSimulated: Array<string> } },
  { input: PutPolicyInput; nights: number; modelNights: boolean }
> = {
  text: `query DryRunPolicy($input:PutPolicyInput!,$nights:Int!,$modelNights:Boolean!){policyDryRun(input:$input,nights:$nights,modelNights:$modelNights){businessDate playedCalls calls supporters leftOut{reason calls}figures{kind present proposed difference halfWidth}notSimulated}}`,
  hash: "be9b5ecd41a965e1fd1605f2f741be92f5159975b9cd34e0efe716a87f68e7ac",
};

export const Eligibility: Operation<
  { eligibility: { eligible: boolean; criteria: Array<CriterionView>; statistics: { firstDate: string | null; lastDate: string | null } } },
  { driverId: string; product: Product; region: string }
> = {
  text: `query Eligibility($driverId:ID!,$product:Product!,$region:String!){eligibility(driverId:$driverId,product:$product,region:$region){eligible criteria{...CriterionView}statistics{firstDate lastDate}}} fragment CriterionView on Criterion {kind value limit met}`,
  hash: "1e8bb8e32070b9b13e13a1110041991a68767ab24b2c148b3942cb6d222cf087",
};

export const EndWork: Operation<
  { endWork: { work: WorkView } },
  { input: WorkInput }
> = {
  text: `mutation EndWork($input:WorkInput!){endWork(input:$input){work{...WorkView}}} fragment WorkView on WorkStatus {workId driverId state region businessDate beganAt windowEndsAt endedAt endReason restedSeconds zoneWarning{closesAt}}`,
  hash: "b2eefaff7c58c064caa7fda29e9d3809f4e909dd3ec5a138a612302ce51dbfa9",
};

export const EndWorkByOperator: Operation<
  { endWorkByOperator: { work: WorkView } },
  { input: EndWorkByOperatorInput }
> = {
  text: `mutation EndWorkByOperator($input:EndWorkByOperatorInput!){endWorkByOperator(input:$input){work{...WorkView}}} fragment WorkView on WorkStatus {workId driverId state region businessDate beganAt windowEndsAt endedAt endReason restedSeconds zoneWarning{closesAt}}`,
  hash: "2192061ff02c3441c2a0a117491bc288e20dc6950af255dd8d7791f83f9fd678",
};

export const EntitiesWithTag: Operation<
  { entityPage: { entityIds: Array<string>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { tagName: string; after?: string | null }
> = {
  text: `query EntitiesWithTag($tagName:String!,$after:String){entityPage(tagName:$tagName,first:100,after:$after){entityIds pageInfo{hasNextPage endCursor}}}`,
  hash: "456668d6818f4e7872a4848f04d8f46428555325e73cce1c6053cb2079135f4b",
};

export const EntityTags: Operation<
  { tags: Array<{ name: string; description: string | null; createdAt: string | null }> },
  { entityId: string }
> = {
  text: `query EntityTags($entityId:String!){tags(entityId:$entityId){name description createdAt}}`,
  hash: "f3528d1dade2314b3df648bd29a6d2aff070ab053a4c4dff6d064931b06a979b",
};

export const EraseCustomer: Operation<
  { eraseCustomer: { erasedCalls: number; erasedAt: string } },
  { input: EraseCustomerInput }
> = {
  text: `mutation EraseCustomer($input:EraseCustomerInput!){eraseCustomer(input:$input){erasedCalls erasedAt}}`,
  hash: "4f8f69845736f73e33121547537973da3e7f7d9fe011fdc79320d1a712c6e8b1",
};

export const Experiments: Operation<
  { experiments: { regions: Array<RegionExperimentsView> } },
  Record<string, never>
> = {
  text: `query Experiments{experiments(first:100){regions{...RegionExperimentsView}}} fragment ExperimentView on Experiment {name controlVersion treatmentVersion intervalMinutes washOutMinutes firstDate nights reason putAt putBy stop{at stoppedBy reason}} fragment RegionExperimentsView on RegionExperiments {product region version experiments{...ExperimentView}}`,
  hash: "e4619d8c032b0e2339acc7241822dd329a20b01abda9fc4952dcec6765a7406d",
};

export const Fleet: Operation<
  { fleet: { supporters: Array<FleetRow> } | null },
  { product: Product; region: string }
> = {
  text: `subscription Fleet($product:Product!,$region:String!){fleet(product:$product,region:$region){supporters{...FleetRow}}} fragment FleetRow on FleetSupporter {driverId state since callId position{lat lng}unreachable moveTo{lat lng}}`,
  hash: "2fbc3cf133b222638ad9a68ed5c55f049b067f3ea4ecca4f552e8b86094405c2",
};

export const Incidents: Operation<
  { incidents: Array<IncidentView> },
  { driverId: string }
> = {
  text: `query Incidents($driverId:ID!){incidents(driverId:$driverId){...IncidentView}} fragment IncidentView on Incident {incidentId kind date note actor revokedAt revokedBy revokeReason}`,
  hash: "dca8caeb89d6f1e4e5a7c062f4f0a17341fd1927d3eb50ad94160a2f221eca10",
};

export const LeaveGroup: Operation<
  { leaveGroup: { driver: { driverId: string } } },
  { input: LeaveGroupInput }
> = {
  text: `mutation LeaveGroup($input:LeaveGroupInput!){leaveGroup(input:$input){driver{driverId}}}`,
  hash: "555c65533db9f1346a7341719b3b0361c7b4ae0d74b75c2c3ddaf0f3d0e3646e",
};

export const Minutes: Operation<
  { statementMinutes: { minutes: Array<{ number: number; beganAt: string | null; timeClass: TimeClass | null; callIds: Array<string> }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { driverId?: string | null; product: Product; businessDate: string; after?: string | null }
> = {
  text: `query Minutes($driverId:ID,$product:Product!,$businessDate:Date!,$after:String){statementMinutes(driverId:$driverId,product:$product,businessDate:$businessDate,first:100,after:$after){minutes{number beganAt timeClass callIds}pageInfo{hasNextPage endCursor}}}`,
  hash: "9bb5fb617a407c16ad9b8d69e4794caa5aeee9cf015de37a98edcdd8365e84f8",
};

export const ModeHistory: Operation<
  { modeChanges: Array<{ product: Product | null; activityMode: ActivityMode | null; actor: string | null; signalId: string | null; at: string | null }> },
  { driverId: string }
> = {
  text: `query ModeHistory($driverId:ID!){modeChanges(driverId:$driverId){product activityMode actor signalId at}}`,
  hash: "528abd8777c8add06d231b73f7b91e5071927784a256b8e82495682d0f589e2f",
};

export const Models: Operation<
  { models: { defaultModel: string; refused: Array<string>; countedSince: string | null; models: Array<ModelView>; shadows: Array<{ model: string; same: number; different: number; withoutChoice: number }> } },
  Record<string, never>
> = {
  text: `query Models{models{defaultModel refused countedSince models{...ModelView}shadows{model same different withoutChoice}}} fragment ModelView on Model {model kind used areas checksum training{region product firstNight lastNight nights rows}scores{name value}features{name weight}}`,
  hash: "fe2f16aa7f3376a3fb7db5e4b0ac8aedaae3d3ef6da87dba23ad5c657298a0cf",
};

export const MyApproach: Operation<
  { approach: { position: { lat: number; lng: number }; locatedAt: string; meters: number | null; expectedAt: string | null } | null },
  { callId: string }
> = {
  text: `query MyApproach($callId:ID!){approach(callId:$callId){position{lat lng}locatedAt meters expectedAt}}`,
  hash: "a087ec7dc8b44c30fb750edf8210b8533e21e5affc4df622a41c5c8d5a95e537",
};

export const MyCall: Operation<
  { call: { callId: string; state: CallStatus | null; userName: string | null; origin: Place | null; destination: Place | null; price: { amount: number; currency: string } | null } | null },
  { id: string }
> = {
  text: `query MyCall($id:ID!){call(id:$id){callId state userName origin{...Place}destination{...Place}price{amount currency}}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "5a8e7a620d27ee04e5f14b72c307faed2ee0906fbd7b3649a1d51ec3b3a8d305",
};

export const MyCallChanged: Operation<
  { callChanged: OrderedCall | null },
  { callId: string }
> = {
  text: `subscription MyCallChanged($callId:ID!){callChanged(callId:$callId){...OrderedCall}} fragment OrderedCall on Call {callId state createdAt dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}price{amount currency}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "f0e3bd35794f67241623fb9f8dfb21e46df0519431b7549350930b925d095ecf",
};

export const MyCalls: Operation<
  { calls: { edges: Array<{ node: OrderedCall }>; pageInfo: { hasNextPage: boolean } } },
  Record<string, never>
> = {
  text: `query MyCalls{calls(first:10){edges{node{...OrderedCall}}pageInfo{hasNextPage}}} fragment OrderedCall on Call {callId state createdAt dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}price{amount currency}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "6b73e56dd7da690baf9513ff91980bdb998bcace0e69d30213c68dd72011b337",
};

export const MyCommands: Operation<
  { commands: EngagementView | null },
  Record<string, never>
> = {
  text: `subscription MyCommands{commands{...EngagementView}} fragment EngagementView on Engagement {driverId state notAMember version command{commandId callId createdAt deadlineAt etaSeconds onRefusal origin{...Place}}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "a1008f45b9a702a1ae3ff1f5842f59881f44921be93c9dfad0e68bbe62ad4507",
};

export const MyDisputes: Operation<
  { statement: { disputes: Array<{ disputeId: string; state: DisputeState | null; text: string; answer: string | null; adjusted: { amount: number; currency: string } | null }> } | null },
  { product: Product; businessDate: string }
> = {
  text: `query MyDisputes($product:Product!,$businessDate:Date!){statement(product:$product,businessDate:$businessDate){disputes{disputeId state text answer adjusted{amount currency}}}}`,
  hash: "991abfb5ce989715a8b55f36e287a54ecdf5362f77310c7c7f27bf59de4ab784",
};

export const MyMembership: Operation<
  { driver: { driverId: string; memberships: Array<{ product: Product | null; region: string | null; activityMode: ActivityMode | null; suspendedSince: string | null }> | null } | null; applications: { applications: Array<ApplicationView> } },
  Record<string, never>
> = {
  text: `query MyMembership{driver{driverId memberships{product region activityMode suspendedSince}}applications{applications{...ApplicationView}}} fragment ApplicationView on Application {applicationId driverId product region state ageSeconds steps{kind happenedAt actor text criteria{...CriterionView}}} fragment CriterionView on Criterion {kind value limit met}`,
  hash: "fff83b090a8376f68d9f82c65fc8bca9fb5c8246bceca83eb3381455a38f7b9e",
};

export const MyMonth: Operation<
  { monthStatement: MonthView },
  { product: Product; month: string }
> = {
  text: `query MyMonth($product:Product!,$month:String!){monthStatement(product:$product,month:$month){...MonthView}} fragment MonthView on MonthStatement {month settled days{businessDate workId settled disputed paidMinutes payment adjusted{amount currency}total{amount currency}}sums{paidMinutes earned{amount currency}adjusted{amount currency}total{amount currency}}}`,
  hash: "ad2ae6f86bb02851d6638e33199ec513633d47d5a21a86d6715165e48be486a5",
};

export const MyMoves: Operation<
  { moves: { move: MoveView | null } | null },
  { product: Product }
> = {
  text: `subscription MyMoves($product:Product!){moves(product:$product){move{...MoveView}}} fragment MoveView on Move {moveId driverId kind state createdAt expiresAt destinationInfo{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "e8907e19264ee7d8ce5d57394a0ad396c95375b91adc7996a1e206353d24f056",
};

export const MyNotices: Operation<
  { driverNotices: { notices: Array<NoticeView>; pageInfo: { hasNextPage: boolean } } | null },
  Record<string, never>
> = {
  text: `subscription MyNotices{driverNotices(first:3){notices{...NoticeView}pageInfo{hasNextPage}}} fragment NoticeView on DriverNotice {signalId businessDate nights decision stillCounts noticed{english korean}consequence{english korean}message decidedAt}`,
  hash: "986324647890b7361ffbf1e66b6d5619cc7d81c2b1c3706c222f64e0ee2cd345",
};

export const MyPay: Operation<
  { statement: StatementView | null },
  { product: Product; businessDate: string }
> = {
  text: `query MyPay($product:Product!,$businessDate:Date!){statement(product:$product,businessDate:$businessDate){...StatementView}} fragment StatementView on Statement {workId driverId businessDate beganAt endedAt settled payment paidMinutes paidSeconds hourlyWage{amount currency}earned{amount currency}total{amount currency}classes{timeClass seconds paid}}`,
  hash: "7a344c92bb6c98f4893a8ae79b0b503408a2ff96966a118c510cdab55b725950",
};

export const MyShift: Operation<
  { workStatus: WorkView | null; engagement: EngagementView; activeMove: { moveId: string; driverId: string; kind: MoveKind; state: MoveState | null; createdAt: string | null; expiresAt: string | null; destinationInfo: Place | null } | null },
  { product: Product }
> = {
  text: `query MyShift($product:Product!){workStatus(product:$product){...WorkView}engagement{...EngagementView}activeMove(product:$product){moveId driverId kind state createdAt expiresAt destinationInfo{...Place}}} fragment EngagementView on Engagement {driverId state notAMember version command{commandId callId createdAt deadlineAt etaSeconds onRefusal origin{...Place}}} fragment Place on CallLocation {lat lng poi address} fragment WorkView on WorkStatus {workId driverId state region businessDate beganAt windowEndsAt endedAt endReason restedSeconds zoneWarning{closesAt}}`,
  hash: "a97d4ed09c73f59d5031a513cadf0d4b78a853a229f3260e793c2805a5bbcd68",
};

export const NightAt: Operation<
  { nightMoment: { beginsAt: string | null; endsAt: string | null; lastAt: string | null; cut: boolean; calls: Array<MomentCallView>; supporters: Array<MomentSupporterView> } },
  { product: Product; region: string; businessDate: string; at: string }
> = {
  text: `query NightAt($product:Product!,$region:String!,$businessDate:Date!,$at:DateTime!){nightMoment(product:$product,region:$region,businessDate:$businessDate,at:$at){beginsAt endsAt lastAt cut calls{...MomentCallView}supporters{...MomentSupporterView}}} fragment MomentCallView on MomentCall {callId state requestedAt driverId cell{lat lng}} fragment MomentSupporterView on MomentSupporter {driverId state callId cell{lat lng}}`,
  hash: "987b81608bdaa71bb17e178f9f74f6bb0866f12a15ef921b604db46157dbcc0b",
};

export const NightCells: Operation<
  { kpis: { regions: Array<{ cells: Array<{ cell: string; boundary: Array<{ lat: number; lng: number }>; calls: number; generalShare: number | null }> }> } },
  { businessDate: string; product: Product; region: string }
> = {
  text: `query NightCells($businessDate:Date!,$product:Product!,$region:String!){kpis(businessDate:$businessDate,product:$product,region:$region){regions{cells{cell boundary{lat lng}calls generalShare}}}}`,
  hash: "847ad84fc818cb36e93adec5fd79e5e98dde967b6a3afdbed61858f64accc7d4",
};

export const NightFigures: Operation<
  { kpis: { regions: Array<{ region: string | null; night: FiguresView | null; nightBefore: FiguresView | null; weekBefore: FiguresView | null; legacy: FiguresView | null; missingLegacyReason: MissingLegacyReason | null; zones: Array<ZoneFiguresView> }> } },
  { businessDate: string; product: Product; region: string }
> = {
  text: `query NightFigures($businessDate:Date!,$product:Product!,$region:String!){kpis(businessDate:$businessDate,product:$product,region:$region){regions{region night{...FiguresView}nightBefore{...FiguresView}weekBefore{...FiguresView}legacy{...FiguresView}missingLegacyReason zones{...ZoneFiguresView}}}} fragment FiguresView on NightKpis {businessDate calls completedCalls completionRate supporterCompletionRate generalShare pickupMinutesMean pickupMinutesP95 cancellationAfterAssignmentRate attendanceRate autoAcceptShare tripsPerPaidHour gini costPerCompletedCall{amount currency}updatedAt} fragment ZoneFiguresView on ZoneKpis {area zoneId kpis{calls shifts completionRate supporterCompletionRate generalShare pickupMinutesMean tripsPerPaidHour costPerCompletedCall{amount currency}}}`,
  hash: "a0637050aff11dcf66d5837e257453fef3044e67793f17870fc8c99d22ba0b79",
};

export const OpenApplications: Operation<
  { openApplications: { applications: Array<ApplicationView>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { after?: string | null }
> = {
  text: `query OpenApplications($after:String){openApplications(first:20,after:$after){applications{...ApplicationView}pageInfo{hasNextPage endCursor}}} fragment ApplicationView on Application {applicationId driverId product region state ageSeconds steps{kind happenedAt actor text criteria{...CriterionView}}} fragment CriterionView on Criterion {kind value limit met}`,
  hash: "151a169f47cc432afe6be1331e6ad806c45290af25674edfa6a1202b36a4e6c6",
};

export const OpenDispute: Operation<
  { openDispute: { dispute: { disputeId: string } } },
  { input: OpenDisputeInput }
> = {
  text: `mutation OpenDispute($input:OpenDisputeInput!){openDispute(input:$input){dispute{disputeId}}}`,
  hash: "57d2d62c9cde73e9279a8e677a7d736290ec61cd041be5c92ebc833105ca8f56",
};

export const OpenDisputes: Operation<
  { openDisputes: { disputes: Array<DisputeView>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { after?: string | null }
> = {
  text: `query OpenDisputes($after:String){openDisputes(first:100,after:$after){disputes{...DisputeView}pageInfo{hasNextPage endCursor}}} fragment DisputeView on Dispute {disputeId driverId businessDate state text answer openedAt ageSeconds adjusted{amount currency}}`,
  hash: "aa6079ec4e19c7a32fe95006c6d86ced8fce871fa666f6673197a731bc3bb4b3",
};

export const Operations: Operation<
  { operations: OperationsView },
  Record<string, never>
> = {
  text: `query Operations{operations{...OperationsView}} fragment AlertView on Alert {name severity service subject value since runbook} fragment OperationsView on Operations {readAt alerts{...AlertView}services{...ServiceStatusView}} fragment ServiceStatusView on ServiceStatus {name answers since version startedAt requestsPerSecond meanMilliseconds openBreakers topics{topic behind readerAgeSeconds}events{waiting oldestSeconds dead}}`,
  hash: "dd3e7d96afeecfe6f93c8da8e61627a0ac42a5ed6fc80eb478cd06aba042c558",
};

export const ParkedCalls: Operation<
  { parkedCalls: { calls: Array<{ call: { callId: string }; parked: Array<{ kind: FollowUpKind | null; reason: string | null; since: string | null; attempts: number }> }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { after?: string | null }
> = {
  text: `query ParkedCalls($after:String){parkedCalls(first:100,after:$after){calls{call{callId}parked{kind reason since attempts}}pageInfo{hasNextPage endCursor}}}`,
  hash: "ad010be6e73eef0054702b3b64c73d0b37cf36efa88877fe7571fa419df4309a",
};

export const PickUp: Operation<
  { pickUp: { engagement: EngagementView } },
  { input: DriveInput }
> = {
  text: `mutation PickUp($input:DriveInput!){pickUp(input:$input){engagement{...EngagementView}}} fragment EngagementView on Engagement {driverId state notAMember version command{commandId callId createdAt deadlineAt etaSeconds onRefusal origin{...Place}}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "c794b1a7c846808799d494f5bc4cf11f1a4837ce838fbaf54c95db51b560d7ab",
};

export const PlanExperiment: Operation<
  { switchbackPlan: Array<{ beginsAt: string | null; endsAt: string | null; arm: SwitchbackArm | null }> },
  { experiment: SwitchbackInput; product: Product; region: string; businessDate: string }
> = {
  text: `query PlanExperiment($experiment:SwitchbackInput!,$product:Product!,$region:String!,$businessDate:Date!){switchbackPlan(experiment:$experiment,product:$product,region:$region,businessDate:$businessDate){beginsAt endsAt arm}}`,
  hash: "e1901fa697248c3b2bc590cd7f138c5a1b1968a92530b1a819750fb4a58a06d6",
};

export const PolicyHistory: Operation<
  { policyHistory: { policies: Array<PolicyView>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { product: Product; region: string; after?: string | null }
> = {
  text: `query PolicyHistory($product:Product!,$region:String!,$after:String){policyHistory(product:$product,region:$region,first:20,after:$after){policies{...PolicyView}pageInfo{hasNextPage endCursor}}} fragment PolicyView on Policy {product region version updatedAt updatedBy updateReason effectiveFrom timeZone windowBegin windowMinutes vetoSeconds onRefusal rolloutPercent maxCandidates maxPickupSeconds unreachableAfterSeconds overrunLimitSeconds restPaid hourlyWage{amount currency}bounds{south west north east}appRules{platform minVersion}assignment{holdSeconds firstPickupSeconds pickupGrowthSeconds shiftEndToleranceSeconds chaining chainWithinSeconds driverTags{callTag driverTag forbidden}}moves{enabled minIntervalSeconds afterDeclineSeconds restAdvice restBeginMinutes restEndMinutes restPercent}zones{enabled openDemand closeDemand minCells capacity closingWarningSeconds maxWagePerCall{amount currency}}join{minCompletedDrives maxCancellationPercent maxAccidents maxFines minRating reapplyAfterHours}abuse{enabled falseAlarmsPerMillion leastEvents cancelledWithinSeconds coldCallsPerHour leastColdWaitingSeconds darkAfterSeconds drivesBeyondSeconds contradictedMeters nights}calls{maxLiveCalls distancePercent baseFare{amount currency}farePerKm{amount currency}farePercent}}`,
  hash: "d82fa5807c585242116a3d7f3932d9ba04ced0ea632a99a853ba0ea802b8ca81",
};

export const PutDriver: Operation<
  { putDriver: { driver: { driverId: string; name: string | null } } },
  { input: PutDriverInput }
> = {
  text: `mutation PutDriver($input:PutDriverInput!){putDriver(input:$input){driver{driverId name}}}`,
  hash: "46db76fad3cb64de107c89bfa40023a4d9b4a7cc659a23b785a6763ae48a6f9b",
};

export const PutExperiment: Operation<
  { putExperiment: { experiments: RegionExperimentsView } },
  { input: PutExperimentInput }
> = {
  text: `mutation PutExperiment($input:PutExperimentInput!){putExperiment(input:$input){experiments{...RegionExperimentsView}}} fragment ExperimentView on Experiment {name controlVersion treatmentVersion intervalMinutes washOutMinutes firstDate nights reason putAt putBy stop{at stoppedBy reason}} fragment RegionExperimentsView on RegionExperiments {product region version experiments{...ExperimentView}}`,
  hash: "3092e108f7bd6b39cc4632f9dd09f1589a5860085a344c92e88f0ec5be0b022f",
};

export const PutPolicy: Operation<
  { putPolicy: { policy: PolicyView } },
  { input: PutPolicyInput }
> = {
  text: `mutation PutPolicy($input:PutPolicyInput!){putPolicy(input:$input){policy{...PolicyView}}} fragment PolicyView on Policy {product region version updatedAt updatedBy updateReason effectiveFrom timeZone windowBegin windowMinutes vetoSeconds onRefusal rolloutPercent maxCandidates maxPickupSeconds unreachableAfterSeconds overrunLimitSeconds restPaid hourlyWage{amount currency}bounds{south west north east}appRules{platform minVersion}assignment{holdSeconds firstPickupSeconds pickupGrowthSeconds shiftEndToleranceSeconds chaining chainWithinSeconds driverTags{callTag driverTag forbidden}}moves{enabled minIntervalSeconds afterDeclineSeconds restAdvice restBeginMinutes restEndMinutes restPercent}zones{enabled openDemand closeDemand minCells capacity closingWarningSeconds maxWagePerCall{amount currency}}join{minCompletedDrives maxCancellationPercent maxAccidents maxFines minRating reapplyAfterHours}abuse{enabled falseAlarmsPerMillion leastEvents cancelledWithinSeconds coldCallsPerHour leastColdWaitingSeconds darkAfterSeconds drivesBeyondSeconds contradictedMeters nights}calls{maxLiveCalls distancePercent baseFare{amount currency}farePerKm{amount currency}farePercent}}`,
  hash: "1ad770a2cfafd3d5ef1aff57bcbb7000804906af173aebaab7d88221de573d01",
};

export const PutTagRule: Operation<
  { putTagRule: { rule: { name: string; tag: string; expression: string; enabled: boolean; order: number } } },
  { input: PutTagRuleInput }
> = {
  text: `mutation PutTagRule($input:PutTagRuleInput!){putTagRule(input:$input){rule{name tag expression enabled order}}}`,
  hash: "cc50b4cb450951104d9c21428a63f9083897f341baff12477ecf46b7a05f5b01",
};

export const RateDrive: Operation<
  { rateDrive: { callId: string; stars: number } },
  { input: RateDriveInput }
> = {
  text: `mutation RateDrive($input:RateDriveInput!){rateDrive(input:$input){callId stars}}`,
  hash: "cd77c991df5b7d1c0970f87682b66777590a0c8c60ec62a6a75e6c5bc81c2257",
};

export const ReadExperiment: Operation<
  { switchbackReadout: { blocks: number; difference: number | null; lower: number | null; upper: number | null; differs: boolean; stopDate: string | null } },
  { experiment: SwitchbackInput; product: Product; regions: Array<string>; nights: number }
> = {
  text: `query ReadExperiment($experiment:SwitchbackInput!,$product:Product!,$regions:[String!]!,$nights:Int!){switchbackReadout(experiment:$experiment,product:$product,regions:$regions,nights:$nights){blocks difference lower upper differs stopDate}}`,
  hash: "37d01e1568c081286295afa49b7279c9a8b9319136f5574c5d0d1c7b53d3182c",
};

export const RecomputeStatement: Operation<
  { recomputeStatement: { same: boolean } },
  { input: RecomputeStatementInput }
> = {
  text: `mutation RecomputeStatement($input:RecomputeStatementInput!){recomputeStatement(input:$input){same}}`,
  hash: "9cbea822abba4695d34b19ddf2ae179b1f6c766fa9d91091219d8c1dc8276946",
};

export const RecordIncident: Operation<
  { recordIncident: { incident: IncidentView } },
  { input: RecordIncidentInput }
> = {
  text: `mutation RecordIncident($input:RecordIncidentInput!){recordIncident(input:$input){incident{...IncidentView}}} fragment IncidentView on Incident {incidentId kind date note actor revokedAt revokedBy revokeReason}`,
  hash: "cf72d7a5c7cf7306bfcf57470a97f54306e87e0a86aab3d9e9f19b5b52868b18",
};

export const RefuseCall: Operation<
  { refuseCall: { outcome: CommandOutcome | null; engagement: EngagementView } },
  { input: RefuseCallInput }
> = {
  text: `mutation RefuseCall($input:RefuseCallInput!){refuseCall(input:$input){outcome engagement{...EngagementView}}} fragment EngagementView on Engagement {driverId state notAMember version command{commandId callId createdAt deadlineAt etaSeconds onRefusal origin{...Place}}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "dc86bd5524814a4bf21e8ebf79644e4ce8e085bfd123790ef45cf84f4c5077b3",
};

export const Regions: Operation<
  { policies: { policies: Array<PolicyView> } },
  Record<string, never>
> = {
  text: `query Regions{policies(first:100){policies{...PolicyView}}} fragment PolicyView on Policy {product region version updatedAt updatedBy updateReason effectiveFrom timeZone windowBegin windowMinutes vetoSeconds onRefusal rolloutPercent maxCandidates maxPickupSeconds unreachableAfterSeconds overrunLimitSeconds restPaid hourlyWage{amount currency}bounds{south west north east}appRules{platform minVersion}assignment{holdSeconds firstPickupSeconds pickupGrowthSeconds shiftEndToleranceSeconds chaining chainWithinSeconds driverTags{callTag driverTag forbidden}}moves{enabled minIntervalSeconds afterDeclineSeconds restAdvice restBeginMinutes restEndMinutes restPercent}zones{enabled openDemand closeDemand minCells capacity closingWarningSeconds maxWagePerCall{amount currency}}join{minCompletedDrives maxCancellationPercent maxAccidents maxFines minRating reapplyAfterHours}abuse{enabled falseAlarmsPerMillion leastEvents cancelledWithinSeconds coldCallsPerHour leastColdWaitingSeconds darkAfterSeconds drivesBeyondSeconds contradictedMeters nights}calls{maxLiveCalls distancePercent baseFare{amount currency}farePerKm{amount currency}farePercent}}`,
  hash: "d269daab4a798c4179811cbfa64246c9bd913b8206bdcf40d415aaa0d0bef94c",
};

export const ReleaseCall: Operation<
  { releaseCall: { call: CallDetail } },
  { input: ReleaseCallInput }
> = {
  text: `mutation ReleaseCall($input:ReleaseCallInput!){releaseCall(input:$input){call{...CallDetail}}} fragment CallDetail on Call {...CallRow product userId userName distance commandId tagNames stopover price{amount currency}} fragment CallRow on Call {callId state path reason createdAt waitingSince dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "67c325a3155293e514ae04cd5d31cdde7905893ffda2ef97480eeee12fa77d39",
};

export const RemoteParts: Operation<
  { remoteParts: { process: string; readAt: string; parts: Array<PartView> } },
  { caller: RemoteCaller }
> = {
  text: `query RemoteParts($caller:RemoteCaller!){remoteParts(caller:$caller){process readAt parts{...PartView}}} fragment PartView on RemotePart {name breakerOpen answered failed totalMilliseconds failures{reason count}latencies{upToMilliseconds count}}`,
  hash: "162adde2c2d9a37e482a8ace2b5de4862bf2edcf529768679c490e7a5e127728",
};

export const RemoveTag: Operation<
  { untag: { tags: Array<{ name: string }> } },
  { input: UntagInput }
> = {
  text: `mutation RemoveTag($input:UntagInput!){untag(input:$input){tags{name}}}`,
  hash: "4f785e3d2c5b1ea8ec452162e71b6b9af6823afb7144c3c2ad5213f4891984f3",
};

export const RemoveTagRule: Operation<
  { removeTagRule: { rule: { name: string } } },
  { input: RemoveTagRuleInput }
> = {
  text: `mutation RemoveTagRule($input:RemoveTagRuleInput!){removeTagRule(input:$input){rule{name}}}`,
  hash: "e413ef7e11f6eb844d60b2806a0f99160a2b3ae0be5428466f163f1ce25dd625",
};

export const ReportLocation: Operation<
  { reportLocation: { taken: number; rejected: Array<{ index: number; problem: PositionProblem }> } },
  { input: ReportLocationInput }
> = {
  text: `mutation ReportLocation($input:ReportLocationInput!){reportLocation(input:$input){taken rejected{index problem}}}`,
  hash: "ebb04dd092fc4c3de6dde7f73a1abdf2f35634341d88f13ecd8a8cfeb8061558",
};

export const RequestCall: Operation<
  { requestCall: { call: OrderedCall } },
  { input: RequestCallInput }
> = {
  text: `mutation RequestCall($input:RequestCallInput!){requestCall(input:$input){call{...OrderedCall}}} fragment OrderedCall on Call {callId state createdAt dispatchedAt endAt driverId driverName etaSeconds origin{...Place}destination{...Place}price{amount currency}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "75194c233e6dce1f489a23b00bae36b55ee03b596b52661f4fdd60b3eb7f0a3d",
};

export const RespondToMove: Operation<
  { respondToMove: { move: MoveView } },
  { input: RespondToMoveInput }
> = {
  text: `mutation RespondToMove($input:RespondToMoveInput!){respondToMove(input:$input){move{...MoveView}}} fragment MoveView on Move {moveId driverId kind state createdAt expiresAt destinationInfo{...Place}} fragment Place on CallLocation {lat lng poi address}`,
  hash: "afcc6e15f56078411e755630d05c53073e331757e2eebdf5755c564e01016c55",
};

export const Rest: Operation<
  { rest: { work: WorkView } },
  { input: WorkInput }
> = {
  text: `mutation Rest($input:WorkInput!){rest(input:$input){work{...WorkView}}} fragment WorkView on WorkStatus {workId driverId state region businessDate beganAt windowEndsAt endedAt endReason restedSeconds zoneWarning{closesAt}}`,
  hash: "a3bd87494f3eee2a0ca2398c3835f66ef3bd0f07c91beb851b07b99968d86ffb",
};

export const Resume: Operation<
  { resume: { work: WorkView } },
  { input: WorkInput }
> = {
  text: `mutation Resume($input:WorkInput!){resume(input:$input){work{...WorkView}}} fragment WorkView on WorkStatus {workId driverId state region businessDate beganAt windowEndsAt endedAt endReason restedSeconds zoneWarning{closesAt}}`,
  hash: "1f917f2627bb2683c1ce2cc5fe96c5f782a03feb63339a61a19a30086caf3fd4",
};

export const ReviewApplication: Operation<
  { reviewApplication: { application: ApplicationView } },
  { input: ReviewApplicationInput }
> = {
  text: `mutation ReviewApplication($input:ReviewApplicationInput!){reviewApplication(input:$input){application{...ApplicationView}}} fragment ApplicationView on Application {applicationId driverId product region state ageSeconds steps{kind happenedAt actor text criteria{...CriterionView}}} fragment CriterionView on Criterion {kind value limit met}`,
  hash: "940cffc02b69f594b2ea9f1f39ec38e7210d0971d19e1b232db0c1e187a7c110",
};

export const RevokeIncident: Operation<
  { revokeIncident: { incident: IncidentView } },
  { input: RevokeIncidentInput }
> = {
  text: `mutation RevokeIncident($input:RevokeIncidentInput!){revokeIncident(input:$input){incident{...IncidentView}}} fragment IncidentView on Incident {incidentId kind date note actor revokedAt revokedBy revokeReason}`,
  hash: "cbd511355c1388fc8121ffa220a1f9d390b9e8d2142d3132fd2f17e8541b3e39",
};

export const ServiceRegions: Operation<
  { regions: Array<RegionView> },
  Record<string, never>
> = {
  text: `query ServiceRegions{regions{...RegionView}} fragment RegionView on Region {product region timeZone windowBegin windowMinutes currency bounds{south west north east}baseFare{amount currency}farePerKm{amount currency}}`,
  hash: "4e8306e364b19f985bcfb64871bec0abc5e6f046011965592daa28fce2f6bf9c",
};

export const SetActivityMode: Operation<
  { setActivityMode: { driver: { driverId: string; memberships: Array<{ product: Product | null; region: string | null; activityMode: ActivityMode | null }> | null } } },
  { input: SetActivityModeInput }
> = {
  text: `mutation SetActivityMode($input:SetActivityModeInput!){setActivityMode(input:$input){driver{driverId memberships{product region activityMode}}}}`,
  hash: "a585cb000fde24243a1068292c971f73a0b442ba1fca28b3c5926b2ff559a40c",
};

export const StatementDetails: Operation<
  { statement: StatementView & { region: string | null; missingVersion: number | null; entries: Array<{ number: number; postedAt: string | null; timeClass: TimeClass | null; seconds: number }>; adjustments: Array<{ amount: { amount: number; currency: string } | null; reason: string | null; actor: string | null; createdAt: string | null }>; disputes: Array<DisputeView>; notes: Array<{ kind: StatementNoteKind | null; at: string | null; seconds: number }> } | null },
  { driverId: string; product: Product; businessDate: string }
> = {
  text: `query StatementDetails($driverId:ID!,$product:Product!,$businessDate:Date!){statement(driverId:$driverId,product:$product,businessDate:$businessDate){...StatementView region missingVersion entries{number postedAt timeClass seconds}adjustments{amount{amount currency}reason actor createdAt}disputes{...DisputeView}notes{kind at seconds}}} fragment DisputeView on Dispute {disputeId driverId businessDate state text answer openedAt ageSeconds adjusted{amount currency}} fragment StatementView on Statement {workId driverId businessDate beganAt endedAt settled payment paidMinutes paidSeconds hourlyWage{amount currency}earned{amount currency}total{amount currency}classes{timeClass seconds paid}}`,
  hash: "a5a496f42b6b6aa4c144242d0f54a3ef51fa9c054f6d987127d7daced0e2a431",
};

export const Statements: Operation<
  { statements: { statements: Array<StatementView & { region: string | null; missingVersion: number | null }>; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  { businessDate: string; after?: string | null }
> = {
  text: `query Statements($businessDate:Date!,$after:String){statements(businessDate:$businessDate,first:100,after:$after){statements{...StatementView region missingVersion}pageInfo{hasNextPage endCursor}}} fragment StatementView on Statement {workId driverId businessDate beganAt endedAt settled payment paidMinutes paidSeconds hourlyWage{amount currency}earned{amount currency}total{amount currency}classes{timeClass seconds paid}}`,
  hash: "3e0658d5b10706ff156868d89bf8eebc98fb2b8fd0b3b37da2b6c9cec73eb79c",
};

export const StopExperiment: Operation<
  { stopExperiment: { experiments: RegionExperimentsView } },
  { input: StopExperimentInput }
> = {
  text: `mutation StopExperiment($input:StopExperimentInput!){stopExperiment(input:$input){experiments{...RegionExperimentsView}}} fragment ExperimentView on Experiment {name controlVersion treatmentVersion intervalMinutes washOutMinutes firstDate nights reason putAt putBy stop{at stoppedBy reason}} fragment RegionExperimentsView on RegionExperiments {product region version experiments{...ExperimentView}}`,
  hash: "cd33aab55b11f45b3850c83a8056cf611a2fdf862d2ac90947e5c1d30bebdddc",
};

export const SupplementApplication: Operation<
  { supplementApplication: { application: { applicationId: string } } },
  { input: SupplementApplicationInput }
> = {
  text: `mutation SupplementApplication($input:SupplementApplicationInput!){supplementApplication(input:$input){application{applicationId}}}`,
  hash: "c9684cb041cfe2095eab2f8f86d778797b83e5d28fd3f3cc7ab6d4af938634ef",
};

export const TagRuleHistory: Operation<
  { tagRuleHistory: Array<{ at: string | null; actor: string | null; reason: string | null; removed: boolean; rule: { tag: string; expression: string; enabled: boolean; order: number } }> },
  { name: string }
> = {
  text: `query TagRuleHistory($name:String!){tagRuleHistory(name:$name){at actor reason removed rule{tag expression enabled order}}}`,
  hash: "7be01427efe4d1d0107e5b97189318281b6391698c0beb1489b5ecfba10ade01",
};

export const TagRules: Operation<
  { tagRules: Array<{ name: string; tag: string; expression: string; enabled: boolean; order: number }> },
  Record<string, never>
> = {
  text: `query TagRules{tagRules{name tag expression enabled order}}`,
  hash: "989517d933a642989c808cbe903c4a88a650c3e0555f460d3bd7c0179da12fa8",
};

export const TryTagRule: Operation<
  { tryTagRule: { matches: boolean | null; cost: number; mostIterations: number | null; tags: Array<string>; error: { message: string; compilation: boolean; line: number | null; column: number | null; excerpt: string | null } | null } },
  { expression: string; order?: number | null; callId?: string | null; sample?: SampleCallInput | null }
> = {
  text: `query TryTagRule($expression:String!,$order:Int,$callId:ID,$sample:SampleCallInput){tryTagRule(expression:$expression,order:$order,callId:$callId,sample:$sample){matches cost mostIterations tags error{message compilation line column excerpt}}}`,
  hash: "ced18ac969bbff0359a99db101ea065088e507c13799f07962525dcebf51e5a6",
};

export const Waiting: Operation<
  { parkedCalls: { pageInfo: { hasNextPage: boolean }; calls: Array<{ call: { callId: string }; parked: Array<{ since: string | null }> }> }; openDisputes: { disputes: Array<{ disputeId: string }>; pageInfo: { hasNextPage: boolean } } },
  Record<string, never>
> = {
  text: `query Waiting{parkedCalls(first:100){pageInfo{hasNextPage}calls{call{callId}parked{since}}}openDisputes(first:100){disputes{disputeId}pageInfo{hasNextPage}}}`,
  hash: "d17a0ad36a600daff3b3fef35da7d8664c0843dd803523730289994f9b72e5d4",
};

export const WithdrawApplication: Operation<
  { withdrawApplication: { application: { applicationId: string } } },
  { input: WithdrawApplicationInput }
> = {
  text: `mutation WithdrawApplication($input:WithdrawApplicationInput!){withdrawApplication(input:$input){application{applicationId}}}`,
  hash: "04b400fdcffd41ffc74a232c88026cb1644e236cf3aa5bfd5556fbff95b8b259",
};

export const WithdrawDispute: Operation<
  { withdrawDispute: { dispute: { disputeId: string; state: DisputeState | null } } },
  { input: WithdrawDisputeInput }
> = {
  text: `mutation WithdrawDispute($input:WithdrawDisputeInput!){withdrawDispute(input:$input){dispute{disputeId state}}}`,
  hash: "148d1bb3d5f84973898d289816758c52c3f29f9f76a10d24867ad21c0285b72a",
};

export const Zones: Operation<
  { zones: ZonePlan },
  { product: Product; region: string }
> = {
  text: `query Zones($product:Product!,$region:String!){zones(product:$product,region:$region){...ZonePlan}} fragment ZonePlan on Zones {version basis plannedAt expiresAt geoJson wagePerCall{amount currency}zones{zoneId demand occupancy capacity overWageBound wagePerCall{amount currency}nextWagePerCall{amount currency}maxWagePerCall{amount currency}}}`,
  hash: "0888fb90163edd2479b11f6532d4aa61158d6095bbb63e7051d4d22c1293684c",
};

export const ZonesChanged: Operation<
  { zonesChanged: ZonePlan | null },
  { product: Product; region: string }
> = {
  text: `subscription ZonesChanged($product:Product!,$region:String!){zonesChanged(product:$product,region:$region){...ZonePlan}} fragment ZonePlan on Zones {version basis plannedAt expiresAt geoJson wagePerCall{amount currency}zones{zoneId demand occupancy capacity overWageBound wagePerCall{amount currency}nextWagePerCall{amount currency}maxWagePerCall{amount currency}}}`,
  hash: "77df4f359fc9e501d8dbfc5ea78c0cdd6dea53fc00f7a57f290d774c7eb89039",
};
