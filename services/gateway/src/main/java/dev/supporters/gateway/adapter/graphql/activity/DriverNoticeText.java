package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.activity.NoticeTypes.NoticeText;
import dev.supporters.proto.activity.v1.SignalDecision;
import dev.supporters.proto.activity.v1.SignalKind;

/** What a driver reads of a signal, in both languages of the fleet. It says what was noticed, and never how much is too much. */
final class DriverNoticeText {

    private DriverNoticeText() {}

    static NoticeText noticed(SignalKind kind) {
        return switch (kind) {
            case SIGNAL_KIND_REFUSALS ->
                    new NoticeText(
                            "notice.refusals",
                            "같은 시간과 장소의 다른 기사보다 콜 거절이 많았습니다.",
                            "You refused more calls than others at the same places and hours.");
            case SIGNAL_KIND_CANCELLATIONS ->
                    new NoticeText(
                            "notice.cancellations",
                            "목적지가 표시된 직후 고객이 취소한 콜이 다른 기사보다 많았습니다.",
                            "More of your customers than of others' cancelled soon after the destination was shown.");
            case SIGNAL_KIND_COLD_WAITING ->
                    new NoticeText(
                            "notice.cold_waiting",
                            "콜이 적은 곳에서 기다리며 이동 제안을 다른 기사보다 자주 거절했습니다.",
                            "You waited where few calls come, and declined to move more often than others there.");
            case SIGNAL_KIND_DARK_GPS ->
                    new NoticeText(
                            "notice.dark_gps",
                            "앱에서 위치가 오지 않는 일이 여러 번 있었습니다.",
                            "Your app sent no position for a while, again and again.");
            case SIGNAL_KIND_UNFINISHED_DRIVES ->
                    new NoticeText(
                            "notice.unfinished_drives",
                            "운행이 끝났어야 할 시간보다 훨씬 늦게 완료되었습니다.",
                            "Drives of yours were completed long after they should have ended.");
            case SIGNAL_KIND_CONTRADICTED_STEPS ->
                    new NoticeText(
                            "notice.contradicted_steps",
                            "앱에서 알린 도착이나 완료가 위치 기록과 맞지 않았습니다.",
                            "Steps that you reported, like an arrival, do not agree with your positions.");
            case SIGNAL_KIND_UNSPECIFIED, UNRECOGNIZED ->
                    new NoticeText(
                            "notice.unknown",
                            "평소와 다른 기록이 있었습니다.",
                            "Something unusual was noticed.");
        };
    }

    /**
     * What follows.
     *
     * @param stillCounts of a decision before, which the newest one leaves as it is
     */
    static NoticeText consequence(SignalDecision decision, SignalDecision stillCounts) {
        return holdsOrSuspends(stillCounts) && holdsOrSuspends(decision) && stillCounts != decision
                ? new NoticeText(
                        "notice.suspended_and_pay_held",
                        "이 영업일의 급여는 확인이 끝날 때까지 지급이 보류되며 금액은 바뀌지 않습니다. 활동 중지도 결정되었으며, 그 뒤 운영자가 해제하지 않았다면 활동 모드는 꺼져 있고 직접 켤 수 없습니다. 보류가 사실과 다르면 그 정산서에 이의를 제기할 수 있고, 활동에 대해서는 운영자에게 연락해 주세요.",
                        "The pay of this business date is held until an operator has looked at it. Its amount is as it was. A suspension was decided, too: unless an operator has ended it since, your activity mode is off, and you cannot switch it on. If it is wrong that the pay is held, you can dispute its statement; of the other please speak to an operator.")
                : consequence(decision);
    }

    private static boolean holdsOrSuspends(SignalDecision decision) {
        return decision == SignalDecision.SIGNAL_DECISION_HOLD_PAY
                || decision == SignalDecision.SIGNAL_DECISION_SUSPEND;
    }

    static NoticeText consequence(SignalDecision decision) {
        return switch (decision) {
            case SIGNAL_DECISION_DISMISS ->
                    new NoticeText(
                            "notice.taken_back",
                            "확인 결과 문제가 없어 이전 안내를 취소합니다.",
                            "It was looked into and there is nothing against you: what you were told before is taken back.");
            case SIGNAL_DECISION_WARN ->
                    new NoticeText(
                            "notice.warned",
                            "경고입니다. 급여와 활동에는 영향이 없으며, 이전의 보류나 활동 중지는 끝났습니다. 사정이 있었다면 운영자에게 알려 주세요.",
                            "This is a warning. It changes neither your pay nor your membership; what was held or suspended because of this before is not any more. If there was a reason, tell an operator.");
            case SIGNAL_DECISION_HOLD_PAY ->
                    new NoticeText(
                            "notice.pay_held",
                            "이 영업일의 급여는 확인이 끝날 때까지 지급이 보류됩니다. 금액은 바뀌지 않습니다. 사실과 다르면 그 정산서에 이의를 제기할 수 있습니다.",
                            "The pay of this business date is held until an operator has looked at it. Its amount is as it was. If this is wrong, you can dispute its statement.");
            case SIGNAL_DECISION_SUSPEND ->
                    new NoticeText(
                            "notice.suspended",
                            "확인이 끝날 때까지 활동 모드가 꺼지며 직접 켤 수 없습니다. 운영자에게 연락해 주세요.",
                            "Your activity mode is off until this is cleared up, and you cannot switch it on. Please speak to an operator.");
            case SIGNAL_DECISION_UNSPECIFIED, UNRECOGNIZED ->
                    new NoticeText(
                            "notice.decided",
                            "운영자가 결정을 내렸습니다. 자세한 내용은 운영자에게 문의해 주세요.",
                            "An operator has decided on it. Ask an operator what follows.");
        };
    }
}
