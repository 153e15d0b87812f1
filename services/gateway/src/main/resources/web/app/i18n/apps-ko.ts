import type { appsEn } from './apps-en';

/** Korean of the same. */
export const appsKo: Record<keyof typeof appsEn, string> = {
  'drive.unsent': '네트워크를 기다리는 단계 {count}개. 저장해 두었다가 순서대로 보냅니다. 첫 단계를 누른 시각은 {at}입니다. 누른 시각이 아니라 도착한 시각이 반영됩니다.',
  'drive.late': '‘{step}’ 단계가 늦게 도착했습니다. 누른 시각은 {taken}이고, 반영되는 시각은 {arrived}입니다. 이 때문에 급여가 줄었다면 이의를 제기하세요.',
  'dispute.withdraw': '이의 철회',
  'dispute.withdrawAsk': '이 이의를 철회할까요? 운영자가 답하지 않게 됩니다.',
  month: '월',
  'month.title': '이번 달 급여',
  'month.none': '이 달에는 근무가 없습니다.',
  'month.sum': '유급 {minutes}분: {earned}, 조정 {adjusted}',
  'month.settled': '이 달의 모든 근무가 확정되었습니다.',
  'month.open': '아직 확정되지 않은 근무가 있어 바뀔 수 있습니다.',
  'month.disputed': '이의 제기됨',
  'order.onMap': '지도에서 고르기',
  'order.mapFor': '지도에서 고를 곳',
  'order.mapLabel': '지역과 알려진 장소의 지도입니다. 누르면 그곳을 고릅니다. 키보드에서는 화살표 키로 움직이고 더하기와 빼기로 확대, 축소한 뒤 아래 단추로 가운데를 고릅니다. 아래 목록과 입력란으로도 고를 수 있습니다.',
  'order.middle': '지도 가운데 고르기',
  'order.mapFrom': '출발',
  'order.mapTo': '도착',
  'order.list': '알려진 장소',
  'order.near': '{name} 근처',
  'order.place': '지도에서 고른 곳',
  'order.myPosition': '내 위치',
  'order.estimate': '{region}: 거리로 어림한 요금입니다.',
  'order.noEstimate': '{region}: 예상 요금이 없는 지역이니 직접 정하세요.',
  'order.nowhere': '서비스 지역이 아닙니다. 일반 배정으로 접수됩니다.',
};
