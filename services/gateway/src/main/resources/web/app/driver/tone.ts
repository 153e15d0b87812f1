/**
 * The tone of a command, so that it is noticed with the phone in the pocket or on the dashboard; it shakes the phone, too. Browsers let a page
 * do either only after somebody has touched it.
 */

const EVERY_MILLIS = 1_500;
/** Two beeps, the second higher: after how many seconds, and how high in hertz. */
const BEEPS = [
  { after: 0, hertz: 660 },
  { after: 0.22, hertz: 880 },
];
const BEEP_SECONDS = 0.18;
const LOUDNESS = 0.4;
/** So short a rise and fall that no click is heard. */
const EDGE_SECONDS = 0.02;
const SHAKING = [200, 100, 200];

let context: AudioContext | undefined;

/** Lets the page sound from now on; to be called while somebody touches it. */
export function allowTone() {
  if (typeof AudioContext === 'function') {
    context ??= new AudioContext();
    void context.resume().catch(() => undefined);
  }
}

/** Lets the page sound at the first touch, until the answer is called. */
export function allowToneWhenTouched(): () => void {
  const end = () => TOUCHES.forEach((touch) => document.removeEventListener(touch, touched));
  const touched = () => {
    allowTone();
    end();
  };
  TOUCHES.forEach((touch) => document.addEventListener(touch, touched));
  return end;
}

const TOUCHES = ['click', 'keydown'];

/** Sounds and shakes again and again, until the answer is called. */
export function ring(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const once = () => {
    beep();
    shake(SHAKING);
    timer = setTimeout(once, EVERY_MILLIS);
  };
  once();
  return () => {
    clearTimeout(timer);
    shake(0);
  };
}

/** Before anybody has touched the page, a browser refuses, and notes an error. */
function shake(pattern: number | number[]) {
  if (navigator.userActivation?.hasBeenActive ?? true) {
    navigator.vibrate?.(pattern);
  }
}

function beep() {
  if (context?.state !== 'running') {
    void context?.resume().catch(() => undefined); // a phone call, for one, has taken the sound away
    return;
  }
  for (const { after, hertz } of BEEPS) {
    const begin = context.currentTime + after;
    const end = begin + BEEP_SECONDS;
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(0, begin);
    loudness.gain.linearRampToValueAtTime(LOUDNESS, begin + EDGE_SECONDS);
    loudness.gain.setValueAtTime(LOUDNESS, end - EDGE_SECONDS);
    loudness.gain.linearRampToValueAtTime(0, end);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin);
    tone.stop(end);
  }
}
