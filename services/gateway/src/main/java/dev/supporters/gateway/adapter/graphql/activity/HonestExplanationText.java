package dev.supporters.gateway.adapter.graphql.activity;

import dev.supporters.gateway.adapter.graphql.activity.SignalTypes.HonestExplanation;
import dev.supporters.proto.activity.v1.SignalKind;

/** What an honest driver would say to each kind of signal, in both languages of the fleet. */
final class HonestExplanationText {

    private HonestExplanationText() {}

    static HonestExplanation of(SignalKind kind) {
        return switch (kind) {
            case SIGNAL_KIND_REFUSALS ->
                    new HonestExplanation(
                            "abuse.refusals.honest",
                            "몸이 좋지 않았거나, 위험하거나 갈 수 없는 곳의 콜이 이어졌을 수 있습니다. 거절 사유를 확인하세요.",
                            "The driver was not well, or calls came from places that are not safe or cannot be reached. Look at the reasons of the refusals.");
            case SIGNAL_KIND_CANCELLATIONS ->
                    new HonestExplanation(
                            "abuse.cancellations.honest",
                            "고객이 오래 기다리다 다른 교통편을 구했을 수 있습니다. 도착 예정 시간과 고객의 이야기를 확인하세요.",
                            "Customers had waited for long and found another way home. Look at the times of arrival that they were told, and ask the customers.");
            case SIGNAL_KIND_COLD_WAITING ->
                    new HonestExplanation(
                            "abuse.cold_waiting.honest",
                            "대중교통이 끊겼거나 이동이 위험했을 수 있습니다. 그 시간의 교통편을 확인하세요.",
                            "There was no bus any more, or the way was not safe. Look at how one gets away from there at that hour.");
            case SIGNAL_KIND_DARK_GPS ->
                    new HonestExplanation(
                            "abuse.dark_gps.honest",
                            "지하나 음영 지역에 있었거나 휴대폰이 고장 났을 수 있습니다. 다른 기사의 같은 장소를 확인하세요.",
                            "The driver was below ground or where there is no network, or the phone is broken. Look at other drivers in the same places.");
            case SIGNAL_KIND_UNFINISHED_DRIVES ->
                    new HonestExplanation(
                            "abuse.unfinished_drives.honest",
                            "경유지가 늘었거나 길이 막혔거나 완료를 잊었을 수 있습니다. 고객의 이야기를 확인하세요.",
                            "The customer had more stopovers, the road was blocked, or the driver forgot to say that the drive had ended. Ask the customer.");
            case SIGNAL_KIND_CONTRADICTED_STEPS ->
                    new HonestExplanation(
                            "abuse.contradicted_steps.honest",
                            "고객과 다른 곳에서 만났거나 고객이 도중에 내렸거나 GPS가 부정확했을 수 있습니다. 출발지 표시와 고객의 이야기를 확인하세요.",
                            "They met at another place than the call says, the customer got out on the way, or the positions are wrong there. Look at where the call says that the customer waits, and ask the customer.");
            case SIGNAL_KIND_UNSPECIFIED, UNRECOGNIZED ->
                    new HonestExplanation(
                            "abuse.unknown.honest",
                            "알 수 없는 종류의 신호입니다.",
                            "This kind of signal is not known here.");
        };
    }
}
