import type { refusalsEn } from './refusals-en';

/** Korean of the same. */
export const refusalsKo: Record<keyof typeof refusalsEn, string> = {
  'error.WRONG_WORK_STATE': '이미 휴식 중이거나 휴식 중이 아닙니다.',
  'error.WORK_ENDED': '이미 끝난 근무입니다.',
  'error.CALL_CLOSED': '서포터즈 배정이 마감된 콜입니다.',
  'error.COMMAND_NOT_FOUND': '더 이상 없는 명령입니다.',
  'error.POLICY_NOT_FOUND': '이 지역의 정책이 없습니다.',
  'error.MOVE_NOT_FOUND': '더 이상 없는 장소 이동입니다.',
  'error.MOVE_ENDED': '이미 끝난 장소 이동입니다.',
  'error.REQUEST_ID_REUSED': '같은 요청이 다른 값으로 이미 전송되었습니다. 페이지를 새로 열고 다시 시도해 주세요.',
  'error.CALL_EXISTS': '같은 번호의 다른 콜이 있습니다.',
  'error.ZONE_PLAN_NOT_FOUND': '이 활동 지역 계획의 기록이 없습니다.',
  'error.DISPUTE_NOT_FOUND': '없는 이의입니다.',
  'error.APPLICATION_NOT_FOUND': '없는 신청입니다.',
  'error.APPLICATION_OPEN': '이미 검토를 기다리는 신청이 있습니다.',
  'error.ALREADY_A_MEMBER': '이미 소속되어 있습니다.',
  'error.NOT_ELIGIBLE': '최근 4주 기록이 가입 기준에 맞지 않습니다.',
  'error.REAPPLY_TOO_EARLY': '아직 다시 신청할 수 없습니다.',
  'error.TOO_MANY_APPLICATIONS': '신청할 수 있는 횟수를 넘었습니다.',
  'error.DRIVE_RATED': '이미 평가한 운행입니다.',
  'error.DRIVE_NOT_COMPLETED': '완료된 운행만 평가할 수 있습니다.',
  'error.INCIDENT_NOT_FOUND': '없는 사고 또는 범칙금입니다.',
  'error.INCIDENT_REVOKED': '이미 취소된 기록입니다.',
  'error.TOO_MANY_INCIDENTS': '이 날짜의 사고와 범칙금이 너무 많습니다.',
  'error.CALLER_NOT_ALLOWED': '서비스가 허용되지 않은 요청을 보냈습니다. 시스템 오류입니다.',
  'filter.TAGS': '태그 조건에 맞지 않음',
};
